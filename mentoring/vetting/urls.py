from django.urls import path

from mentoring.vetting import views

urlpatterns = [
    path("mijn/mentor/ambt/", views.office, name="mentor_office"),
    path("mijn/mentor/<uuid:key>/gedragscode/", views.code_of_conduct, name="mentor_code"),
]
