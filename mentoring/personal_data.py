"""What this floor holds about a person: profiles, being a mentor, matches and what a pair planned.

Candidacies are looked after in mentoring.progression.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Field, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lifecycle.errors import IllegalMove
from mentoring.actions.matches import end_without, lock_owners
from mentoring.fields import SeveralField
from mentoring.models import Match, Meeting, MenteeProfile, Mentor, MentorProfile, Round
from mentoring.models.profile import Profile
from mentoring.proposals import reasons_read_by, status_of
from mentoring.pseudonyms import called
from mentoring.states import MatchState, MentorState, Side
from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Application, Participation


def export(user: User) -> dict[str, Any]:
    """All of one's own; of the other of a pair nothing but what both did."""
    own = Match.objects.of(user).select_related(
        "participation__edition__programme",
        "participation__user__mentee_profile",
        "mentor__programme",
        "mentor__user__mentor_profile",
    )
    return {
        "profile_for_a_mentor": _profile(MenteeProfile.objects.filter(user=user).first()),
        "profile_as_mentor": _profile(MentorProfile.objects.filter(user=user).first()),
        "mentor_of": [_mentor(mentor) for mentor in Mentor.objects.filter(user=user).select_related("programme")],
        "matches": [_match(match, Side(match.side_of(user) or "")) for match in own.prefetch_related("meetings")],
    }


def _profile(profile: Profile | None) -> dict[str, Any]:
    if profile is None:
        return {}
    left_out = {"id", "user"}
    return {field.name: _in_words(profile, field) for field in profile._meta.fields if field.name not in left_out}


def _in_words(profile: Profile, field: "Field[Any, Any]") -> Any:
    """Chosen answers as the form says them, in the language of who reads."""
    value = getattr(profile, field.name)
    choices = field.of.choices if isinstance(field, SeveralField) else field.flatchoices
    words = {key: str(label) for key, label in choices}
    return [words.get(each, each) for each in value] if isinstance(value, list) else words.get(value, value)


def _mentor(mentor: Mentor) -> dict[str, Any]:
    return {
        "key": mentor.key,
        "programme": called(mentor.programme),
        "state": mentor.get_state_display(),
        "asked_at": mentor.asked_at,
        "admitted_at": mentor.admitted_at,
        "stopped_at": mentor.stopped_at,
        "talked_on": mentor.talked_on,
        "signed_on": mentor.signed_on,
        "signed_version": mentor.signed_version,
        "office_checked_on": mentor.office_checked_on,
        "office_year": mentor.office_year,
        "vog_on": mentor.vog_on,
    }


def _match(match: Match, side: Side) -> dict[str, Any]:
    mentee = side == Side.MENTEE
    reasons, did_not_fit = reasons_read_by(match, side)
    return {
        "key": match.key,
        "as": side.label,
        "programme": match.participation.edition.programme.name if mentee else called(match.mentor.programme),
        # As she reads it on the page: whether the other one answered, and how it ended for her, is not hers to know.
        "state": status_of(match, side).label,
        "made_by": _made_by(match),
        "reasons": reasons,
        "did_not_fit": did_not_fit,
        "proposed_at": match.proposed_at,
        "answer_until": match.answer_until,
        "said_yes_at": match.mentee_yes_at if mentee else match.mentor_yes_at,
        "active_at": match.active_at,
        "ended_at": match.ended_at,
        "decline_reason": match.get_decline_reason_display() if match.declined_by == side else "",
        "decline_note": (match.decline_note or "") if match.declined_by == side else "",
        "chosen_at": match.asked_at,
        "reminded_at": match.reminded_at,
        "meetings": [_meeting(meeting, side) for meeting in match.meetings.all()],
    }


def _made_by(match: Match) -> str:
    if match.is_asked:
        return str(_("de deelnemer, die zelf koos"))
    return str(_("een koppelronde") if match.round_id else _("iemand van de organisatie"))


def _meeting(meeting: Meeting, side: Side) -> dict[str, Any]:
    return {
        "key": meeting.key,
        "state": meeting.get_state_display(),
        "starts_at": meeting.starts_at,
        "minutes": meeting.minutes,
        "way": meeting.get_way_display(),
        "place": meeting.place,
        "moved_from": meeting.moved_from,
        "proposed_by_you": meeting.proposed_by == side,
        "made_at": meeting.made_at,
    }


def erase(user: User) -> None:
    """Whoever was in contact with her hears that it is over; then nothing of it stays."""
    _forget_in_proofs(user)
    own = Match.objects.filter(Q(participation__user=user) | Q(mentor__user=user))
    lock_owners(own)
    for match in Match.objects.of(user).going_on():
        with suppress(IllegalMove):  # ended meanwhile
            end_without(match)
    own.delete()
    Mentor.objects.filter(user=user).delete()
    MenteeProfile.objects.filter(user=user).delete()
    MentorProfile.objects.filter(user=user).delete()


def _forget_in_proofs(user: User) -> None:
    """The proof of a round prices whoever was in its pool, by key. Locked before people are, as when one is sent."""
    asked, offered = Participation.objects.filter(user=user), Mentor.objects.filter(user=user)
    keys = {str(key) for own in (asked, offered) for key in own.values_list("key", flat=True)}
    its = Q(edition__in=asked.values("edition")) | Q(edition__programme__in=offered.values("programme"))
    for round in Round.objects.select_for_update(of=("self",)).filter(its, certificate__isnull=False).order_by("pk"):
        proof = dict(round.certificate or {})
        for side in ("mentee_prices", "mentor_prices"):
            proof[side] = {key: price for key, price in proof.get(side, {}).items() if key not in keys}
        for cover in ("number_cover", "lowest_cover"):
            sides = (proof.get(cover) or {}).items()
            proof[cover] = {side: [key for key in named if key not in keys] for side, named in sides}
        round.certificate = proof
        round.save(update_fields=["certificate"])


