"""What the forms of the desk add to the fields: whom one may choose, and what may not get lost."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from lifecycle.errors import Refused
from people.models import Membership, Organisation, User
from people.roles import is_administrator
from programmes.actions.editions import take_over_moves
from programmes.actions.revealing import choose_reveals
from programmes.choices import Reveals
from programmes.desk.question_form import let_go_of_removed, why_not_together
from programmes.models import Answer, Edition, Programme, SafeguardingContact
from programmes.models.safeguarding_contact import enough_contacts
from programmes.opening import why_not_as_it_stands
from programmes.safety.contacts import are_enough, lock_contacts, needs_contacts


def own_organisations(user: User) -> QuerySet[Organisation]:
    if is_administrator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(memberships__user=user, memberships__role=Membership.Role.ORGANISER).distinct()


def choose_the_only_one(form: WagtailAdminModelForm, name: str) -> None:
    """Who has one choice need not make it. After the choices are narrowed to her own."""
    if form.instance.pk is None and len(own := list(form.fields[name].queryset[:2])) == 1:
        form.initial[name] = own[0].pk


TOO_FEW_CONTACTS = _(
    "Er doen mensen mee. Dan zijn er twee vertrouwenspersonen nodig, van wie één van buiten. Zet er eerst iemand bij."
)


def _would_miss_them(programme: Programme) -> bool:
    """People rely on the contacts that are there; where some went missing before, nothing else is held up."""
    return needs_contacts(programme) and enough_contacts(Programme.objects.get(pk=programme.pk))


class ProgrammeForm(WagtailAdminModelForm):
    """A programme stays with the organisation of whoever edits it. A new one begins with hers, in front."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["name"].error_messages["unique"] = _("Er is al een programma met deze naam. Kies een andere naam.")
        self.fields["slug"].help_text = _("Komt in het adres van de pagina. Leeg: wij maken hem van de naam.")
        if self.instance.pk is None and not self.is_bound and self.for_user:
            self._begin_with_own_organisation()

    def _begin_with_own_organisation(self) -> None:
        """Shown filled in, and sent along: a browser's form differs from an empty row, so the row is saved."""
        own = None if is_administrator(self.for_user) else own_organisations(self.for_user).first()
        rows = self.formsets["carriers"].forms
        if own and rows:
            rows[0].initial |= {"organisation": own.pk, "is_lead": True}

    def clean_slug(self) -> str:
        """Of the name when none is given; one that another programme has is refused in words that help."""
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name", ""))[:80].strip("-")
        if Programme.objects.filter(slug=slug).exclude(pk=self.instance.pk).exists():
            raise ValidationError(
                _("De korte naam “%(slug)s” is al van een ander programma. Kies een andere.") % {"slug": slug}
            )
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.for_user and not is_administrator(self.for_user) and not self._carries_own():
            self.add_error(None, _("Zet je eigen organisatie bij het programma."))
        if self.instance.pk and not self._keeps_contacts() and _would_miss_them(self.instance):
            self.add_error(None, TOO_FEW_CONTACTS)
        return cleaned

    def _keeps_contacts(self) -> bool:
        """Of those who are there, without who is taken away and with who is new."""
        stay = dict(SafeguardingContact.objects.filter(programme=self.instance).values_list("pk", "is_outside"))
        new = []
        for form in self.formsets["safeguarding_contacts"].forms:
            if not form.is_valid():
                continue  # it says so itself
            if _is_removed(form):
                stay.pop(form.instance.pk, None)
            elif form.instance.pk in stay:
                stay[form.instance.pk] = form.cleaned_data["is_outside"]
            elif form.cleaned_data.get("user"):
                new.append(form.cleaned_data["is_outside"])
        return are_enough([*stay.values(), *new])

    def save(self, commit: bool = True) -> Programme:
        """Somebody may have opened an edition since the form was checked."""
        if not commit or self.instance.pk is None:
            return super().save(commit=commit)
        lock_contacts(self.instance)
        were_enough = _would_miss_them(self.instance)
        programme = super().save(commit=commit)
        if were_enough and not enough_contacts(Programme.objects.get(pk=programme.pk)):
            raise Refused(TOO_FEW_CONTACTS)
        return programme

    def _carries_own(self) -> bool:
        own = set(own_organisations(self.for_user).values_list("pk", flat=True))
        kept = [form for form in self.formsets["carriers"].forms if form.is_valid() and not _is_removed(form)]
        return any(
            form.cleaned_data["organisation"].pk in own for form in kept if form.cleaned_data.get("organisation")
        )


class ContactForm(WagtailAdminModelForm):
    """People of the own organisation and those who already are a contact somewhere: never every account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = _possible_contacts(self.for_user, self.instance.user_id)
        if self.instance.pk:  # another person is another row: since when she is one decides what she reads
            self.fields["user"].disabled = True


class CarrierForm(WagtailAdminModelForm):
    """Another organisation is another row: it sees what is sent from then on, not what this one has seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["organisation"].disabled = True


