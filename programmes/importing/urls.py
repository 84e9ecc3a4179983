from django.urls import path

from programmes.importing import views

urlpatterns = [path("uitnodiging/<uuid:key>/", views.imported, name="imported")]
