"""How a form field looks: the classes of the design system, and hint and error tied to the field.

Used by templates/django/forms/field.html alone; pages write `{{ field.as_field_group }}` or `{{ form }}`.
"""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString

register = template.Library()

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
# The first class that fits: subclasses stand before the class they come from.
WIDGET_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.CheckboxSelectMultiple, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.RadioSelect, "utrecht-radio-button utrecht-radio-button--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Widget, TEXTBOX),
]


def _classes(widget: forms.Widget, *, invalid: bool) -> str:
    base = next(classes for kind, classes in WIDGET_CLASSES if isinstance(widget, kind))
    own = widget.attrs.get("class", "")
    bad = f"{base.split()[0]}--invalid" if invalid else ""
    return " ".join(part for part in (base, bad, own) if part)


@register.filter
def described_by(field: BoundField) -> str:
    """Ids of hint, error and "who sees this", in the order in which they stand on the page."""
    ids = [field.field.widget.attrs.get("aria-describedby", "")]
    if field.help_text:
        ids.append(f"{field.auto_id}_helptext")
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    if getattr(field.field, "who_sees", ""):
        ids.append(f"{field.auto_id}_wie")
    return " ".join(part for part in ids if part)


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """The field's own input, with our classes and the ids that describe it."""
    attrs: dict[str, Any] = {"class": _classes(field.field.widget, invalid=bool(field.errors))}
    attrs["placeholder"] = False  # the label says it, and stays when one types
    if described := described_by(field):
        attrs["aria-describedby"] = described
    return field.as_widget(attrs=attrs)


@register.simple_tag
def option(part: BoundWidget, field: BoundField) -> SafeString:
    """One input of a group. The group carries hint and error, so the single option does not repeat them."""
    attrs = {name: value for name, value in part.data["attrs"].items() if not name.startswith("aria-")}
    attrs["class"] = _classes(field.field.widget, invalid=False)
    part.data["attrs"] = attrs
    return part.tag()


@register.filter
def is_group(field: BoundField) -> bool:
    """True for a list of radio buttons or checkboxes (in Django the second is a kind of the first)."""
    return isinstance(field.field.widget, forms.RadioSelect)


@register.filter
def is_radio(field: BoundField) -> bool:
    return is_group(field) and not isinstance(field.field.widget, forms.CheckboxSelectMultiple)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """True for one single checkbox, whose label stands behind it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def marks_optional(field: BoundField) -> bool:
    """Whether "(optioneel)" stands behind the label; a form of filters says `mark_optional = False`."""
    return not field.field.required and getattr(field.form, "mark_optional", True)


@register.filter
def in_two_columns(field: BoundField) -> bool:
    """Many short checkboxes stand in two columns when there is room."""
    return isinstance(field.field.widget, forms.CheckboxSelectMultiple) and len(field) > 5


def _target(field: BoundField) -> str:
    """The id to jump to: of a group the first option, else the field itself."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


def _in_summary(error: str, field: BoundField) -> str:
    """Away from its field: in the words that the field has for that, else with the label before "is required"."""
    if words := getattr(field.field, "in_summary", {}).get(error):
        return words
    if error != str(forms.Field.default_error_messages["required"]):
        return error
    return f"{str(field.label).rstrip('?')}: {error[:1].lower()}{error[1:]}"


@register.simple_tag
def error_links(*forms_: forms.BaseForm | None) -> list[dict[str, str]]:
    """Every error of these forms in their order; those of a field with the id to jump to."""
    found: list[dict[str, str]] = []
    for form in forms_:
        if not form or not form.is_bound:
            continue
        found += [{"text": str(error), "target": ""} for error in form.non_field_errors()]
        for field in form:
            target = "" if field.is_hidden else _target(field)
            found += [{"text": _in_summary(str(error), field), "target": target} for error in field.errors]
    return found


@register.simple_tag
def relabel(field: BoundField, label: str, help_text: str = "") -> str:
    """Our words on the field of a package's form."""
    field.label = label
    field.help_text = help_text or field.help_text
    return ""
