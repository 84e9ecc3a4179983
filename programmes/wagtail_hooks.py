from django.urls import URLPattern
from wagtail import hooks

from programmes.desk.viewsets import DESK_URLS, ProgrammesGroup


@hooks.register("register_admin_viewset")
def register_programmes() -> ProgrammesGroup:
    return ProgrammesGroup()


@hooks.register("register_admin_urls")
def register_desk_urls() -> list[URLPattern]:
    return DESK_URLS
