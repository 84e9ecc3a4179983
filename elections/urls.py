from django.urls import path

from elections import views
from elections.introductions import views as introductions
from elections.parties import views as parties

app_name = "elections"
urlpatterns = [
    path("verkiezingen/", views.index, name="index"),
    path("verkiezingen/kaart/", parties.start, name="party_cards"),
    path("verkiezingen/kaart/<uuid:key>/", parties.card, name="party_card"),
    path("verkiezingen/kaart/<uuid:key>/adres/", parties.address, name="party_card_address"),
    path("verkiezingen/kaart/<uuid:key>/code/", parties.code, name="party_card_code"),
    path("verkiezingen/kaart/<uuid:key>/klaar/", parties.done, name="party_card_done"),
    path("verkiezingen/kaart/<uuid:key>/klopt-nog/", parties.confirm, name="party_card_confirm"),
    path("verkiezingen/kaart/<uuid:key>/weghalen/", parties.take_away, name="party_card_take_away"),
    path("verkiezingen/<slug:slug>/", views.body, name="body"),
    path("verkiezingen/<slug:slug>/kennismaken/<slug:which>/", introductions.introduction, name="introduction"),
    path("verkiezingen/<slug:slug>/kennismaken/<slug:which>/kaart/", introductions.card, name="introduction_card"),
]
