from django.urls import path

from mentoring.progression import views

urlpatterns = [
    path("mijn/op-de-lijst/", views.candidacies, name="candidacies"),
    path("mijn/op-de-lijst/nieuw/<slug:slug>/", views.tell, name="candidacy_tell"),
    path("mijn/op-de-lijst/<uuid:key>/", views.candidacy, name="candidacy"),
    path("mijn/op-de-lijst/<uuid:key>/dit-ben-ik/", views.claim, name="candidacy_claim"),
    path("mijn/op-de-lijst/<uuid:key>/toch-niet/", views.let_go, name="candidacy_let_go"),
    path("mijn/op-de-lijst/<uuid:key>/weghalen/", views.remove, name="candidacy_remove"),
]
