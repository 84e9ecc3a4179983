"""The invented people of the demo, the same each time. Nobody else can be signed in by a press.

Others build on them: `person("organiser")` gives the account, `organisation()` the invented organisation
it works for. What makes a mentor or a safeguarding contact (a profile, a programme) is added by the
content of the demo.
"""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Organisation, User
from people.roles import ADMINISTRATOR, MINISTRY


@dataclass(frozen=True)
class Role:
    """`key` is what the form posts; `lands` where someone in this role starts."""

    key: str
    name: str
    email: str
    label: Promise
    about: Promise
    lands: str = "/mijn/"
    group: str = ""
    membership: str = ""


ROLES = {
    role.key: role
    for role in (
        Role(
            "participant",
            "Demi Deelnemer",
            "demi.deelnemer@example.org",
            _("Deelnemer"),
            _("Je doet mee aan een programma en ziet wat jouw volgende stap is."),
        ),
        Role(
            "mentor",
            "Meike Mentor",
            "meike.mentor@example.org",
            _("Mentor"),
            _("Je zit in een raad en denkt mee met iemand die dat ook wil."),
        ),
        Role(
            "organiser",
            "Orhan Organisator",
            "orhan.organisator@example.org",
            _("Organisator"),
            _("Je begeleidt de mensen van jouw programma’s en beslist over aanmeldingen."),
            lands="/cms/",
            membership=Membership.Role.ORGANISER,
        ),
        Role(
            "safeguarding",
            "Vera Vertrouwenspersoon",
            "vera.vertrouwenspersoon@example.org",
            _("Vertrouwenspersoon"),
            _("Mensen kunnen veilig met je praten. Je leest wat zij je melden."),
        ),
        Role(
            "ministry",
            "Mink Ministerie",
            "mink.ministerie@example.org",
            _("Ministerie"),
            _("Je ziet gepubliceerde cijfers, en nooit een mens."),
            lands="/cijfers/",
            group=MINISTRY,
        ),
        Role(
            "administrator",
            "Bo Beheerder",
            "bo.beheerder@example.org",
            _("Beheerder"),
            _("Je houdt organisaties, verkiezingen en vaste pagina’s bij."),
            lands="/cms/",
            group=ADMINISTRATOR,
        ),
        Role(
            "newcomer",
            "Nour Nieuw",
            "nour.nieuw@example.org",
            _("Nieuw"),
            _("Je hebt net een account gemaakt. Er staat nog niets in."),
        ),
    )
}

ORGANISATION_SLUG = "stichting-verzonnen"


@transaction.atomic
def person(key: str) -> User:
    """The account of this role, made when it is not there yet; KeyError for a role that does not exist."""
    role = ROLES[key]
    user, made = User.objects.get_or_create(email=role.email, defaults={"name": role.name})
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=user, email=role.email, defaults={"verified": True, "primary": True})
    if role.group:
        user.groups.add(Group.objects.get_or_create(name=role.group)[0])
    if role.membership:
        Membership.objects.get_or_create(user=user, organisation=organisation(), role=role.membership)
    return user


def organisation() -> Organisation:
    found, _made = Organisation.objects.get_or_create(
        slug=ORGANISATION_SLUG,
        defaults={
            "name": "Stichting Verzonnen",
            "about": "Deze organisatie bestaat niet. Zij hoort bij de demo.",
            "about_en": "This organisation does not exist. It belongs to the demo.",
            "mail_address": "post@stichting-verzonnen.example.org",
        },
    )
    return found
