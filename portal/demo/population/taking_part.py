"""How invented people go through an edition: applying, an answer, beginning, leaving or finishing."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from people.models import User
from portal.demo.content.programmes.shapes import EditionPlan
from portal.demo.content.terms import Term
from portal.demo.people import person
from portal.demo.population.crowd import Crowd, Invented, Leaning
from portal.demo.population.mentoring import Mentoring
from portal.demo.population.names import REFUSALS
from programmes.actions import applications, decisions, participations
from programmes.choices import QuestionKind
from programmes.models import Application, Edition, Participation, Question
from programmes.states import EditionState

WOMEN_ONLY = Leaning(women=0.97, men=0.0)
LEANINGS = {
    "mentornetwerk": WOMEN_ONLY,
    "next-step-academy": Leaning(women=0.5, men=0.47, youngest=18, oldest=29),
    "kraamkamers": Leaning(women=0.48, men=0.5, youngest=18, oldest=29),
    "orientatieprogramma-burgemeesters": Leaning(women=0.45, men=0.55, youngest=34, oldest=60),
}
MORE_APPLY = 1.15
FEWEST = 6
LEAVES, MAY_ASK_LATER, WITHDRAWS = 0.07, 0.6, 0.03
HOUR = dt.timedelta(hours=1)


@dataclass
class TakingPart:
    """Called after each move of an edition (portal.demo.content.programmes.running)."""

    crowd: Crowd
    mentoring: Mentoring
    share: float = 1

    def __post_init__(self) -> None:
        self.applied: dict[int, list[tuple[Invented, Application]]] = defaultdict(list)
        self.people: dict[int, list[tuple[Invented, Participation]]] = defaultdict(list)

    def __call__(self, edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
        if not plan.participants:
            return
        {
            EditionState.OPEN: self.apply,
            EditionState.CLOSED: self.answer,
            EditionState.RUNNING: self.begin,
            EditionState.FINISHED: self.finish,
        }[EditionState(edition.state)](edition, plan, term, organiser)

    def apply(self, edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
        """In the order in which they send their application, from the second day on."""
        leaning = LEANINGS.get(edition.programme.slug, Leaning())
        count = round(self._places(plan) * MORE_APPLY)
        days = sorted(self.crowd.chance.uniform(1, plan.closes - plan.opens) for _ in range(count))
        questions = list(edition.questions.all())
        if edition.programme.has_mentors:
            self.mentoring.gather(edition.programme, plan, term, organiser)
        is_now = edition.programme.has_mentors and plan.state == EditionState.RUNNING
        for number, day in enumerate(days):
            first = is_now and number == 0
            someone = self.crowd.of_the_demo(person("participant")) if first else self.crowd.someone(leaning)
            at = term.moment(plan.opens, 9) + dt.timedelta(days=day)
            self.applied[edition.pk].append((someone, self._application(edition, questions, someone.user, at)))

    def answer(self, edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
        """As many as there are participants get a place; the others wait, or hear why not."""
        at = term.moment(plan.closes + 2, 10)
        left = self._places(plan)
        for someone, application in self.applied[edition.pk]:
            at += dt.timedelta(minutes=7)
            if someone.user != person("participant") and self.crowd.chosen(WITHDRAWS):
                applications.withdraw_application(application, by=someone.user, at=at)
            elif left:
                left -= 1
                decisions.offer_place(application, by=organiser, at=at)
                yes_at = at + self.crowd.chance.uniform(2, 60) * HOUR
                participation = decisions.accept_offer(application, by=someone.user, at=yes_at)
                self.people[edition.pk].append((someone, participation))
            elif self.crowd.chosen(0.4):
                decisions.put_on_waiting_list(application, by=organiser, at=at)
            else:
                words = self.crowd.chance.choice(REFUSALS)
                decisions.refuse_application(application, by=organiser, words=words, at=at)

    def begin(self, edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
        people = self.people[edition.pk]
        if edition.programme.has_mentors:
            self.mentoring.pair_up(edition, [(one.user, own) for one, own in people], plan, term, organiser)
        last = min(plan.ends, 0)
        for _someone, participation in people:
            if self.crowd.chosen(LEAVES) and not self.mentoring.is_paired(participation):
                day = self.crowd.chance.randint(plan.starts + 5, max(plan.starts + 6, last - 2))
                participations.leave_participation(participation, by=organiser, at=term.moment(day, 12))

    def finish(self, edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
        """Who was still there has completed it. Some may be asked how it went, after the election."""
        if edition.programme.has_mentors:
            self.mentoring.part(edition, organiser, term.moment(plan.ends, 22))
        for someone, participation in self.people[edition.pk]:
            participation.refresh_from_db()
            if participation.is_completed:
                self.crowd.before.append(someone)
                agrees, at = self.crowd.chosen(MAY_ASK_LATER), term.moment(plan.ends, 23)
                participations.answer_follow_up(participation, agrees=agrees, by=someone.user, at=at)

    def _places(self, plan: EditionPlan) -> int:
        return max(round(plan.participants * self.share), FEWEST)

    def _application(self, edition: Edition, questions: list[Question], user: User, at: dt.datetime) -> Application:
        begun = at - self.crowd.chance.uniform(0.2, 1.5) * HOUR
        if user.joined_at > begun:  # her account is as old as her first application
            user.joined_at = begun
            user.save(update_fields=["joined_at"])
        application = applications.begin_application(edition, by=user, at=begun)
        applications.introduce_yourself(application, name=user.name, old_enough=True, by=user, at=begun)
        answers = {question: self._answer(question) for question in questions}
        applications.save_answers(application, answers, by=user, at=begun)
        if edition.is_sensitive:
            applications.agree_to_reveal(application, by=user, at=begun)
        return applications.submit_application(application, by=user, at=at)

    def _answer(self, question: Question) -> str:
        if question.kind == QuestionKind.CHOICE:
            return self.crowd.chance.choice(question.options())[0]
        return "ja" if question.kind == QuestionKind.YESNO else self.crowd.sentence()
