from django.urls import path

from people import views
from people.colleagues.views import invitation

app_name = "people"
urlpatterns = [
    path("mijn/", views.mine, name="mine"),
    path("mijn/gegevens/", views.my_data, name="my_data"),
    path("mijn/gegevens/meenemen/", views.take_out, name="take_out"),
    path("mijn/gegevens/intrekken/", views.withdraw_consent, name="withdraw_consent"),
    path("mijn/gegevens/wissen/", views.erase, name="erase"),
    path("collega-worden/<uuid:token>/", invitation, name="invitation"),
    path("hulp/", views.help_at_hand, name="help"),
]
