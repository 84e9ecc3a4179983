"""A column that holds some of a fixed set of answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SeveralField(models.JSONField):
    """A list of the values of one TextChoices, each once, in the order in which they are declared.

    On a form: check boxes. ValidationError for a value that is not in the set.
    """

    def __init__(self, *args: Any, of: type[models.TextChoices], **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        chosen = super().clean(value, model_instance) or []
        if not isinstance(chosen, list) or not set(map(str, chosen)) <= set(self.of.values):
            raise ValidationError(_("Kies uit de antwoorden die er staan."))
        return [option for option in self.of.values if option in chosen]

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            **{
                "choices": self.of.choices,
                "widget": forms.CheckboxSelectMultiple,
                "required": not self.blank,
                "label": self.verbose_name,
                "help_text": self.help_text,
                **{key: value for key, value in kwargs.items() if key not in {"form_class", "choices_form_class"}},
            }
        )
