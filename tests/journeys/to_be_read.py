"""Applications that wait to be read without names: laid in the database of a portal that is at work.

`python -m tests.journeys.to_be_read` in the environment of that portal; prints the key of the edition.
"""

from datetime import timedelta

import django

WROTE = {"Lente L.": "Ik wil leren spreken in een zaal.", "Marek M.": "Mijn straat heeft geen stoep."}


def lay() -> str:
    """An edition of the demo's own organisation: applying is over, two applied, and two read, one from elsewhere."""
    from django.utils import timezone

    from portal.demo.content.accounts import account
    from portal.demo.people import person
    from programmes.choices import AdmissionMode
    from programmes.models import Answer, EditionReviewer, Programme
    from tests.factories.programmes import OpenEditionFactory, QuestionFactory, SentApplicationFactory

    now = timezone.now()
    edition = OpenEditionFactory(
        programme=Programme.objects.get(slug="next-step-academy"),
        name="leesgroep",
        admission_mode=AdmissionMode.REVIEW,
        opens_at=now - timedelta(days=30),
        closes_at=now - timedelta(days=2),
    )
    question = QuestionFactory(edition=edition, label="Waarom wil je meedoen?")
    for name, words in WROTE.items():
        user = account(name, f"{name.split()[0].lower()}@example.org")
        sent = SentApplicationFactory(edition=edition, user=user, submitted_at=now - timedelta(days=5))
        Answer.objects.create(application=sent, question=question, value=words)
    for reader in ("newcomer", "safeguarding"):
        EditionReviewer.objects.create(edition=edition, user=person(reader))
    return str(edition.key)


if __name__ == "__main__":
    django.setup()
    print(lay())
