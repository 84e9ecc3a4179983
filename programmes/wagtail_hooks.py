from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from programmes.asking.desk import AskCountViewSet
from programmes.bookings.desk import TrainingsGroup
from programmes.desk.viewsets import DESK_URLS, PeopleGroup, ProgrammesGroup
from programmes.editing.words import say_what_buttons_do
from programmes.small_programme.pool_desk import PoolContactViewSet

hooks.register("construct_page_action_menu", say_what_buttons_do)


@hooks.register("register_admin_viewset")
def register_programmes() -> list[ViewSetGroup]:
    return [PeopleGroup(), ProgrammesGroup()]


@hooks.register("register_admin_viewset")
def register_trainings() -> TrainingsGroup:
    return TrainingsGroup()


@hooks.register("register_admin_viewset")
def register_pool() -> PoolContactViewSet:
    return PoolContactViewSet()


@hooks.register("register_admin_viewset")
def register_asking() -> AskCountViewSet:
    return AskCountViewSet("admin_asking")


@hooks.register("register_admin_urls")
def register_desk_urls() -> list[URLPattern]:
    return DESK_URLS


@hooks.register("insert_global_admin_css")
def fit_choices_on_a_phone() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("programmes/desk.css"))
