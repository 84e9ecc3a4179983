"""The mail with the six digits."""

from people.letters import Context, MailClass, message
from people.models import MailCode


@message(MailClass.ACCOUNT, to_address=True)
def mail_code(language: str, *, code: str) -> Context | None:
    """Nothing is said of what it is for: who reads along learns that someone typed this address."""
    found = MailCode.objects.filter(key=code).first()
    return {"digits": found.digits} if found and found.works() else None
