from django.urls import path

from programmes.views import agenda, guide, organisations

app_name = "programmes"
urlpatterns = [
    path("programmawijzer/", guide.guide, name="guide"),
    path("organisaties/", organisations.organisations, name="organisations"),
    path("organisaties/<slug:slug>/", organisations.organisation, name="organisation"),
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/<uuid:key>/afspraak.ics", agenda.appointment, name="appointment"),
]
