from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.account_field import AccountField
from people.addresses import MailAddressField
from people.colleagues.roles import colleague_role
from people.models import Membership, Organisation, RoleProposal


class InviteForm(forms.Form):
    """Who is invited, as what, and for which of the own organisations: not asked of who has one."""

    address = MailAddressField(help_text=_("Daar gaat de uitnodiging naartoe. Een account is nog niet nodig."))
    role = forms.ChoiceField(label=_("Rol"), widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(
        label=_("Organisatie"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _("Kies een van je organisaties.")},
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [colleague_role(name) for name in Membership.Role.values]
        self.fields["role"].choices = [(role.name, f"{str(role.label).capitalize()}. {role.what}") for role in roles]
        self.fields["role"].error_messages["required"] = _("Kies wat je collega gaat doen.")
        self.only: Organisation | None = None
        own = Organisation.objects.filter(pk__in=[one.pk for one in organisations])
        if len(organisations) == 1:
            del self.fields["organisation"]
            self.only = organisations[0]
        else:
            self.fields["organisation"].queryset = own

    def organisation_chosen(self) -> Organisation:
        return self.only or self.cleaned_data["organisation"]


class ProposalForm(forms.Form):
    """A role of the portal for somebody known by her address: no list of accounts to choose from."""

    email = AccountField()
    role = forms.ChoiceField(label=_("Rol"), choices=RoleProposal.Role.choices, widget=forms.RadioSelect)
