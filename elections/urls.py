from django.urls import path

from elections import views

app_name = "elections"
urlpatterns = [
    path("verkiezingen/", views.index, name="index"),
    path("verkiezingen/<slug:slug>/", views.body, name="body"),
]
