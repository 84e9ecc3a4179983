"""The form of an event at the desk: who is told of a change follows from saving it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from programmes.agenda.actions import take_over_changes, tell_of_changes
from programmes.desk.forms import choose_the_only_one, own_organisations
from programmes.models import Event, Programme


class EventForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(self.for_user)
        self.fields["organisation"].queryset = own_organisations(self.for_user)
        choose_the_only_one(self, "organisation")
        if self.instance.pk and self.instance.registrations.exists():
            self.fields["organisation"].disabled = True  # who registered, told this organisation and no other

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        starts, until = cleaned.get("starts_at"), cleaned.get("registering_until")
        if starts and until and until > starts:
            self.add_error("registering_until", _("Kies een moment voor de bijeenkomst begint."))
        if cleaned.get("for_alumni") and "programme" in cleaned and not cleaned["programme"]:
            self.add_error("programme", _("Kies een programma. Alleen wie daar meedeed, ziet dit."))
        if cleaned.get("for_alumni") and cleaned.get("is_public"):
            self.add_error("is_public", _("Zet dit uit. Wat in de agenda staat, ziet iedereen."))
        return cleaned

    def save(self, commit: bool = True) -> Event:
        if self.instance.pk is None or not commit:
            return super().save(commit=commit)
        with transaction.atomic():
            was = take_over_changes(self.instance)
            event = super().save()
            tell_of_changes(event, was, by=self.for_user)
        return event
