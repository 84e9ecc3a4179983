from django.urls import path

from outcomes.views import mine, monitor, questionnaire

app_name = "outcomes"
urlpatterns = [
    path("cijfers/", monitor.monitor, name="monitor"),
    path("mijn/cijfers/", mine.about_you, name="about_you"),
    path("mijn/cijfers/wissen/", mine.take_back, name="take_back_description"),
    path("mijn/vragenlijst/<uuid:key>/", questionnaire.questionnaire, name="questionnaire"),
    path("vragenlijst/", questionnaire.answer, name="questionnaire_answer"),
    path("vragenlijst/klaar/", questionnaire.done, name="questionnaire_done"),
]
