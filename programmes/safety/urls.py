from django.urls import path

from programmes.safety.views import mine, own_reports, reading, threatened

app_name = "safety"
urlpatterns = [
    path("mijn/veiligheid/", mine.safety, name="mine"),
    path("mijn/veiligheid/verbergen/", mine.hide, name="hide"),
    path("mijn/veiligheid/tonen/", mine.show, name="show"),
    path("mijn/blokkeren/", mine.block, name="block"),
    path("mijn/blokkeren/<uuid:key>/weg/", mine.unblock, name="unblock"),
    path("mijn/melden/", own_reports.report, name="report"),
    path("mijn/mijn-meldingen/", own_reports.own_reports, name="own_reports"),
    path("mijn/mijn-meldingen/<uuid:key>/", own_reports.own_report, name="own_report"),
    path("mijn/meldingen/", reading.reports, name="reports"),
    path("mijn/meldingen/<uuid:key>/", reading.to_read, name="to_read"),
    path("mijn/lezen/<uuid:key>/", reading.read, name="read"),
    path("mijn/dreiging/", threatened.programmes, name="threats"),
    path("mijn/dreiging/<uuid:key>/", threatened.threat_of, name="threat"),
]
