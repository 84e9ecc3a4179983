from django.urls import path

from programmes.access.urls import urlpatterns as access_patterns
from programmes.agenda.views import own as own_agenda
from programmes.agenda.views import public as agenda
from programmes.applying import views as apply
from programmes.applying.complaints import views as complaints
from programmes.applying.supporting import views as supporting
from programmes.asking.urls import urlpatterns as asking_patterns
from programmes.bookings.urls import BOOKING_URLS
from programmes.call_backs.urls import urlpatterns as call_back_patterns
from programmes.feeds import FEED_URLS
from programmes.importing.urls import urlpatterns as importing_patterns
from programmes.interests.urls import urlpatterns as interest_patterns
from programmes.mailing.urls import urlpatterns as mailing_patterns
from programmes.review.urls import urlpatterns as review_patterns
from programmes.taking_part.urls import TAKING_PART_URLS
from programmes.views import easy, guide, mine, organisations, participations, stories

app_name = "programmes"
urlpatterns = [
    path("programmawijzer/", guide.guide, name="guide"),
    path("makkelijke-taal/", easy.easy, name="easy"),
    path("organisaties/", organisations.organisations, name="organisations"),
    path("organisaties/<slug:slug>/", organisations.organisation, name="organisation"),
    path("agenda/", agenda.agenda, name="agenda"),
    *FEED_URLS,
    path("agenda/<uuid:key>/", agenda.event, name="event"),
    path("agenda/<uuid:key>/afspraak.ics", agenda.appointment, name="appointment"),
    path("mijn/agenda/<uuid:key>/", own_agenda.registration, name="registration"),
    path("mijn/agenda/<uuid:key>/afspraak.ics", own_agenda.appointment, name="own_appointment"),
    path("mijn/agenda/<uuid:key>/afzeggen/", own_agenda.cancel, name="registration_cancel"),
    path("aanmelden/<uuid:key>/", apply.start, name="apply"),
    path("aanmelden/<uuid:key>/stap/<int:number>/", apply.step, name="apply_step"),
    path("aanmelden/<uuid:key>/stap/<int:number>/bewaren/", apply.keep, name="apply_keep"),
    path("aanmelden/<uuid:key>/hulp/", supporting.let_help, name="apply_help"),
    path("meehelpen/", supporting.enter, name="help"),
    path("meehelpen/stap/<int:number>/", supporting.help_step, name="help_step"),
    path("meehelpen/klaar/", supporting.help_done, name="help_done"),
    path("aanmelden/<uuid:key>/klaar/", apply.done, name="apply_done"),
    path("mijn/aanmelding/<uuid:key>/", mine.application, name="application"),
    path("mijn/aanmelding/<uuid:key>/plek/", mine.offer, name="application_offer"),
    path("mijn/aanmelding/<uuid:key>/gesprek/", mine.other_time, name="application_other_time"),
    path("mijn/aanmelding/<uuid:key>/afspraak.ics", mine.talk_appointment, name="application_appointment"),
    path("mijn/aanmelding/<uuid:key>/toestemming/", mine.agree, name="application_consent"),
    path("mijn/aanmelding/<uuid:key>/klacht/", complaints.complaint, name="complaint"),
    path("mijn/aanmelding/<uuid:key>/intrekken/", mine.withdraw, name="application_withdraw"),
    *asking_patterns,
    *importing_patterns,
    *interest_patterns,
    *call_back_patterns,
    *review_patterns,
    *mailing_patterns,
    path("mijn/verhaal/", stories.story, name="story"),
    path("mijn/deelname/<uuid:key>/", participations.participation, name="participation"),
    *TAKING_PART_URLS,
    *BOOKING_URLS,
    *access_patterns,
]
