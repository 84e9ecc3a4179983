"""Who is there for somebody, on each page of her own."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from people.roles import Visitor
from people.sections import once
from programmes import page_facts
from programmes.models import Edition, SafeguardingContact
from programmes.safety.belonging import as_a_participant

MOST_SHOWN = 4


def nearby(request: HttpRequest) -> list[dict[str, str]]:
    """The people to talk to safely, for the card with help (settings.HELP_NEARBY)."""
    found = [one for one in once(request, contacts_around) if one.user_id != request.user.pk]
    rows = {row["url"]: row for one in found if (row := _row(one))}
    return list(rows.values())[:MOST_SHOWN]


def contacts_around(user: Visitor) -> list[SafeguardingContact]:
    """Those of all her programmes (settings.BELONGING), and what she is one of herself: one question.

    An address of mail can name the programme: where that tells too much, who does not take part there gets the
    telephone alone (`mail_too`).
    """
    if not user.is_authenticated:
        return []
    around = Q(user=user.pk)
    for path in settings.BELONGING:
        around |= Q(programme__in=import_string(path)(user))
    tells_much = Edition.objects.sensitive().filter(programme=OuterRef("programme"))
    takes_part = SafeguardingContact.objects.filter(pk=OuterRef("pk"), programme__in=as_a_participant(user))
    return list(SafeguardingContact.objects.filter(around).annotate(mail_too=Exists(takes_part) | ~Exists(tells_much)))


def _row(contact: SafeguardingContact) -> dict[str, str] | None:
    said = page_facts.contact(contact)
    mail = f"mailto:{said['mail']}" if said["mail"] and contact.mail_too else ""  # type: ignore[attr-defined]
    url = f"tel:{said['dialled']}" if said["phone"] else mail
    if not url:
        return None
    return {"url": url, "label": _("Praat met %(name)s") % said, "text": _("Vertrouwenspersoon. %(hours)s") % said}
