"""The addresses of trainings: the list may be kept for everyone, all below /boeken/ is of one browser."""

from django.urls import path

from programmes.bookings import views

BOOKING_URLS = [
    path("voor-partijen/trainingen/", views.trainings, name="trainings"),
    path("voor-partijen/boeken/", views.bookings, name="bookings"),
    path("voor-partijen/boeken/adres/", views.address, name="booking_address"),
    path("voor-partijen/boeken/code/", views.code, name="booking_code"),
    path("voor-partijen/boeken/vergeten/", views.forget, name="bookings_forget"),
    path("voor-partijen/boeken/cijfer/<uuid:key>/", views.rating, name="session_rating"),
    path("voor-partijen/boeken/nieuw/<uuid:key>/", views.new, name="booking_new"),
    path("voor-partijen/boeken/<uuid:key>/", views.booking, name="booking"),
    path("voor-partijen/boeken/<uuid:key>/verzetten/", views.move, name="booking_move"),
    path("voor-partijen/boeken/<uuid:key>/afzeggen/", views.cancel, name="booking_cancel"),
]
