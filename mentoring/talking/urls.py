from django.urls import path

from mentoring.talking import views

urlpatterns = [
    path("mijn/koppel/<uuid:key>/berichten/", views.messages_of, name="messages"),
    path("mijn/koppel/<uuid:key>/berichten/lezen/", views.read, name="messages_read"),
    path("mijn/koppel/<uuid:key>/contact/", views.contact, name="contact"),
    path("mijn/koppel/<uuid:key>/contact/intrekken/", views.take_back, name="contact_take_back"),
    path("mijn/koppel/<uuid:key>/mail/", views.mail, name="pair_mail"),
]
