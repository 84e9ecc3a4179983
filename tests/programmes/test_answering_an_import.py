"""Who stood in a sheet says yes or no: then it is hers, or it is gone."""

from datetime import date, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from people import consent, letters, privacy
from people.addresses import keyed
from people.models import Consent, User
from programmes.choices import Reveals
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.importing.actions import answering
from programmes.models import Answer, Application, Becomes, Edition, Imported, ImportRun, Participation
from programmes.states import ApplicationState, EditionState, ImportedState, ParticipationState
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
    organiser_of,
)
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

ADDRESS = "kanarie@example.org"
YES = {"name": "Kanarie", "old_enough": "on"}


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory()


def invited(edition: Edition, address: str = ADDRESS, **facts: Any) -> Imported:
    facts = {"name": "Kanarie Zanger", "becomes": Becomes.PARTICIPANT, **facts}
    return Imported.objects.create(edition=edition, address=address, address_digest=keyed(address), **facts)


def at(imported: Imported) -> str:
    return f"/uitnodiging/{imported.token}/"


def test_what_stands_in_the_database_opens_nothing(client: Client, edition: Edition) -> None:
    person = invited(edition)
    assert client.get(at(person)).status_code == 200
    assert client.get(f"/uitnodiging/{person.key}/").status_code == 404
    assert person.token.hex not in whole_database().replace("-", "")


def test_from_the_mail_to_a_place(client: Client, edition: Edition, mailoutbox) -> None:
    person = invited(edition)
    page = client.get(at(person)).content.decode()
    assert edition.programme.name in page and "Kanarie Zanger" in page
    assert not User.objects.filter(email=ADDRESS).exists(), "opening it changes nothing"
    sent = client.post(at(person), YES)
    user = User.objects.get(email=ADDRESS)
    participation = Participation.objects.get(user=user)
    assert participation.state == ParticipationState.ADMITTED
    assert Application.objects.get(user=user).state == ApplicationState.ADMITTED
    person.refresh_from_db()
    assert (person.state, person.name, person.address, person.user) == (ImportedState.ACCEPTED, "", "", user)
    assert "code" in mailoutbox[0].body and mailoutbox[0].to == [ADDRESS]
    code = next(word for word in mailoutbox[0].body.split() if len(word) == 9 and word[4] == "-")
    entered = client.post(sent["Location"], {"code": code, "next": sent["Location"].partition("next=")[2]})
    assert entered.status_code == 302 and client.get("/mijn/").status_code == 200
    assert EmailAddress.objects.get(user=user).verified
    assert client.get(at(person)).status_code == 404, "once"


def test_who_is_to_be_answered_applies(client: Client, edition: Edition) -> None:
    client.post(at(invited(edition, becomes=Becomes.APPLICANT)), YES)
    application = Application.objects.get()
    assert application.state == ApplicationState.SUBMITTED and application.old_enough
    assert not Participation.objects.exists()
    assert application in Application.objects.at_the_desk_of(organiser_of(edition.programme))


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"name": ""}, "hoe je wilt heten"), ({"old_enough": ""}, "oud genoeg"), ({"name": "x" * 61}, "60")],
)
def test_what_is_missing_is_asked_again(client: Client, edition: Edition, typed: dict, said: str) -> None:
    answer = client.post(at(invited(edition)), {**YES, **typed})
    assert answer.status_code == 200 and said in answer.content.decode()
    assert not User.objects.filter(email=ADDRESS).exists()


def test_what_it_reveals_is_agreed_to(client: Client, edition: Edition) -> None:
    ConsentTextFactory(purpose=APPLICATION_REVEALS.name, text="Dit laat iets zien van je gezondheid.")
    Edition.objects.filter(pk=edition.pk).update(reveals=Reveals.HEALTH)
    person = invited(edition)
    page = client.get(at(person)).content.decode()
    assert "iets zien van je gezondheid" in page and edition.programme.name not in page.partition("</title>")[0]
    assert client.post(at(person), YES).status_code == 200 and not Participation.objects.exists()
    client.post(at(person), {**YES, "agree": "on"})
    user = User.objects.get(email=ADDRESS)
    assert consent.stands(user, APPLICATION_REVEALS.name, edition.key)
    consent.withdraw(user, APPLICATION_REVEALS.name, edition.key)
    assert not Participation.objects.exists() and not Application.objects.exists()
    assert Consent.objects.standing().count() == 0


def test_who_says_no_is_gone_at_once(client: Client, edition: Edition) -> None:
    person = invited(edition)
    assert "gewist" in client.post(at(person), {"verb": "decline"}).content.decode()
    person.refresh_from_db()
    assert (person.state, person.name, person.address) == (ImportedState.DECLINED, "", "")
    assert client.get(at(person)).status_code == client.post(at(person), YES).status_code == 404
    assert not User.objects.filter(email=ADDRESS).exists()


def test_two_weeks_and_no_longer(client: Client, edition: Edition, settings, mailoutbox) -> None:
    late = invited(edition, made_at=timezone.now() - timedelta(days=14, minutes=1))
    assert client.get(at(late)).status_code == client.post(at(late), YES).status_code == 404
    in_time = invited(edition, "laat@example.org", made_at=timezone.now() - timedelta(days=13))
    assert client.get(at(in_time)).status_code == 200
    settings.KEEP_UNTIL = {"imported": timedelta(days=7)}
    assert client.get(at(in_time)).status_code == 404, "an administrator made it shorter"


# Who has an account ---------------------------------------------------------------------------------


