"""The mails to who organises: a question waits before a yes or no, or a participant chose a mentor."""

from datetime import datetime

from django.utils import timezone

from mentoring.asking import emails
from mentoring.models import Enquiry, Match
from mentoring.organisers import organisers_of
from people import letters


def tell_of_question(enquiry: Enquiry, match: Match) -> None:
    for organiser in organisers_of(match):
        key = f"enquiry:{enquiry.key}:{organiser.pk}"
        letters.write(emails.enquiry_waits, organiser, key=key, enquiry=enquiry.key)


def tell_of_choice(match: Match, at: datetime) -> None:
    """One mail a day, however many choose: who does nothing lets it go on."""
    for organiser in organisers_of(match):
        letters.write(emails.choice_to_see, organiser, key=f"choices:{organiser.pk}:{timezone.localdate(at)}")
