from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("Mensen")

    def ready(self) -> None:
        from people.desk_days import use_in_every_form

        use_in_every_form()
