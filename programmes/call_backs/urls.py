from django.urls import path

from programmes.call_backs import views

urlpatterns = [
    path("bel-mij/", views.choose, name="call_back"),
    path("bel-mij/<uuid:key>/", views.call_me, name="call_me"),
    path("bel-mij/gevraagd/<uuid:key>/", views.call_asked, name="call_asked"),
]
