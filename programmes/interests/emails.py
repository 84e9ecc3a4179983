"""The two mails of an interest: is it you, and it is open."""

from people.letters import Context, MailClass, address, message
from programmes.live_pages import live_pages
from programmes.models import Edition, Interest


@message(MailClass.NEUTRAL, to_address=True)
def confirm_interest(language: str, *, interest: str) -> Context | None:
    """To an address that somebody typed: so it says nothing of what for."""
    found = Interest.objects.filter(key=interest).first()
    return {"link": address("programmes:interest", key=found.key), "minutes": 1} if found else None


@message(MailClass.PRACTICAL, to_address=True)
def programme_opened(language: str, *, edition: str) -> Context | None:
    """Names the programme, unless it has come to reveal something meanwhile."""
    found = _announced(edition)
    if found is None:
        return None
    page = live_pages([found.programme]).get(found.programme_id)
    named = page.title if page and not found.programme.is_sensitive else ""
    return {"link": address("programmes:apply", key=found.key), "programme": named}


@message(MailClass.NEUTRAL, to_address=True)
def programme_opened_quietly(language: str, *, edition: str) -> Context | None:
    """Names no programme: that stands behind the link."""
    found = _announced(edition)
    return {"link": address("programmes:apply", key=found.key)} if found else None


def _announced(edition: str) -> Edition | None:
    """Also when it has closed meanwhile: the page then says so, and what can be done."""
    return Edition.objects.announced().select_related("programme").filter(key=edition).first()
