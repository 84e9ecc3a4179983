from django.urls import include, path

from mentoring.views import mentor, proposal, room

app_name = "mentoring"
urlpatterns = [
    path("mijn/mentor/", mentor.overview, name="mentor"),
    path("mijn/voorstel/<uuid:key>/", proposal.proposal, name="proposal"),
    path("mijn/koppel/<uuid:key>/", room.room, name="room"),
    path("", include("mentoring.progression.urls")),
]
