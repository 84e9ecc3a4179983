from django.urls import path

from mentoring.power import views

urlpatterns = [path("mijn/voorstel/<uuid:key>/rol/", views.role, name="power_role")]
