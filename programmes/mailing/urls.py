from django.urls import path

from programmes.mailing import views

urlpatterns = [
    path("mijn/bericht/<uuid:key>/", views.group_letter, name="group_letter"),
]
