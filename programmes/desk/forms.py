"""What the forms of the desk add to the fields: whom one may choose, and what may not get lost."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from people.models import Membership, Organisation, User
from people.roles import is_administrator
from programmes.actions.programmes import choose_reveals
from programmes.choices import Reveals
from programmes.models import Answer, Programme


def own_organisations(user: User) -> QuerySet[Organisation]:
    if is_administrator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(memberships__user=user, memberships__role=Membership.Role.ORGANISER).distinct()


class ProgrammeForm(WagtailAdminModelForm):
    """`reveals` goes through the action, which may make it wait for an administrator."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.for_user and not is_administrator(self.for_user) and not self._carries_own():
            self.add_error(None, _("Zet je eigen organisatie bij het programma."))
        return cleaned

    def _carries_own(self) -> bool:
        own = set(own_organisations(self.for_user).values_list("pk", flat=True))
        kept = [form for form in self.formsets["carriers"].forms if form.is_valid() and not _is_removed(form)]
        return any(
            form.cleaned_data["organisation"].pk in own for form in kept if form.cleaned_data.get("organisation")
        )

    def save(self, commit: bool = True) -> Programme:
        wanted = Reveals(self.cleaned_data["reveals"])
        is_new = self.instance.pk is None
        if not is_new:
            self.instance.reveals = self.initial["reveals"]
        programme = super().save(commit=commit)
        if commit and not is_new:
            changed = choose_reveals(programme, wanted, by=self.for_user)
            programme.reveals, programme.reveals_asked = changed.reveals, changed.reveals_asked
        return programme


class ContactForm(WagtailAdminModelForm):
    """People of the own organisation and those who already are a contact somewhere: never every account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = _possible_contacts(self.for_user, self.instance.user_id)


def _possible_contacts(user: User | None, chosen: int | None) -> QuerySet[User]:
    if user is None:
        return User.objects.none()
    members = Q(memberships__organisation__in=own_organisations(user))
    return User.objects.filter(members | Q(safeguards__isnull=False) | Q(pk=chosen)).distinct().order_by("name", "pk")


class EditionForm(WagtailAdminModelForm):
    """A question that someone answered stays: its answers would lose their meaning."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(self.for_user)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for form in self.formsets["questions"].forms:
            removed = form.is_valid() and _is_removed(form)
            if removed and form.instance.pk and Answer.objects.filter(question=form.instance.pk).exists():
                raise ValidationError(
                    _("Op deze vraag is al geantwoord, dus die blijft staan: %s") % form.instance.label
                )
        return cleaned


class EventForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(self.for_user)
        self.fields["organisation"].queryset = own_organisations(self.for_user)


def _is_removed(form: WagtailAdminModelForm) -> bool:
    return bool(form.cleaned_data.get("DELETE"))
