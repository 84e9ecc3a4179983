from django.urls import path

from programmes.importing import views

urlpatterns = [path("uitnodiging/<uuid:token>/", views.imported, name="imported")]
