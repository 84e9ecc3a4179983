from wagtail import hooks

from mentoring.desk.viewsets import MentoringGroup


@hooks.register("register_admin_viewset")
def register_mentoring() -> MentoringGroup:
    return MentoringGroup()
