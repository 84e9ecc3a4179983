"""The mail with an invitation."""

from people.colleagues.roles import colleague_roles
from people.colleagues.tokens import token_of
from people.letters import Context, MailClass, address, message
from people.models import Invitation


@message(MailClass.ACCOUNT, to_address=True)
def colleague_invited(language: str, *, invitation: str) -> Context | None:
    """Says who asks and as what; never for which programme or edition."""
    found = Invitation.objects.open().select_related("organisation").filter(key=invitation).first()
    role = colleague_roles().get(found.role) if found else None
    if found is None or role is None:
        return None
    link = address("people:invitation", token=token_of(found.key))
    return {"link": link, "organisation": found.organisation.name, "role": role.label, "until": found.until}
