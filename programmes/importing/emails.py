"""The one mail to who stood in a sheet."""

from datetime import timedelta

from django.utils import timezone

from people.letters import Context, MailClass, address, message
from programmes.models import Imported


@message(MailClass.NEUTRAL, to_address=True)
def imported_invited(language: str, *, imported: str) -> Context | None:
    """Neutral: an organiser typed this address, and who reads along may know nothing."""
    found = Imported.objects.answerable().filter(key=imported).first()
    if found is None:
        return None
    last = timezone.localdate(found.until) - timedelta(days=1)
    return {"link": address("programmes:imported", token=found.token), "until": last, "minutes": 2}
