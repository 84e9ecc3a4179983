from django.urls import path

from programmes.asking import views

urlpatterns = [
    path("vraag-iemand/kaart/", views.make, name="ask_make"),
    path("vraag-iemand/kaart/<slug:code>/", views.card, name="ask_card"),
    path("gevraagd/<slug:code>/", views.asked, name="asked"),
]