def _possible_contacts(user: User | None, chosen: int | None) -> QuerySet[User]:
    if user is None:
        return User.objects.none()
    members = Q(memberships__organisation__in=own_organisations(user))
    shared = Q(safeguards__isnull=False) | Q(pool_contact__isnull=False)
    return User.objects.filter(members | shared | Q(pk=chosen)).distinct().order_by("name", "pk")


class EditionForm(WagtailAdminModelForm):
    """What it reveals goes through the action, which may make it wait; a question that someone answered stays.

    A new edition starts from the values of the programme's latest one. It says so by leaving them empty.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(self.for_user)
        if "questions" in self.formsets:
            self.formsets["questions"].form_kwargs["edition"] = self.instance
        self.fields["offer_days"].required = self.fields["reviewers_each"].required = False
        if self.instance.pk is None:
            self._start_empty()
        else:
            self.fields["programme"].disabled = True  # its applications stay where they were sent
            self._show_what_waits()

    def _start_empty(self) -> None:
        age, reveals = self.fields["minimum_age"], self.fields["reveals"]
        age.required = reveals.required = False
        age.help_text = _("Leeg: zoals de vorige editie, of 18 als er geen vorige is. %s") % age.help_text
        reveals.choices = [("", _("zoals de vorige editie")), *Reveals.choices]
        self.initial |= {"minimum_age": None, "reveals": ""}

    def _show_what_waits(self) -> None:
        """An organiser finds back what she asked for; an administrator agrees by a button, never by saving."""
        if self.instance.reveals_asked and not is_administrator(self.for_user):
            self.initial["reveals"] = self.instance.reveals_asked
            self.fields["reveals"].help_text = _("Dit wacht op een beheerder. Tot dan geldt: %s.") % (
                self.instance.get_reveals_display()
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk is None and cleaned.get("programme"):
            self._fill_in(cleaned)
        if reason := self._why_not_these_questions() or self._why_not_together(cleaned):
            raise ValidationError(reason)
        return cleaned

    def _why_not_together(self, cleaned: dict[str, Any]) -> str:
        reveals = cleaned.get("reveals") or self.instance.reveals
        return why_not_together(self.formsets["questions"].forms, reveals)

    def clean_offer_days(self) -> int:
        return self.cleaned_data["offer_days"] or Edition._meta.get_field("offer_days").default

    def clean_reviewers_each(self) -> int:
        return self.cleaned_data["reviewers_each"] or Edition._meta.get_field("reviewers_each").default

    def _fill_in(self, cleaned: dict[str, Any]) -> None:
        latest = Edition.objects.latest_of(cleaned["programme"]) or Edition(reveals="")
        chosen = cleaned.get("reveals") or latest.reveals
        if chosen:
            self._begins_with, cleaned["reveals"] = Reveals(latest.reveals or chosen), chosen
        elif "reveals" in cleaned:
            self.add_error("reveals", _("Dit is de eerste editie. Kies wat meedoen over iemand laat zien."))
        if "minimum_age" in cleaned:
            cleaned["minimum_age"] = cleaned["minimum_age"] or latest.minimum_age

    def _post_clean(self) -> None:
        super()._post_clean()
        if reason := why_not_as_it_stands(self.instance):
            self.add_error("minimum_age", reason)

    def save(self, commit: bool = True) -> Edition:
        wanted = Reveals(self.cleaned_data["reveals"])
        if self.instance.pk is None:
            self.instance.reveals, is_chosen = self._begins_with, True
        else:
            take_over_moves(self.instance)
            if reason := self._why_not_these_questions():  # an answer may have come in since the form was checked
                raise Refused(reason)
            is_chosen = "reveals" in self.changed_data
        if commit:
            let_go_of_removed(self.formsets["questions"].forms)
        edition = super().save(commit=commit)
        if commit and is_chosen:
            chosen = choose_reveals(edition, wanted, by=self.for_user)
            edition.reveals, edition.reveals_asked = chosen.reveals, chosen.reveals_asked
        return edition

    def _why_not_these_questions(self) -> str:
        """What someone has answered stays as it was asked, or "": an answer under other words is another answer."""
        for form in self.formsets["questions"].forms:
            if not (form.instance.pk and form.is_valid() and (_is_removed(form) or _is_reworded(form))):
                continue
            if Answer.objects.filter(question=form.instance.pk).exists():
                label = form.initial["label"]
                if _is_removed(form):
                    return _("Op deze vraag is al geantwoord, dus die blijft staan: %s") % label
                return _("Op deze vraag is al geantwoord. Zet de woorden terug en voeg een vraag toe: %s") % label
        return ""


# What someone answered to. A translation that was not there yet may be added.
_ASKED = ("label", "label_en", "help", "help_en", "kind", "choices", "choices_en")


def _is_reworded(form: WagtailAdminModelForm) -> bool:
    def lines(value: str | None) -> list[str]:
        return (value or "").strip().splitlines()  # a browser sends its own line ends

    return any(
        lines(form.initial.get(name)) != lines(form.cleaned_data.get(name))
        for name in _ASKED
        if form.initial.get(name) or not name.endswith("_en")
    )


def _is_removed(form: WagtailAdminModelForm) -> bool:
    return bool(form.cleaned_data.get("DELETE"))
