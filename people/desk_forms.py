"""Forms of the administrator's screens that end in an action instead of a row."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from people import actions
from people.account_field import AccountField
from people.consent import purposes
from people.models import ConsentText, Membership


class RoleForm(WagtailAdminModelForm):
    """A role for someone known by her address: no list of accounts to choose from."""

    email = AccountField()
    field_order = ["email", "organisation", "role"]

    class Meta:
        model = Membership
        fields = ["organisation", "role"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        same = {"user": cleaned.get("email"), "organisation": cleaned.get("organisation"), "role": cleaned.get("role")}
        if all(same.values()) and Membership.objects.filter(**same).exists():
            self.add_error("role", _("Deze persoon heeft deze rol al."))
        return cleaned

    def save(self, commit: bool = True) -> Membership:
        chosen = self.cleaned_data
        return actions.give_role(chosen["email"], chosen["organisation"], chosen["role"], by=self.for_user)


class ConsentTextForm(WagtailAdminModelForm):
    """Always a new version; which number it gets is not for the form."""

    purpose = forms.ChoiceField(label=_("Waarvoor"))

    class Meta:
        model = ConsentText
        fields = ["purpose", "text", "text_en", "valid_from"]
        help_texts = {
            "text": _("Zeg in gewone woorden waar iemand ja op zegt. Wie eerder ja zei, houdt de oude tekst."),
            "valid_from": _("Nu of later. Een tekst kan niet eerder beginnen dan vandaag."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [(purpose.name, purpose.title) for purpose in purposes().values()]

    def save(self, commit: bool = True) -> ConsentText:
        return actions.add_consent_text(**self.cleaned_data, by=self.for_user)
