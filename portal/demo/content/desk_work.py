"""What an organiser of the demo has in hand: a talk, a complaint, mail to a group, and two sheets of people.

Through the actions. All people and addresses are invented, and mail to them goes nowhere.
"""

import datetime as dt

from portal.demo.people import person
from programmes.actions.conversations import plan_conversation
from programmes.applying.complaints.actions import complain
from programmes.choices import TalkForm
from programmes.importing.actions import hand_in, match, start
from programmes.importing.reading import read
from programmes.importing.running import run_due
from programmes.mailing.actions import send_message, write_message
from programmes.models import Application, Becomes, Edition, Programme
from programmes.states import ApplicationState, EditionState

COMPLAINT = "Ik wacht al lang op de wachtlijst. Niemand zegt mij hoe lang het nog duurt."
SENT = {
    "subject": "Neem iets te eten mee",
    "text": "Wij beginnen om 18.30 uur.\n\nThee en koffie staan klaar. Neem zelf iets te eten mee.",
}
DRAFT = {
    "subject": "Waar wij elkaar zien",
    "text": "De volgende keer zijn wij in een andere zaal.\n\nVolg de bordjes bij de ingang.",
}
HEADINGS = "Naam;E-mail;Partij;Toegelaten op\n"
# Two rows are wrong on purpose: without an address, and with a day that is none.
TAKEN_IN = "Ilse Bedacht;ilse.bedacht@example.org;;{day}\nNoor Verzinsel;;;\nYara Droom;yara.droom@example.org;;ooit\n"
TO_READ_BACK = (
    "Hanna Gisteren;hanna.gisteren@example.org;;\n"
    "Kim Maanzaad;kim.maanzaad@example.org;;\n"
    "Mila Krijtlijn;mila.krijtlijn;;\n"
    "Rosa Sprookstra;rosa.sprookstra@example.org;;\n"
)


def lay_desk_work(programmes: dict[str, Programme], now: dt.datetime) -> None:
    editions = Edition.objects.filter(programme=programmes["mentornetwerk"])
    open_one = editions.filter(state=EditionState.OPEN).order_by("starts_on", "pk").first()
    running = editions.filter(state=EditionState.RUNNING).order_by("starts_on", "pk").first()
    if open_one:
        _talk(open_one, now)
        _sheet(open_one, TO_READ_BACK, "belangstelling.csv", now, becomes=Becomes.APPLICANT, is_taken_in=False)
    if running:
        _complaint(running, now)
        _messages(running, now)
        _sheet(running, TAKEN_IN, "deelnemers.csv", now, becomes=Becomes.PARTICIPANT, is_taken_in=True)


def _talk(edition: Edition, now: dt.datetime) -> None:
    """With who came in first."""
    application = Application.objects.filter(edition=edition).unanswered().order_by("submitted_at", "pk").first()
    if application:
        moment = (now + dt.timedelta(days=4)).replace(hour=14, minute=0, second=0, microsecond=0)
        plan_conversation(
            application,
            starts_at=moment,
            form=TalkForm.ONLINE,
            where="https://example.org/gesprek",
            by=person("organiser"),
            at=now - dt.timedelta(days=2),
        )


def _complaint(edition: Edition, now: dt.datetime) -> None:
    waiting = Application.objects.filter(edition=edition, state=ApplicationState.WAITING).order_by("pk").first()
    if waiting:
        complain(waiting, COMPLAINT, by=waiting.user, at=now - dt.timedelta(days=6))


def _messages(edition: Edition, now: dt.datetime) -> None:
    """One that went out, and one that still has to be read back."""
    by = person("organiser")
    message = write_message(edition, audience="participants", by=by, at=now - dt.timedelta(days=17), **SENT)
    send_message(message, by=by, seen=message.fingerprint, at=now - dt.timedelta(days=17))
    write_message(edition, audience="participants", by=by, at=now - dt.timedelta(days=1), **DRAFT)


def _sheet(
    edition: Edition, rows: str, file_name: str, now: dt.datetime, *, becomes: Becomes, is_taken_in: bool
) -> None:
    by, at = person("organiser"), now - dt.timedelta(hours=3)
    run = hand_in(
        read((HEADINGS + rows.format(day=f"{at:%d-%m-%Y}")).encode(), file_name),
        edition,
        file_name=file_name,
        by=by,
        at=at,
    )
    match(run, run.columns, becomes=becomes, makes_editions=False, by=by, at=at)
    if is_taken_in:
        start(run, by=by, at=at)
        run_due(at)
