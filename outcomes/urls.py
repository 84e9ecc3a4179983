from django.urls import path

from outcomes import views

app_name = "outcomes"
urlpatterns = [
    path("cijfers/", views.monitor, name="monitor"),
]
