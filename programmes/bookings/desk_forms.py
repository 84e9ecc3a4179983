"""What an organiser fills in about a training and its days."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from programmes.desk.forms import choose_the_only_one
from programmes.models import Programme, Session, SessionOffer


class SessionOfferForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Programme.objects.visible_to(self.for_user)
        self.fields["programme"].queryset = own
        choose_the_only_one(self, "programme")
        if self.instance.pk:
            self.fields["programme"].disabled = True


class SessionForm(WagtailAdminModelForm):
    """A day stays with the training it was laid for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"].queryset = SessionOffer.objects.visible_to(self.for_user)
        choose_the_only_one(self, "offer")
        if self.instance.pk:
            self.fields["offer"].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        begins, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if begins and begins <= timezone.now():
            self.add_error("starts_at", _("Kies een dag die nog komt."))
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("Kies een tijd na het begin."))
        if (offer := cleaned.get("offer")) and self.instance.pk is None and _is_complete(offer):
            raise ValidationError(
                _("Alle keren van deze training staan al klaar. Zet bij de training een hoger aantal.")
            )
        return cleaned

    def validate_constraints(self) -> None:
        if not self.errors:
            super().validate_constraints()


def _is_complete(offer: SessionOffer) -> bool:
    return Session.objects.filter(offer=offer, called_off_at=None).count() >= offer.most_sessions
