"""Days and times in the forms of /cms/: the browser's own calendar.

That of Wagtail opens by itself and lies over what stands below the field, such as the button.
"""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


def use_in_every_form() -> None:
    """Also in those that Wagtail makes of a model."""
    kinds = {models.DateField: DayInput, models.TimeField: HourInput, models.DateTimeField: MomentInput}
    for kind, widget in kinds.items():
        register_form_field_override(kind, override={"widget": widget})
