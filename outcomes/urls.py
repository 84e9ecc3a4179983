from django.urls import path

from outcomes.views import monitor

app_name = "outcomes"
urlpatterns = [
    path("cijfers/", monitor.monitor, name="monitor"),
]
