from django.urls import URLPattern, path
from wagtail import hooks

from mentoring.alumni.desk_panels import send_invitation
from mentoring.desk.viewsets import MentoringGroup


@hooks.register("register_admin_viewset")
def register_mentoring() -> MentoringGroup:
    return MentoringGroup()


@hooks.register("register_admin_urls")
def register_invitations() -> list[URLPattern]:
    return [path("mentor-vragen/<uuid:key>/", send_invitation, name="desk_invite_mentor")]
