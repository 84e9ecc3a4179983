"""Who saw a person's data: noted by the view that shows it, told to the person at /mijn/gegevens/."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from people.models import Organisation, PersonSeen, User

Role = PersonSeen.Role
What = PersonSeen.What


def note_view(
    persons: User | Iterable[User],
    *,
    by: User,
    role: Role,
    what: What,
    organisation: Organisation | None = None,
    on: date | None = None,
) -> None:
    """Note that `by` sees `what` of these persons: one statement, one row a day, and never who it was.

    Seeing one's own data is not noted. Lists of many: give all persons of the page at once.
    """
    several = [persons] if isinstance(persons, User) else persons
    on = on or timezone.localdate()
    PersonSeen.objects.bulk_create(
        [
            PersonSeen(user=person, role=role, organisation=organisation, what=what, on=on)
            for person in sorted(several, key=lambda person: person.pk)  # in one order: two lists at once never lock
            if person.pk != by.pk
        ],
        ignore_conflicts=True,
    )
