from django.urls import path

from programmes.access.views import own, partner

urlpatterns = [
    path("mijn/regelen/", partner.to_arrange, name="arranging"),
    path("mijn/regelen/<uuid:key>/klaar/", partner.tick, name="arranging_tick"),
    path("mijn/toegang/<uuid:key>/", own.need, name="access_need"),
    path("mijn/toegang/<uuid:key>/wissen/", own.take_back, name="access_take_back"),
    path("mijn/toegang/<uuid:key>/<uuid:meeting>/", own.need, name="access_need_of_meeting"),
]
