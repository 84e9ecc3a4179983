"""A few invented applicants, made through the actions, so that a participant has a next step and a desk has work."""

import datetime as dt

from people.models import User
from portal.demo.content.accounts import account
from portal.demo.people import person
from programmes.actions import applications
from programmes.choices import QuestionKind
from programmes.models import Application, Edition, Programme, Question

# name, address, days ago, why, what to change
SENT = [
    ("Amber A.", "amber@example.org", 12, "Ik praat graag met mensen.", "Meer bankjes in ons park."),
    ("Bo B.", "bo@example.org", 8, "Mijn buurvrouw vroeg of dit iets voor mij was.", "Een bus die ’s avonds rijdt."),
    ("Cato C.", "cato@example.org", 3, "Ik wil leren hoe de raad werkt.", "Veilig fietsen naar school."),
]


def lay_applications(programmes: dict[str, Programme], now: dt.datetime) -> None:
    edition = _open_edition(programmes["mentornetwerk"], now)
    for name, email, days, why, change in SENT:
        at = now - dt.timedelta(days=days)
        application = filled(edition, account(name, email), name, (why, change), at)
        applications.submit_application(application, by=application.user, at=at)
    course = _open_edition(programmes["politiek-actief"], now)
    _begun(course, person("participant"), now - dt.timedelta(days=1))


def _open_edition(programme: Programme, now: dt.datetime) -> Edition:
    """The first that one can apply to."""
    return Edition.objects.filter(programme=programme).open(now).order_by("starts_on", "pk")[0]


def filled(edition: Edition, user: User, name: str, words: tuple[str, str], at: dt.datetime) -> Application:
    application = applications.begin_application(edition, by=user, at=at)
    applications.introduce_yourself(application, name=name, old_enough=True, by=user, at=at)
    left = list(words)
    answers = {question: _answer(question, left) for question in edition.questions.all()}
    applications.save_answers(application, answers, by=user, at=at)
    return application


def _answer(question: Question, left: list[str]) -> str:
    if question.kind == QuestionKind.CHOICE:
        return question.options()[0][0]
    return left.pop(0) if left else ""


def _begun(edition: Edition, user: User, at: dt.datetime) -> None:
    """Half-way: the first step is done, and the dashboard says how to go on."""
    application = applications.begin_application(edition, by=user, at=at)
    applications.introduce_yourself(application, name=user.name, old_enough=True, by=user, at=at)
