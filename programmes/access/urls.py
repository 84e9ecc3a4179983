from django.urls import path

from programmes.access import partner_views, views

urlpatterns = [
    path("mijn/regelen/", partner_views.to_arrange, name="arranging"),
    path("mijn/regelen/<uuid:key>/klaar/", partner_views.tick, name="arranging_tick"),
    path("mijn/toegang/<uuid:key>/", views.need, name="access_need"),
    path("mijn/toegang/<uuid:key>/wissen/", views.take_back, name="access_take_back"),
    path("mijn/toegang/<uuid:key>/<uuid:meeting>/", views.need, name="access_need_of_meeting"),
]
