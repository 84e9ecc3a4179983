from django.urls import path

from programmes.taking_part import views

TAKING_PART_URLS = [
    path("mijn/groep/<uuid:key>/", views.group, name="group"),
    path("mijn/groep/<uuid:key>/naam-weg/", views.hide_name, name="group_hide_name"),
    path("mijn/groep/<uuid:key>/<uuid:meeting>/afspraak.ics", views.appointment, name="group_appointment"),
    path("mijn/deelname/<uuid:key>/bewijs/", views.own_certificate, name="certificate"),
]
