"""/cms/beheer/vertrouwenspersonen/: the pool of contacts that programmes share, kept by administrators."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from people.account_field import AccountField
from people.administration import AdministratorViewSet
from people.models import User
from people.policies import NO_MINISTRY
from people.roles import is_ministry
from programmes.models import PoolContact


class PoolContactForm(WagtailAdminModelForm):
    """Somebody known by her address: no list of accounts to choose from."""

    email = AccountField(help_text=_("Daarmee leest zij of hij meldingen."))
    field_order = ["email"]

    class Meta:
        model = PoolContact
        fields = ["display_name", "organisation", "hours", "hours_en", "mail_address", "phone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].initial = self.instance.user.email

    def clean_email(self) -> User:
        person: User = self.cleaned_data["email"]
        if is_ministry(person):
            raise forms.ValidationError(NO_MINISTRY)
        if PoolContact.objects.filter(user=person).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Deze persoon staat al in de pool."))
        return person

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("mail_address") and not cleaned.get("phone") and not self.errors:
            self.add_error("mail_address", _("Vul een e-mailadres of een telefoonnummer in, of allebei."))
        return cleaned

    def save(self, commit: bool = True) -> PoolContact:
        self.instance.user = self.cleaned_data["email"]
        return super().save(commit=commit)


class PoolContactViewSet(AdministratorViewSet):
    model = PoolContact
    name = "admin_pool_contacts"
    url_prefix = "beheer/vertrouwenspersonen"
    icon = "help"
    menu_label = _("Vertrouwenspersonen voor iedereen")
    menu_order = 28
    verbs = frozenset({"add", "change", "delete"})
    list_display = ["display_name", "organisation", "hours"]
    ordering = ["display_name"]

    def get_form_class(self, for_update: bool = False) -> type[PoolContactForm]:
        return PoolContactForm
