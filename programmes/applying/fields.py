"""How a question becomes a field of a form, by Wagtail's form builder; and how its answer becomes a text and back.

What was typed loses signs that nobody sees. Limits are ours and not the browser's: an attribute would cut off pasted
text without a word.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import FormBuilder

from people.languages import said
from people.typed import LineField, PlainTextField, plain, without_marks
from programmes.choices import QuestionKind
from programmes.models import Question

LONGEST = {QuestionKind.TEXT: 200, QuestionKind.LONG: 3000, QuestionKind.MAIL: 200, QuestionKind.URL: 500}
YES, NO = "ja", "nee"
DAY_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
# What Wagtail's builder calls each kind.
FIELD_TYPES = {
    QuestionKind.TEXT: "singleline",
    QuestionKind.LONG: "multiline",
    QuestionKind.CHOICE: "radio",
    QuestionKind.MENU: "dropdown",
    QuestionKind.SEVERAL: "checkboxes",
    QuestionKind.YESNO: "radio",
    QuestionKind.TICK: "checkbox",
    QuestionKind.NUMBER: "number",
    QuestionKind.DATE: "date",
    QuestionKind.MAIL: "email",
    QuestionKind.URL: "url",
}


def name_of(question: Question) -> str:
    return f"vraag-{question.pk}"


@dataclass(frozen=True)
class AskedField:
    """A question in the shape that Wagtail's form builder reads."""

    question: Question

    @property
    def clean_name(self) -> str:
        return name_of(self.question)

    @property
    def field_type(self) -> str:
        return FIELD_TYPES[QuestionKind(self.question.kind)]


class NumberField(forms.DecimalField):
    """With a comma or a point."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(plain(value).replace(",", ".") if isinstance(value, str) else value)


class DayField(forms.DateField):
    def to_python(self, value: Any) -> date | None:
        return super().to_python(plain(value) if isinstance(value, str) else value)


class MailField(forms.EmailField):
    def to_python(self, value: Any) -> str:
        return without_marks(super().to_python(value) or "")


class AddressField(forms.URLField):
    """Of a page on the internet; without "https://" in front it is meant so."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> str:
        return super().to_python(without_marks(value) if isinstance(value, str) else value) or ""


