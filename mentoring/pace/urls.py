from django.urls import path

from mentoring.pace import answer_views, views

urlpatterns = [
    path("mijn/koppel/<uuid:key>/plan/", views.plan, name="room_plan"),
    path("mijn/koppel/<uuid:key>/doelen/", views.goals_of_pair, name="room_goals"),
    path("mijn/koppel/<uuid:key>/buiten/", views.outside, name="room_outside"),
    path("mijn/koppel/<uuid:key>/weer-hier/", views.inside, name="room_inside"),
    path("mijn/koppel/<uuid:key>/deze-maand/", views.month, name="room_month"),
    path("mijn/koppel/<uuid:key>/pauze/", views.pause, name="room_pause"),
    path("mijn/koppel/<uuid:key>/verder/", views.resume, name="room_resume"),
    path("mijn/koppel/<uuid:key>/andere-mentor/", views.other_mentor, name="room_other_mentor"),
    path("mijn/koppel/<uuid:key>/toch-niet/", views.other_mentor_back, name="room_other_mentor_back"),
    path("mijn/koppel/<uuid:key>/terugkijken/", answer_views.look_back, name="room_look_back"),
    path("mijn/plan/<uuid:key>/<slug:verb>/", views.plan_move, name="plan_move"),
    path("mijn/doel/<uuid:key>/<slug:verb>/", views.goal_move, name="goal_move"),
    path("mijn/navraag/<uuid:key>/", answer_views.nudge_answer, name="nudge_answer"),
    path("mijn/hoe-gaat-het/<uuid:key>/", answer_views.check_in, name="check_in"),
    path("gesproken/<uuid:key>/<uuid:token>/", answer_views.spoken_answer, name="spoken_answer"),
]
