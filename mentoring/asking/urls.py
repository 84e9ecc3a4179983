from django.urls import path

from mentoring.asking import views

urlpatterns = [
    path("mijn/mentor-kiezen/", views.choose, name="choose_mentor"),
    path("mijn/mentor-kiezen/<uuid:key>/zoeken/", views.find, name="find_mentors"),
    path("mijn/mentor-kiezen/<uuid:key>/vragen/", views.ask, name="ask_mentor"),
    path("mijn/voorstel/<uuid:key>/vraag/", views.enquire, name="enquire"),
    path("mijn/voorstel/<uuid:key>/terugnemen/", views.take_back, name="request_take_back"),
    path("antwoord/<uuid:key>/<uuid:token>/", views.answer, name="answer"),
    path("antwoord/<uuid:key>/<uuid:token>/nee/", views.answer_no, name="answer_no"),
]
