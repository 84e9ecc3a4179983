from django.urls import path

from outcomes.views import mine, monitor

app_name = "outcomes"
urlpatterns = [
    path("cijfers/", monitor.monitor, name="monitor"),
    path("mijn/cijfers/", mine.about_you, name="about_you"),
    path("mijn/cijfers/wissen/", mine.take_back, name="take_back_description"),
]
