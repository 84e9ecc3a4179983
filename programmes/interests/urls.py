from django.urls import path

from programmes.interests import views

urlpatterns = [
    path("laat-het-me-weten/", views.tell_me, name="tell_me"),
    path("laat-het-me-weten/gestuurd/", views.sent, name="interest_sent"),
    path("laat-het-me-weten/programma/<uuid:key>/", views.tell_me_of, name="tell_me_of"),
    path("laat-het-me-weten/<uuid:key>/", views.interest, name="interest"),
]
