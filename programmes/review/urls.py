from django.urls import path

from programmes.review import views

urlpatterns = [
    path("mijn/beoordelen/", views.reviews, name="reviews"),
    path("mijn/beoordelen/<uuid:key>/", views.review, name="review"),
    path("mijn/beoordelen/<uuid:key>/ken-ik/", views.pass_on, name="review_pass_on"),
]
