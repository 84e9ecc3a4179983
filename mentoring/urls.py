from django.urls import include, path

from mentoring.views import appointment, mentor, planning, profile, proposal, room

app_name = "mentoring"
urlpatterns = [
    path("mijn/profiel/", profile.overview, name="profile"),
    path("mijn/profiel/stap/<int:number>/", profile.step, name="profile_step"),
    path("mijn/mentor/", mentor.overview, name="mentor"),
    path("mijn/mentor/aanmelden/", mentor.sign_up, name="mentor_sign_up"),
    path("mijn/mentor/stap/<int:number>/", mentor.step, name="mentor_step"),
    path("mijn/mentor/pauze/", mentor.pause, name="mentor_pause"),
    path("mijn/mentor/<uuid:key>/stoppen/", mentor.stop, name="mentor_stop"),
    path("mijn/voorstel/<uuid:key>/", proposal.proposal, name="proposal"),
    path("mijn/voorstel/<uuid:key>/ja/", proposal.accept, name="proposal_accept"),
    path("mijn/voorstel/<uuid:key>/nee/", proposal.decline, name="proposal_decline"),
    path("mijn/koppel/<uuid:key>/", room.room, name="room"),
    path("mijn/koppel/<uuid:key>/tijd/", planning.propose, name="meeting_propose"),
    path("mijn/koppel/<uuid:key>/gesproken/", room.spoken, name="meeting_spoken"),
    path("mijn/koppel/<uuid:key>/afsluiten/", room.end, name="room_end"),
    path("mijn/afspraak/<uuid:key>.ics", appointment.appointment, name="appointment"),
    path("mijn/afspraak/<uuid:key>/akkoord/", appointment.agree, name="meeting_agree"),
    path("mijn/afspraak/<uuid:key>/geen/", appointment.turn_down, name="meeting_turn_down"),
    path("mijn/afspraak/<uuid:key>/verzetten/", planning.move, name="meeting_move"),
    path("mijn/afspraak/<uuid:key>/gesproken/", appointment.held, name="meeting_held"),
    path("mijn/afspraak/<uuid:key>/afzeggen/", appointment.cancel, name="meeting_cancel"),
    path("", include("mentoring.alumni.urls")),
    path("", include("mentoring.talking.urls")),
    path("", include("mentoring.asking.urls")),
    path("", include("mentoring.pace.urls")),
    path("", include("mentoring.vetting.urls")),
    path("", include("mentoring.power.urls")),
    path("", include("mentoring.progression.urls")),
]
