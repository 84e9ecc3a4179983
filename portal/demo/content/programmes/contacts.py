"""Invented people from outside, whom several programmes share."""

from portal.demo.content.programmes.shapes import Contact

VERA = Contact(
    name="Vera Vertrouwenspersoon",
    email="vera.vertrouwenspersoon@example.org",
    hours=("Elke werkdag, 18.00 tot 21.00 uur", "Every working day, 18:00 to 21:00"),
    mail_address="vertrouwenspersoon.buiten@example.org",
    works_for="stichting-verzonnen",
    is_outside=True,
)
WARD = Contact(
    name="Ward Buitenom",
    email="ward.buitenom@example.org",
    hours=("Dinsdag en donderdag, 12.00 tot 20.00 uur", "Tuesday and Thursday, 12:00 to 20:00"),
    mail_address="vertrouwenspersoon.buitenom@example.org",
    is_outside=True,
)


def inside(name: str, organisation: str, hours: tuple[str, str]) -> Contact:
    """One who works for the organisation, reached at the address of the function."""
    mailbox = name.lower().replace(" ", ".")
    return Contact(
        name=name,
        email=f"{mailbox}@example.org",
        hours=hours,
        mail_address=f"vertrouwenspersoon.{mailbox.split('.')[0]}@example.org",
        works_for=organisation,
    )
