"""What this room holds about a person: names in a network, questions there, barriers told, being asked to mentor."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.page_cache import purge
from home.stations import Station
from mentoring.alumni.consent_purposes import BARRIER_PUBLISHED, NETWORK
from mentoring.alumni.models import LASTS, Barrier, MentorInvitation, NetworkMember, NetworkQuestion
from mentoring.alumni.states import BarrierState
from mentoring.choices import Topic
from mentoring.pseudonyms import called
from people.models import Consent, User
from people.privacy import KeepUntil, PersonalData, delete
from programmes.safety.belonging import Naming


def export(user: User) -> dict[str, Any]:
    """All of one's own: of a question that somebody else put only that there was one, and the own answer."""
    naming = Naming(user)
    members = NetworkMember.objects.filter(user=user).select_related("programme")
    barriers = Barrier.objects.filter(user=user).select_related("programme")
    invitations = MentorInvitation.objects.filter(user=user).select_related("programme")
    return {
        "network_names": [_member(member, naming) for member in members],
        "network_asked": [_question(question) for question in NetworkQuestion.objects.filter(asker=user)],
        "network_answered": [
            {"asked_at": question.asked_at, "answer": question.answer, "answered_at": question.answered_at}
            for question in NetworkQuestion.objects.filter(member__user=user)
        ],
        "barriers": [_barrier(barrier) for barrier in barriers],
        "asked_to_mentor": [
            {
                "programme": called(invitation.programme),
                "made_at": invitation.made_at,
                "answered_at": invitation.answered_at,
                "said_yes": invitation.said_yes,
            }
            for invitation in invitations
        ],
    }


def _member(member: NetworkMember, naming: Naming) -> dict[str, Any]:
    return {
        "programme": naming.of(member.programme),
        "display_name": member.display_name,
        "about": member.about,
        "topics": [str(Topic(value).label) for value in member.topics],
        "province": member.get_province_display(),
        "takes_questions": member.takes_questions,
        "as_mentor": member.as_mentor,
        "since": member.since,
        "renewed_at": member.renewed_at,
    }


def _question(question: NetworkQuestion) -> dict[str, Any]:
    return {"asked_at": question.asked_at, "words": question.words, "answered_at": question.answered_at}


def _barrier(barrier: Barrier) -> dict[str, Any]:
    return {
        "programme": barrier.programme.name,
        "state": barrier.get_state_display(),
        "station": str(Station(barrier.station).label),
        "title": barrier.title,
        "stood_in_the_way": barrier.stood_in_the_way,
        "helped": barrier.helped,
        "teller": barrier.teller,
        "told_at": barrier.told_at,
        "remark": barrier.remark,
        "public_title": barrier.public_title,
        "public_barrier": barrier.public_barrier,
        "public_help": barrier.public_help,
        "public_teller": barrier.public_teller,
        "published_on": barrier.published_on,
    }


def erase(user: User) -> None:
    NetworkQuestion.objects.filter(asker=user).delete()
    NetworkMember.objects.filter(user=user).delete()
    MentorInvitation.objects.filter(user=user).delete()
    if Barrier.objects.filter(user=user).delete()[0]:
        purge()


def _lapsed(before: datetime) -> "QuerySet[NetworkMember]":
    return NetworkMember.objects.filter(renewed_at__lt=before)


def _leave(over: "QuerySet[NetworkMember]") -> int:
    """A name that goes takes its consent along."""
    rows = NetworkMember.objects.filter(pk__in=list(over.values_list("pk", flat=True)))
    for user, key in rows.values_list("user", "programme__key"):
        Consent.objects.standing().on(NETWORK.name, key).filter(user=user).update(withdrawn_at=timezone.now())
    return delete(rows)


def _old_questions(before: datetime) -> "QuerySet[NetworkQuestion]":
    return NetworkQuestion.objects.filter(asked_at__lt=before)


def _never_placed(before: datetime) -> "QuerySet[Barrier]":
    return Barrier.objects.exclude(state=BarrierState.PUBLISHED).filter(told_at__lt=before)


def _placed(before: datetime) -> "QuerySet[Barrier]":
    return Barrier.objects.filter(state=BarrierState.PUBLISHED, published_on__lt=before.date())


def _take_away(over: "QuerySet[Barrier]") -> int:
    rows = Barrier.objects.filter(pk__in=list(over.values_list("pk", flat=True)))
    keys = list(rows.values_list("key", flat=True))
    rested = Consent.objects.standing().filter(text__purpose=BARRIER_PUBLISHED.name, about__in=keys)
    rested.update(withdrawn_at=timezone.now())
    purge()
    return delete(rows)


def _old_invitations(before: datetime) -> "QuerySet[MentorInvitation]":
    return MentorInvitation.objects.filter(made_at__lt=before)


HALF_A_YEAR = timedelta(days=182)

ALUMNI = PersonalData(
    title=_("Na het meedoen"),
    models=(
        "mentoring.NetworkMember",
        "mentoring.NetworkQuestion",
        "mentoring.Barrier",
        "mentoring.MentorInvitation",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("network_name", LASTS, _("je naam in een netwerk, nadat je voor het laatst ja zei"), _lapsed, _leave),
        KeepUntil("network_question", HALF_A_YEAR, _("een vraag in een netwerk, met het antwoord"), _old_questions),
        KeepUntil(
            "barrier_told",
            HALF_A_YEAR,
            _("een drempel die je deelde en die niet is geplaatst"),
            _never_placed,
            _take_away,
        ),
        KeepUntil(
            "barrier_published",
            timedelta(days=5 * 365),
            _("een drempel bij Kennis, na plaatsing"),
            _placed,
            _take_away,
        ),
        KeepUntil(
            "mentor_invitation", HALF_A_YEAR, _("de vraag of je mentor wilt worden, en je antwoord"), _old_invitations
        ),
    ),
    words={
        "network_names": _("Je naam in een netwerk"),
        "programme": _("Programma"),
        "display_name": _("Naam in het netwerk"),
        "about": _("Waarover anderen je iets mogen vragen"),
        "topics": _("Onderwerpen"),
        "province": _("Provincie"),
        "takes_questions": _("Anderen mogen je iets vragen"),
        "as_mentor": _("Als mentor"),
        "since": _("Sinds"),
        "renewed_at": _("Laatst ja gezegd"),
        "network_asked": _("Wat jij vroeg in een netwerk"),
        "network_answered": _("Wat jij antwoordde in een netwerk"),
        "asked_at": _("Gevraagd"),
        "words": _("Je vraag"),
        "answer": _("Je antwoord"),
        "answered_at": _("Beantwoord"),
        "barriers": _("Drempels die je deelde"),
        "state": _("Stand"),
        "station": _("Stap"),
        "title": _("Waar het over gaat"),
        "stood_in_the_way": _("Wat je tegenkwam"),
        "helped": _("Wat hielp"),
        "teller": _("Naam erbij"),
        "told_at": _("Verteld"),
        "remark": _("Wat de organisatie ervan vond"),
        "public_title": _("Titel bij Kennis"),
        "public_barrier": _("De drempel, bij Kennis"),
        "public_help": _("Wat hielp, bij Kennis"),
        "public_teller": _("Naam bij Kennis"),
        "published_on": _("Geplaatst op"),
        "asked_to_mentor": _("Gevraagd om mentor te worden"),
        "made_at": _("Gevraagd"),
        "said_yes": _("Je zei ja"),
    },
)