class QuestionBuilder(FormBuilder):
    """Wagtail's builder, with our fields, words and limits."""

    def create_singleline_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        return LineField(validators=[_not_longer(QuestionKind.TEXT)], **options)

    def create_multiline_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        area = forms.Textarea(attrs={"rows": 5})
        return PlainTextField(validators=[_not_longer(QuestionKind.LONG)], widget=area, **options)

    def create_email_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        return MailField(max_length=None, validators=[_not_longer(QuestionKind.MAIL)], **options)

    def create_url_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        return AddressField(assume_scheme="https", validators=[_not_longer(QuestionKind.URL)], **options)

    def create_number_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        made = NumberField(max_digits=12, decimal_places=2, **options)
        made.widget.attrs["inputmode"] = "decimal"
        return made

    def create_date_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        calendar = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return DayField(input_formats=DAY_FORMATS, widget=calendar, **options)

    def create_dropdown_field(self, field: AskedField, options: dict[str, Any]) -> forms.Field:
        choices = [("", _("Kies een antwoord")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def get_formatted_field_choices(self, field: AskedField) -> list[tuple[str, str]]:
        return options_of(field.question)

    def get_formatted_field_initial(self, field: AskedField) -> list[str]:
        return []

    def get_field_options(self, field: AskedField) -> dict[str, Any]:
        return {
            "label": said(field.question, "label"),
            "help_text": conditional_escape(said(field.question, "help")),
            "required": field.question.required,
            "error_messages": {name: words[0] for name, words in _wrong(field.question).items()},
        }


def fields_of(questions: Iterable[Question]) -> dict[str, forms.Field]:
    """A field for each question, by its name in the form."""
    asked = {name_of(question): question for question in questions}
    made = QuestionBuilder([AskedField(question) for question in asked.values()]).formfields
    for name, field in made.items():
        field.in_summary = dict(_wrong(asked[name]).values())
        field.who_sees = _("Wie ziet dit? De organisatie van dit programma.")
    return dict(made)


def options_of(question: Question) -> list[tuple[str, str]]:
    """(value, label) of what one can choose; [] where one types."""
    kind = QuestionKind(question.kind)
    if kind == QuestionKind.YESNO:
        return [(YES, _("Ja")), (NO, _("Nee"))]
    if kind == QuestionKind.TICK:
        return [(YES, _("Ja"))]
    return question.options() if kind.has_choices else []


def as_text(value: Any) -> str:
    """What a form read, as it is kept."""
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, list | tuple):
        return "\n".join(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return value or ""


def as_initial(question: Question, kept: str) -> Any:
    """The other way: what a form begins with."""
    if question.kind == QuestionKind.SEVERAL:
        return kept.splitlines()
    return kept == YES if question.kind == QuestionKind.TICK else kept


def in_words(question: Question, kept: str) -> str:
    """An answer as someone reads it, in the language of the page."""
    if labels := dict(options_of(question)):
        return "\n".join(labels.get(line, line) for line in kept.splitlines())
    if question.kind == QuestionKind.DATE and (day := parse_date(kept)):
        return date_format(day, "j F Y")
    return kept.replace(".", ",") if question.kind == QuestionKind.NUMBER and get_language() == "nl" else kept


def _not_longer(kind: QuestionKind) -> Callable[[str], None]:
    longest = LONGEST[kind]
    too_long = ngettext(
        "Je antwoord is te lang. Het mag hoogstens %(longest)s teken zijn.",
        "Je antwoord is te lang. Het mag hoogstens %(longest)s tekens zijn.",
        longest,
    ) % {"longest": longest}
    return MaxLengthValidator(longest, message=too_long)


def _wrong(question: Question) -> dict[str, tuple[str, str]]:
    """By code: what stands beside the field, and in the summary above the form, where it says which question."""
    asked = {"question": said(question, "label")}
    return {
        "required": _left_out(QuestionKind(question.kind), asked),
        "invalid_choice": (
            _("Kies een antwoord uit de lijst."),
            _("Kies een antwoord uit de lijst bij: %(question)s") % asked,
        ),
        **_not_this_kind(QuestionKind(question.kind), asked),
    }


def _left_out(kind: QuestionKind, asked: dict[str, str]) -> tuple[str, str]:
    """A tick is no question."""
    if kind == QuestionKind.TICK:
        return _("Kruis dit aan."), _("Kruis aan: %(question)s") % asked
    return _("Beantwoord deze vraag."), _("Beantwoord de vraag: %(question)s") % asked


def _not_this_kind(kind: QuestionKind, asked: dict[str, str]) -> dict[str, tuple[str, str]]:
    """What is no number, day or address: what it should look like."""
    if kind == QuestionKind.NUMBER:
        beside = _("Vul een getal in, bijvoorbeeld 12 of 2,5.")
        above = _("Vul een getal in bij: %(question)s") % asked
        codes = ("invalid", "max_digits", "max_decimal_places", "max_whole_digits")
        return dict.fromkeys(codes, (beside, above))
    if kind == QuestionKind.DATE:
        beside = _("Vul een datum in, bijvoorbeeld 31-12-2026.")
        return {"invalid": (beside, _("Vul een datum in bij: %(question)s") % asked)}
    if kind == QuestionKind.MAIL:
        beside = _("Vul een e-mailadres in, bijvoorbeeld naam@example.org.")
        return {"invalid": (beside, _("Vul een e-mailadres in bij: %(question)s") % asked)}
    if kind == QuestionKind.URL:
        beside = _("Vul een adres in, bijvoorbeeld https://www.example.org.")
        return {"invalid": (beside, _("Vul een adres op internet in bij: %(question)s") % asked)}
    return {}
