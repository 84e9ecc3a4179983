"""What this floor holds about a person: applications, participations, stories, being a safeguarding contact."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.page_cache import purge
from people.languages import said
from people.models import Consent, User
from people.privacy import KeepUntil, PersonalData, delete
from programmes.actions.participations import before_they_go
from programmes.actions.stories import remove_stories
from programmes.actions.waiting import places_going
from programmes.consent_purposes import APPLICATION_REVEALS, FOLLOW_UP
from programmes.models import Application, Edition, Participation, SafeguardingContact, Story, StoryPage
from programmes.states import ApplicationState


def export(user: User) -> dict[str, Any]:
    own = (
        Application.objects.filter(user=user).select_related("edition__programme").prefetch_related("answers__question")
    )
    return {
        "applications": [_application(application) for application in own],
        "participations": [
            _participation(participation)
            for participation in Participation.objects.filter(user=user).select_related("edition__programme")
        ],
        "stories": [_story(story) for story in Story.objects.of(user).select_related("programme")],
        "safeguarding_contact_of": [
            {
                "programme": contact.programme.name,
                "since": contact.since,
                "display_name": contact.display_name,
                "hours": contact.hours,
                "mail_address": contact.mail_address,
                "phone": contact.phone,
            }
            for contact in SafeguardingContact.objects.filter(user=user).select_related("programme")
        ],
    }


def _application(application: Application) -> dict[str, Any]:
    return {
        "key": application.key,
        "programme": application.edition.programme.name,
        "edition": application.edition.name,
        "state": application.get_state_display(),
        "begun_at": application.begun_at,
        "saved_at": application.saved_at,
        "submitted_at": application.submitted_at,
        "decided_at": application.decided_at,
        "answer_until": application.answer_until,
        "withdrawn_at": application.withdrawn_at,
        "decision_words": application.decision_words,
        "old_enough": application.old_enough,
        "helped_at": application.helped_at,
        "answers": [
            {"question": said(answer.question, "label"), "answer": answer.value} for answer in application.answers.all()
        ],
    }


def _participation(participation: Participation) -> dict[str, Any]:
    return {
        "key": participation.key,
        "programme": participation.edition.programme.name,
        "edition": participation.edition.name,
        "state": participation.get_state_display(),
        "admitted_at": participation.admitted_at,
        "started_at": participation.started_at,
        "completed_at": participation.completed_at,
        "left_at": participation.left_at,
        "leaving_reason": participation.get_leaving_reason_display(),
        "follow_up_answered_at": participation.follow_up_answered_at,
    }


def _story(story: Story) -> dict[str, Any]:
    """Every word of it, as it stands on the site."""
    return {
        "key": story.key,
        "programme": story.programme.name if story.programme else "",
        "told_at": story.told_at,
        "pages": [
            {
                "language": page.locale.language_code,
                "title": page.title,
                "intro": page.intro,
                "teller": page.teller,
                "about_teller": page.about_teller,
                "quote": page.quote,
                "text": " ".join(str(block.value) for block in page.body),
            }
            for page in StoryPage.objects.filter(story=story)
            .select_related("locale")
            .order_by("-locale__language_code")
        ],
    }


def erase(user: User) -> None:
    remove_stories(list(Story.objects.of(user)))
    with places_going(Edition.objects.filter(applications__user=user)):
        Participation.objects.filter(user=user).delete()
        Application.objects.filter(user=user).delete()
    if SafeguardingContact.objects.filter(user=user).delete()[0]:
        purge()  # her name stood on the page of the programme


def _take_back(rows: "QuerySet[Any]", *purposes: str) -> None:
    """The consents that these rows rested on: a yes about an edition tells who took part in it."""
    for user, edition in rows.values_list("user", "edition__key"):
        for purpose in purposes:
            rested = Consent.objects.standing().on(purpose, edition).filter(user=user)
            rested.update(withdrawn_at=timezone.now())


def _with_consent(over: "QuerySet[Application]") -> int:
    """An application that goes takes its consent along, unless the participation that followed still rests on it."""
    stays = Participation.objects.filter(user=OuterRef("user"), edition=OuterRef("edition"))
    _take_back(over.filter(~Exists(stays)), APPLICATION_REVEALS.name)
    return delete(over)


def _with_consents(over: "QuerySet[Participation]") -> int:
    """A participation is the last to go: nothing of this edition is left to agree to."""
    rows = Participation.objects.filter(pk__in=list(over.values_list("pk", flat=True)))  # `over` asks for the consent
    before_they_go(list(rows))
    _take_back(rows, APPLICATION_REVEALS.name, FOLLOW_UP.name)
    return delete(rows)


def _stale_drafts(before: datetime) -> "QuerySet[Application]":
    return Application.objects.drafts().filter(saved_at__lt=before)


def _over_without_place(before: datetime) -> "QuerySet[Application]":
    """Refused, expired or withdrawn: nothing follows from it any more."""
    over = [ApplicationState.REFUSED, ApplicationState.EXPIRED]
    return Application.objects.without_complaint().filter(
        Q(state=ApplicationState.WITHDRAWN, withdrawn_at__lt=before) | Q(state__in=over, decided_at__lt=before)
    )


def _of_ended_editions(before: datetime) -> "QuerySet[Application]":
    """Whatever became of it, once the edition is long over."""
    return Application.objects.without_complaint().filter(edition__ends_on__lt=timezone.localdate(before))


def _over(before: datetime) -> "QuerySet[Participation]":
    return Participation.objects.without_follow_up().over_before(before)


def _followed_up(before: datetime) -> "QuerySet[Participation]":
    return Participation.objects.with_follow_up().elected_before(timezone.localdate(before))


def _at_most(before: datetime) -> "QuerySet[Participation]":
    """However far away that election is, or when nobody knows yet when it is held."""
    return Participation.objects.over_before(before)


UNTIL_ELECTION, AT_MOST = timedelta(days=91), timedelta(days=5 * 365)


def kept_until(participation: Participation) -> date | None:
    """The day that a yes to one question keeps it to; of a row with `votes_on`. None while it is not over."""
    if participation.completed_at is None:
        return None
    last = timezone.localdate(participation.completed_at + AT_MOST)
    return min(participation.votes_on + UNTIL_ELECTION, last) if participation.votes_on else last


PROGRAMMES = PersonalData(
    title=_("Programma’s"),
    models=(
        "programmes.Application",
        "programmes.Answer",
        "programmes.Participation",
        "programmes.SafeguardingContact",
        "programmes.Story",
        "programmes.StoryPage",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "application_draft",
            timedelta(days=60),
            _("een aanmelding die niet af is"),
            _stale_drafts,
            remove=_with_consent,
        ),
        KeepUntil(
            "application_without_place",
            timedelta(days=91),
            _("een aanmelding die is afgewezen, verlopen of ingetrokken"),
            _over_without_place,
            remove=_with_consent,
        ),
        KeepUntil(
            "application_of_ended_edition",
            timedelta(days=182),
            _("een aanmelding voor een editie die is afgelopen"),
            _of_ended_editions,
            remove=_with_consent,
        ),
        KeepUntil(
            "participation",
            timedelta(days=182),
            _("dat je meedeed, na het einde"),
            _over,
            remove=_with_consents,
        ),
        KeepUntil(
            "participation_after_election",
            UNTIL_ELECTION,
            _("dat je meedeed, als wij later mogen vragen hoe het ging: na de verkiezing"),
            _followed_up,
            remove=_with_consents,
        ),
        KeepUntil(
            "participation_at_most",
            AT_MOST,
            _("dat je meedeed, als wij je dat mogen vragen: nooit langer na het einde dan"),
            _at_most,
            remove=_with_consents,
        ),
    ),
    words={
        "applications": _("Aanmeldingen"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "state": _("Stand"),
        "begun_at": _("Begonnen"),
        "saved_at": _("Opgeslagen"),
        "submitted_at": _("Verstuurd"),
        "decided_at": _("Besloten"),
        "answer_until": _("Aanbod geldt tot"),
        "withdrawn_at": _("Ingetrokken"),
        "decision_words": _("Woorden bij het antwoord"),
        "old_enough": _("Oud genoeg"),
        "helped_at": _("Iemand hielp mee"),
        "answers": _("Antwoorden"),
        "participations": _("Deelnames"),
        "admitted_at": _("Toegelaten"),
        "started_at": _("Begonnen"),
        "completed_at": _("Afgerond"),
        "left_at": _("Gestopt"),
        "leaving_reason": _("Waarom gestopt"),
        "follow_up_answered_at": _("Vraag over later beantwoord"),
        "question": _("Vraag"),
        "answer": _("Antwoord"),
        "stories": _("Verhalen op de site"),
        "told_at": _("Verteld"),
        "pages": _("Pagina’s"),
        "language": _("Taal"),
        "title": _("Titel"),
        "intro": _("Inleiding"),
        "teller": _("Verteller"),
        "about_teller": _("Over de verteller"),
        "quote": _("Citaat"),
        "text": _("Tekst"),
        "safeguarding_contact_of": _("Vertrouwenspersoon bij"),
        "display_name": _("Naam op de pagina"),
        "hours": _("Te bereiken"),
        "since": _("Sinds"),
        "mail_address": _("E-mailadres op de pagina"),
        "phone": _("Telefoonnummer op de pagina"),
    },
)
