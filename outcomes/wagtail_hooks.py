from wagtail import hooks

from outcomes.dossier.desk import DossierViewSet
from outcomes.viewsets import NationalFigureViewSet


@hooks.register("register_admin_viewset")
def register_national_figures() -> NationalFigureViewSet:
    return NationalFigureViewSet("national_figures")


@hooks.register("register_admin_viewset")
def register_dossiers() -> DossierViewSet:
    return DossierViewSet("desk_dossiers")
