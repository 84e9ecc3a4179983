"""The mentors of an edition as a group to write to (settings.MAIL_AUDIENCES)."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Match, Mentor
from people.models import User
from programmes.mailing.audiences import MailAudience
from programmes.models import Edition


def _rows(edition: Edition, by: User | None) -> QuerySet:
    every = Match.objects.all() if by is None else Match.objects.at_the_desk_of(by)
    return Mentor.objects.filter(pk__in=every.active().filter(participation__edition=edition).values("mentor"))


MENTORS = MailAudience("mentors", _("mentoren met een koppel in deze editie"), _rows, sees_programme=False)
