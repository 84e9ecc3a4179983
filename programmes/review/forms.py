"""What a reviewer fills in: on each criterion a word of three, and a sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.addresses import MailAddressField
from people.languages import said
from people.typed import PlainTextField
from programmes.choices import Verdict
from programmes.models import Criterion, CriterionJudgement
from programmes.review.actions import Found

LONGEST_SENTENCE = 400


class ReviewForm(forms.Form):
    """With `partly` nothing is required: what is there is kept."""

    def __init__(
        self,
        *args: Any,
        criteria: Iterable[Criterion],
        written: Mapping[int, CriterionJudgement] | None = None,
        partly: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for criterion in self.criteria:
            found = (written or {}).get(criterion.pk)
            title = said(criterion, "title")
            self.fields[f"oordeel-{criterion.pk}"] = forms.ChoiceField(
                label=_("Jouw oordeel"),
                choices=Verdict.choices,
                widget=forms.RadioSelect,
                required=not partly,
                initial=found.verdict if found else "",
                error_messages={"required": _("Kies een oordeel bij: %(title)s") % {"title": title}},
            )
            self.fields[f"zin-{criterion.pk}"] = PlainTextField(
                label=_("Waarom? In een zin"),
                widget=forms.Textarea(attrs={"rows": 2}),
                required=not partly,
                initial=found.sentence if found else "",
                validators=[MaxLengthValidator(LONGEST_SENTENCE, message=_too_long(title))],
                error_messages={"required": _("Schrijf een zin bij: %(title)s") % {"title": title}},
            )

    def parts(self) -> list[dict[str, Any]]:
        """Criterion by criterion, each with its two fields."""
        return [
            {
                "title": said(criterion, "title"),
                "text": said(criterion, "text"),
                "fields": [self[f"oordeel-{criterion.pk}"], self[f"zin-{criterion.pk}"]],
            }
            for criterion in self.criteria
        ]

    def found(self) -> Found:
        """Of a valid form."""
        return {
            criterion: (self.cleaned_data[f"oordeel-{criterion.pk}"], self.cleaned_data[f"zin-{criterion.pk}"])
            for criterion in self.criteria
        }


def _too_long(title: str) -> str:
    return _("Maak de zin korter bij: %(title)s. Het mag %(most)s tekens zijn.") % {
        "title": title,
        "most": LONGEST_SENTENCE,
    }


class InviteReviewerForm(forms.Form):
    address = MailAddressField(
        label=gettext_lazy("E-mailadres van wie meeleest"),
        help_text=gettext_lazy("Ook iemand van een andere organisatie. Deze persoon krijgt een mail met een knop."),
    )
