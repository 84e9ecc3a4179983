"""What the editor of a programme's page adds to Wagtail's own."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from home.page_form import PlainPageForm
from people.roles import is_administrator
from programmes.models.edition import Edition
from programmes.models.programme import Programme


def easy_words(easy: Any) -> list[str]:
    """What readers read of it, without the pictures."""
    parts = [part.value for part in easy or []]
    return [
        line for part in parts for line in (part["title"], *(said for row in part["rows"] for said in row["lines"]))
    ]


class ProgrammePageForm(PlainPageForm):
    """The programmes of the own organisations. A page stays that of its programme, from which its editors follow."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "programme" in self.fields and not is_administrator(self.for_user):
            own = Q(organisations__memberships__user=self.for_user) | Q(pk=self.instance.programme_id)
            self.fields["programme"].queryset = Programme.objects.filter(own).distinct()
            self.fields["programme"].disabled = self.instance.pk is not None

    def clean(self) -> dict[str, Any]:
        """Who looked at the easy text, and when, is said of the text that stands there."""
        cleaned = super().clean()
        who, when = cleaned.get("checked_by"), cleaned.get("checked_on")
        if when and not who:
            self.add_error("checked_by", _("Schrijf op welke groep de tekst heeft nagekeken."))
        if when and when > timezone.localdate():
            self.add_error("checked_on", _("Deze dag moet nog komen. Vul de dag in waarop de tekst is nagekeken."))
        is_other_text = easy_words(self.initial.get("easy")) != easy_words(cleaned.get("easy"))
        if who and is_other_text and not {"checked_by", "checked_on"} & {*self.changed_data}:
            again = _("De makkelijke tekst is veranderd. Vul in wie hem opnieuw nakeek en wanneer, of maak beide leeg.")
            self.add_error("checked_by", again)
        return cleaned


class RecordsPanel(Panel):
    """Links to the facts: they are not edited on the page, so that no draft of words can undo them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programmes/desk/records_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            user = self.request.user
            programme = Programme.objects.visible_to(user).filter(pk=self.instance.programme_id).first()
            editions = Edition.objects.visible_to(user).filter(programme=programme) if programme else []
            context["links"] = [_link("desk_programmes:edit", programme)] if programme else []
            context["links"] += [_link("desk_editions:edit", edition) for edition in editions]
            return context


def _link(name: str, thing: Programme | Edition) -> dict[str, str]:
    kind = _("Programma") if isinstance(thing, Programme) else _("Editie")
    return {"url": reverse(name, args=[thing.pk]), "label": f"{kind}: {thing}"}
