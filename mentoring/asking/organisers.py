"""Who answers a question before a yes or no, and who may stop what a participant chose: the mails to them."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from mentoring.asking import emails
from mentoring.models import Enquiry, Match
from people import letters
from people.models import Membership, User


def organisers_of(match: Match) -> "QuerySet[User]":
    """At whose desk the participation stands; never one of the two."""
    participation = match.participation
    carriers = participation.edition.programme.carriers.filter(since__lte=participation.admitted_at)
    members = User.objects.filter(
        memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carriers.values("organisation")
    )
    return members.exclude(pk__in=[participation.user_id, match.mentor.user_id]).distinct().order_by("pk")


def tell_of_question(enquiry: Enquiry, match: Match) -> None:
    for organiser in organisers_of(match):
        key = f"enquiry:{enquiry.key}:{organiser.pk}"
        letters.write(emails.enquiry_waits, organiser, key=key, enquiry=enquiry.key)


def tell_of_choice(match: Match, at: datetime) -> None:
    """One mail a day, however many choose: who does nothing lets it go on."""
    for organiser in organisers_of(match):
        letters.write(emails.choice_to_see, organiser, key=f"choices:{organiser.pk}:{timezone.localdate(at)}")