def test_who_has_an_account_signs_in_first(client: Client, edition: Edition) -> None:
    user = UserFactory(email="Kanarie@Example.org", name="Zoals ik heet")
    person = invited(edition)
    assert f"/account/login/?next=%2Fuitnodiging%2F{person.token}%2F" in client.get(at(person)).content.decode()
    client.post(at(person), YES)
    assert not Participation.objects.exists(), "a link alone does not act for an account"
    sign_in(client, user)
    assert 'value="Zoals ik heet"' in client.get(at(person)).content.decode()
    assert client.post(at(person), YES).status_code == 302
    assert Participation.objects.get().user == user


def test_a_yes_with_another_account_is_that_accounts(client: Client, edition: Edition) -> None:
    UserFactory(email=ADDRESS)
    other = UserFactory()
    sign_in(client, other)
    person = invited(edition)
    assert "ander adres" in client.get(at(person)).content.decode()
    client.post(at(person), YES)
    assert Participation.objects.get().user == other


def test_a_draft_that_was_begun_goes_on(client: Client, edition: Edition) -> None:
    draft = ApplicationFactory(edition=edition)
    sign_in(client, draft.user)
    client.post(at(invited(edition)), YES)
    draft.refresh_from_db()
    assert draft.state == ApplicationState.ADMITTED


def test_a_no_that_was_given_stays(client: Client, edition: Edition) -> None:
    refused = ApplicationFactory(
        edition=edition, state=ApplicationState.REFUSED, old_enough=True, submitted_at=timezone.now()
    )
    sign_in(client, refused.user)
    answer = client.post(at(invited(edition)), YES)
    assert "al een antwoord" in answer.content.decode() and not Participation.objects.exists()
    assert Imported.objects.get().state == ImportedState.INVITED


def test_an_edition_that_ended_takes_nobody(client: Client, edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(state=EditionState.CANCELLED)
    answer = client.post(at(invited(edition)), YES)
    assert "gaat niet door" in answer.content.decode() and not User.objects.filter(email=ADDRESS).exists()


def test_the_day_of_the_sheet_counts_from_when_the_organisation_was_there(client: Client, edition: Edition) -> None:
    day = timezone.localdate() - timedelta(days=40)
    client.post(at(invited(edition, admitted_on=day)), YES)
    participation = Participation.objects.get()
    assert timezone.localdate(participation.admitted_at) == day
    client.post(at(invited(edition, "oud@example.org", admitted_on=date(2001, 1, 1))), YES)
    assert Participation.objects.at_the_desk_of(organiser_of(edition.programme)).count() == 2


# Export and erase -----------------------------------------------------------------------------------


def test_it_is_in_the_export_and_gone_by_erasing(edition: Edition) -> None:
    user = UserFactory(email=ADDRESS)
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    invited(edition)
    ImportRun.objects.create(edition=edition, by=user, file_name="mijn lijst.csv", dropped='["Beperking"]')
    other = invited(edition, "ander@example.org")
    told = str([said for rule, said in privacy.export(user) if rule.title == "Invoer uit een lijst"])
    assert all(word in told for word in ("Kanarie Zanger", ADDRESS, "mijn lijst.csv", "Beperking"))
    privacy.erase(user)
    assert list(Imported.objects.all()) == [other] and not ImportRun.objects.exists()
    assert "kanarie" not in whole_database().lower()


def test_a_letter_that_waited_too_long_is_not_sent(edition: Edition, mailoutbox) -> None:
    from programmes.importing.emails import imported_invited

    person = invited(edition)
    letters.write_to_each(
        imported_invited, [(ADDRESS, f"imported:{person.key}", {"imported": person.key})], language="nl"
    )
    person.delete()
    letters.send_due()
    assert mailoutbox == []


def says_no(promised: Imported) -> None:
    answering.decline(promised)


def says_nothing(promised: Imported) -> None:
    Imported.objects.filter(pk=promised.pk).update(made_at=timezone.now() - timedelta(days=15))
    privacy.purge_expired()


def ends_her_account(promised: Imported) -> None:
    user = UserFactory(email=ADDRESS)
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    privacy.erase(user)


@pytest.mark.parametrize("goes", [says_no, says_nothing, ends_her_account])
def test_a_place_that_a_sheet_promised_in_vain_is_for_who_waits(edition: Edition, goes: Any) -> None:
    Edition.objects.filter(pk=edition.pk).update(capacity=1)
    first, second = (SentApplicationFactory(edition=edition, state=ApplicationState.WAITING) for _who in "ab")
    goes(invited(edition))
    states = [Application.objects.get(pk=one.pk).state for one in (first, second)]
    assert states == [ApplicationState.OFFERED, ApplicationState.WAITING]


def test_the_desk_says_which_questions_somebody_from_a_sheet_never_got(client: Client, edition: Edition) -> None:
    asked, free = QuestionFactory(edition=edition, label="Waarom jij?", required=True), "Wat nog meer?"
    QuestionFactory(edition=edition, label=free, required=False)
    own = SentApplicationFactory(edition=edition)
    Answer.objects.create(application=own, question=asked, value="Daarom.")
    application = answering.accept(
        invited(edition, becomes=Becomes.APPLICANT), name="Kanarie", agrees=False, by=UserFactory(email=ADDRESS)
    )
    sign_in(client, organiser_of(edition.programme))
    page = client.get(f"/cms/aanmeldingen/{application.key}/").text
    assert "Niet beantwoord:" in page and "Waarom jij?" in page and free not in page and "geen vragen" not in page
    assert "Niet beantwoord:" not in client.get(f"/cms/aanmeldingen/{own.key}/").text


def test_the_desk_counts_a_promised_place_as_taken(client: Client, edition: Edition) -> None:
    invited(edition)
    sign_in(client, organiser_of(edition.programme))
    page = client.get(reverse("desk_edition_state", args=[edition.key])).content.decode()
    assert "Wacht op een ja, door een lijst: 1." in page
    assert f"Vrij: {edition.capacity - 1}." in page
