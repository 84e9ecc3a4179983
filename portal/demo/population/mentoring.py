"""Mentors of the demo, the rounds in which people were brought together, and the conversations that followed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lifecycle.errors import Refused
from mentoring.actions.matches import accept_match, decline_match, end_match, expire_matches
from mentoring.actions.meetings import log_meeting
from mentoring.actions.mentors import admit_mentor, note_check, sign_up_mentor
from mentoring.actions.profiles import save_mentee_profile, save_mentor_profile
from mentoring.actions.rounds import begin_round, close_round, compute_round, send_round
from mentoring.choices import DeclineReason, Help, Language, Slot, Topic, Way
from mentoring.models import Match, Mentor
from people.models import User
from portal.demo.content.programmes.shapes import EditionPlan
from portal.demo.content.terms import Term
from portal.demo.people import person
from portal.demo.population.choosing import lay_choosing
from portal.demo.population.crowd import Crowd, Leaning
from portal.demo.population.pace import lay_pace
from portal.demo.population.talking import lay_talk
from programmes.choices import Office
from programmes.models import Edition, Participation, Programme

MENTORS, WANTS_TO_JOIN = 34, 2
EXPERIENCED = Leaning(women=1.0, men=0.0, youngest=36, oldest=70)
FILLS_IN_A_PROFILE, SAYS_YES, LETS_IT_LAPSE = 0.92, 0.9, 0.05
PAIRS_OF_THE_MENTOR = 2
LATER = 4
"""Of who takes part now, so many filled in their profile this week: the participant of the demo is the first."""

People = list[tuple[User, Participation]]
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)

# What the participant of the demo is called until both say yes.
CALLED = "Merel"

# The participant of the demo and the mentor who is proposed to her have much in common.
IN_COMMON: dict[str, Any] = {
    "topics": [Topic.HOUSING, Topic.CLIMATE, Topic.TRAFFIC],
    "help": [Help.LIST, Help.SPEAKING, Help.BALANCE],
    "province": "Utrecht",
    "languages": [Language.DUTCH, Language.ENGLISH],
    "slots": [Slot.TUESDAY_EVENING, Slot.SATURDAY_MORNING],
    "ways": [Way.ONLINE, Way.LIVE],
}


class Mentoring:
    """What happens in the programmes that have mentors."""

    def __init__(self, crowd: Crowd, share: float = 1) -> None:
        self.crowd, self.mentors = crowd, round(MENTORS * share)

    def gather(self, programme: Programme, plan: EditionPlan, term: Term, organiser: User) -> None:
        """The mentors sign up in the weeks before the first edition closes; an organiser talks with each."""
        if Mentor.objects.filter(programme=programme).exists():
            return
        at = term.moment(plan.opens, 12)
        self._mentor(programme, person("mentor"), at, organiser, IN_COMMON | {"capacity": 2, "by_name": True})
        for _ in range(self.mentors):
            at += dt.timedelta(days=self.crowd.chance.uniform(0.2, 1.2))
            mentor = self.crowd.someone_new(EXPERIENCED)
            self._mentor(programme, mentor.user, at, organiser, self._answers(mentor.province))
        for days in range(WANTS_TO_JOIN):
            at = term.moment(-3 - days, 20)
            mentor = self.crowd.someone_new(EXPERIENCED)
            self._signed_up(programme, mentor.user, at, self._answers(mentor.province))

    def pair_up(self, edition: Edition, people: People, plan: EditionPlan, term: Term, organiser: User) -> None:
        """A round at the start, answers to it, and a conversation a month; in the running edition another round."""
        at = term.moment(plan.starts + 4, 11)
        is_now = plan.ends > 0
        late = people[:LATER] if is_now else []
        for number, (user, _participation) in enumerate(people[len(late) :]):
            if is_now and number < PAIRS_OF_THE_MENTOR:
                self._like_the_mentor(user, at - 2 * DAY)
            elif self.crowd.chosen(FILLS_IN_A_PROFILE):
                save_mentee_profile(self._wishes(user), by=user, at=at - 2 * DAY)
        self._round(edition, organiser, at)
        for match in Match.objects.unanswered().filter(participation__edition=edition).order_by("pk"):
            self._answer(match, at)
        expire_matches(at=at + 12 * DAY)
        for round in edition.rounds.all():
            close_round(round, by=organiser, at=at + 12 * DAY)
        for match in Match.objects.active().filter(participation__edition=edition).order_by("pk"):
            self._talk(match, min(term.moment(plan.ends, 12), term.now))
        if is_now:
            lay_pace(term)
            lay_talk(term)
            self._round_of_this_week(edition, late, term, organiser)
            lay_choosing(edition, late, term)

    def part(self, edition: Edition, organiser: User, at: dt.datetime) -> None:
        """The edition is over, and with it each pair."""
        for match in Match.objects.active().filter(participation__edition=edition):
            end_match(match, by=organiser, at=at)

    def is_paired(self, participation: Participation) -> bool:
        return Match.objects.going_on().filter(participation=participation).exists()

    def _round(self, edition: Edition, organiser: User, at: dt.datetime) -> None:
        round = begin_round(edition, by=organiser, at=at)
        compute_round(round, by=organiser, at=at)
        send_round(round, by=organiser, at=at + HOUR)

    def _round_of_this_week(self, edition: Edition, late: People, term: Term, organiser: User) -> None:
        """Nobody has answered it yet: it is what the participant and the mentor of the demo find on their page."""
        at = term.moment(-2, 10)
        save_mentor_profile({"capacity": 3}, by=person("mentor"), at=at)
        for user, _participation in late:
            if user == person("participant"):
                self._like_the_mentor(user, at)
            else:
                save_mentee_profile(self._wishes(user), by=user, at=at)
        self._round(edition, organiser, at + HOUR)

    def _like_the_mentor(self, user: User, at: dt.datetime) -> None:
        """Asks for what the mentor of the demo gives, so that the round brings these two together."""
        save_mentee_profile(IN_COMMON | {"display_name": CALLED, "office": Office.COUNCIL}, by=user, at=at)

    def _answer(self, match: Match, sent_at: dt.datetime) -> None:
        mentee, mentor = match.participation.user, match.mentor.user
        keen = mentor == person("mentor")
        if not keen and self.crowd.chosen(LETS_IT_LAPSE):
            return
        at = sent_at + self.crowd.chance.uniform(2, 90) * HOUR
        if not keen and not self.crowd.chosen(SAYS_YES):
            reason = self.crowd.chance.choice([DeclineReason.NO_TIME, DeclineReason.TOPICS])
            decline_match(match, by=mentor, reason=reason, at=at)
            return
        accept_match(match, by=mentee, at=at)
        try:
            accept_match(match, by=mentor, at=at + self.crowd.chance.uniform(1, 60) * HOUR)
        except Refused:  # she gave her last place to somebody else
            return

    def _talk(self, match: Match, until: dt.datetime) -> None:
        """About once a month, some less: so that the desk sees pairs that do well and pairs that fall silent."""
        every = self.crowd.chance.choice([28, 30, 33, 45, 70])
        at = (match.active_at or until) + dt.timedelta(days=self.crowd.chance.uniform(4, 14))
        while at < until - DAY:
            at = at.replace(hour=19, minute=30)
            by = self.crowd.chance.choice([match.participation.user, match.mentor.user])
            log_meeting(match, by=by, starts_at=at, minutes=60, way=Way.ONLINE, at=at + 2 * HOUR)
            at += every * DAY

    def _mentor(
        self, programme: Programme, user: User, at: dt.datetime, organiser: User, answers: dict[str, Any]
    ) -> None:
        mentor = self._signed_up(programme, user, at, answers)
        talked = (at + 5 * DAY).date()
        note_check(mentor, by=organiser, talked_on=talked, office_checked_on=talked, vog_on=talked + 9 * DAY)
        admit_mentor(mentor, by=organiser, at=at + 15 * DAY)

    def _signed_up(self, programme: Programme, user: User, at: dt.datetime, answers: dict[str, Any]) -> Mentor:
        mentor = sign_up_mentor(programme, by=user, at=at)
        save_mentor_profile({"display_name": user.name, "offices": [Office.COUNCIL], **answers}, by=user, at=at)
        return mentor

    def _answers(self, province: str) -> dict[str, Any]:
        """What a mentor fills in."""
        known = [Office.COUNCIL, Office.STATES] if self.crowd.chosen(0.25) else [Office.COUNCIL]
        return {
            **self._some(province),
            "offices": known,
            "capacity": self.crowd.chance.choice([1, 1, 1, 2, 2, 3]),
            "by_name": self.crowd.chosen(0.3),
        }

    def _wishes(self, user: User) -> dict[str, Any]:
        """What a mentee fills in."""
        return {
            **self._some(self.crowd.province_of(user)),
            "display_name": user.name,
            "office": self.crowd.chance.choice([Office.COUNCIL, Office.COUNCIL, Office.COUNCIL, Office.STATES, ""]),
        }

    def _some(self, province: str) -> dict[str, Any]:
        extra = [Language.ENGLISH, Language.TURKISH, Language.ARABIC, Language.FRISIAN, Language.PAPIAMENTO]
        return {
            "topics": self._of(Topic, 3, 5),
            "help": self._of(Help, 2, 5),
            "province": province,
            "languages": [Language.DUTCH, *([self.crowd.chance.choice(extra)] if self.crowd.chosen(0.3) else [])],
            "slots": self._of(Slot, 6, 11),
            "ways": [Way.ONLINE, *([Way.LIVE] if self.crowd.chosen(0.6) else [])],
        }

    def _of(self, choices: Iterable[Any], least: int, most: int) -> list[Any]:
        every = list(choices)
        chosen = self.crowd.chance.sample(every, self.crowd.chance.randint(least, most))
        return [one for one in every if one in chosen]  # in the order in which they stand on the form