def _proofs(before: datetime) -> "QuerySet[Round]":
    return Round.objects.filter(certificate__isnull=False, computed_at__lt=before)


def _without_proof(rounds: "QuerySet[Round]") -> int:
    return rounds.update(certificate=None)


def _meetings_of_ended_pairs(before: datetime) -> "QuerySet[Meeting]":
    return Meeting.objects.filter(match__state=MatchState.ENDED, match__ended_at__lt=before)


def _profiles_for_nothing(before: datetime) -> "QuerySet[MenteeProfile]":
    """Of who takes part in nothing and asked for nothing."""
    takes_part = Participation.objects.filter(user=OuterRef("user"))
    asked = Application.objects.filter(user=OuterRef("user"))
    return MenteeProfile.objects.filter(~Exists(takes_part), ~Exists(asked), saved_at__lt=before)


def _refused_mentors(before: datetime) -> "QuerySet[Mentor]":
    return Mentor.objects.filter(state=MentorState.REFUSED, stopped_at__lt=before)


def _stopped_mentors(before: datetime) -> "QuerySet[Mentor]":
    return Mentor.objects.filter(state=MentorState.STOPPED, stopped_at__lt=before)


def _profiles_of_no_mentor(before: datetime) -> "QuerySet[MentorProfile]":
    mentors = Mentor.objects.filter(user=OuterRef("user"))
    return MentorProfile.objects.filter(~Exists(mentors), saved_at__lt=before)


HALF_A_YEAR = timedelta(days=182)

MENTORING = PersonalData(
    title=_("Mentoren"),
    models=(
        "mentoring.MenteeProfile",
        "mentoring.MentorProfile",
        "mentoring.Mentor",
        "mentoring.Match",
        "mentoring.Meeting",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "meeting",
            HALF_A_YEAR,
            _("afspraken van een koppel, nadat het is afgesloten"),
            _meetings_of_ended_pairs,
        ),
        KeepUntil(
            "mentee_profile",
            HALF_A_YEAR,
            _("je profiel voor een mentor, als je nergens meer aan meedoet"),
            _profiles_for_nothing,
        ),
        KeepUntil(
            "mentor_refused", timedelta(days=91), _("een aanmelding als mentor die is afgewezen"), _refused_mentors
        ),
        KeepUntil("mentor_stopped", HALF_A_YEAR, _("dat je mentor was, nadat je stopte"), _stopped_mentors),
        KeepUntil(
            "mentor_profile",
            HALF_A_YEAR,
            _("je profiel als mentor, als je nergens mentor bent"),
            _profiles_of_no_mentor,
        ),
        KeepUntil(
            "round_proof",
            HALF_A_YEAR,
            _("het rekenbewijs van een koppelronde, waarin jij een nummer bent"),
            _proofs,
            remove=_without_proof,
        ),
    ),
    words={
        "profile_for_a_mentor": _("Je profiel voor een mentor"),
        "profile_as_mentor": _("Je profiel als mentor"),
        "display_name": _("Naam voor de ander"),
        "topics": _("Onderwerpen"),
        "province": _("Provincie"),
        "languages": _("Talen"),
        "slots": _("Wanneer je kunt"),
        "ways": _("Hoe je elkaar wilt spreken"),
        "help": _("Hulp"),
        "office": _("Waar je naartoe wilt"),
        "offices": _("Welk ambt je kent"),
        "capacity": _("Hoeveel mensen je tegelijk helpt"),
        "paused_until": _("Pauze tot en met"),
        "by_name": _("Je naam getoond"),
        "saved_at": _("Opgeslagen"),
        "mentor_of": _("Waar je mentor bent"),
        "programme": _("Programma"),
        "state": _("Stand"),
        "asked_at": _("Aangemeld"),
        "admitted_at": _("Toegelaten"),
        "stopped_at": _("Gestopt"),
        "talked_on": _("Gesprek gehad op"),
        "signed_on": _("Gedragscode getekend op"),
        "signed_version": _("Versie van de gedragscode"),
        "office_checked_on": _("Ambt nagekeken op"),
        "office_year": _("Jaar van de uitslag"),
        "vog_on": _("VOG gezien op"),
        "matches": _("Voorstellen en koppels"),
        "as": _("Als"),
        "made_by": _("Gemaakt door"),
        "reasons": _("Waarom het past"),
        "did_not_fit": _("Wat niet past"),
        "proposed_at": _("Voorgesteld"),
        "answer_until": _("Antwoord voor"),
        "said_yes_at": _("Jouw ja"),
        "active_at": _("Koppel sinds"),
        "ended_at": _("Afgelopen"),
        "decline_reason": _("Jouw reden"),
        "decline_note": _("Jouw toelichting"),
        "chosen_at": _("Zelf gekozen"),
        "reminded_at": _("Herinnerd"),
        "meetings": _("Afspraken"),
        "starts_at": _("Wanneer"),
        "minutes": _("Minuten"),
        "way": _("Hoe"),
        "place": _("Waar"),
        "moved_from": _("Was eerst"),
        "proposed_by_you": _("Door jou voorgesteld"),
        "made_at": _("Gemaakt"),
    },
)
