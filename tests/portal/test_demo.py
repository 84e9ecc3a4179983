"""Becoming an invented person with a press, and reading the mail: in the demo and nowhere else."""

import re
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.filebased import EmailBackend
from django.test import Client

from people import roles
from people.models import Membership, User
from portal.demo import people
from tests.portal.demo_roles import LANDS
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.demo_addresses")]


def become(client: Client, role: str):
    return client.post("/demo/", {"role": role})


@pytest.mark.urls("portal.urls")
@pytest.mark.parametrize("path", ["/demo/", "/demo/post/", "/en/demo/"])
def test_without_demo_mode_there_is_no_demo(client: Client, path: str):
    assert client.get(path).status_code == 404
    assert client.post(path, {"role": "administrator"}).status_code == 404


def test_page_has_one_button_a_role(client: Client):
    page = client.get("/demo/").content.decode()
    assert re.findall(r'<button[^>]*name="role" value="(\w+)"', page) == list(people.ROLES)
    assert set(people.ROLES) == set(LANDS)
    assert page.count('<form method="post" action="/demo/"') == 1


@pytest.mark.parametrize(("role", "lands"), LANDS.items())
def test_press_signs_in_and_leads_to_work(client: Client, role: str, lands: str):
    response = become(client, role)
    assert (response.status_code, response["Location"]) == (302, lands)
    assert client.session["_auth_user_id"] == str(User.objects.get(email=people.ROLES[role].email).pk)


@pytest.mark.parametrize(("role", "lands"), LANDS.items())
def test_who_presses_in_english_lands_in_english(client: Client, role: str, lands: str):
    response = client.post("/en/demo/", {"role": role})
    assert response["Location"] == (lands if lands == "/cms/" else f"/en{lands}")


@pytest.mark.parametrize("role", ["organiser", "administrator", "ministry"])
def test_more_need_not_be_proved(client: Client, role: str):
    become(client, role)
    assert client.get("/mijn/").status_code == 200


@pytest.mark.parametrize("role", ["organiser", "administrator"])
def test_desk_is_open(client: Client, role: str):
    assert client.get(become(client, role)["Location"]).status_code == 200


def test_same_people_each_time(client: Client):
    for _time in range(2):
        for role in people.ROLES:
            become(client, role)
    assert User.objects.filter(email__endswith="@example.org").count() == len(people.ROLES)
    assert Membership.objects.count() == 1


def test_changing_role_leaves_the_one_before_behind(client: Client):
    become(client, "administrator")
    session = client.session
    session["iets"] = "van de beheerder"
    session.save()
    become(client, "newcomer")
    assert "iets" not in client.session
    assert client.get("/cms/").status_code == 404


def test_roles_are_no_more_than_their_name():
    persons = {key: people.person(key) for key in people.ROLES}
    assert [key for key, user in persons.items() if roles.is_ministry(user)] == ["ministry"]
    assert [key for key, user in persons.items() if roles.is_administrator(user)] == ["administrator"]
    assert [key for key, user in persons.items() if roles.is_member(user)] == ["organiser"]
    assert not any(user.is_superuser or user.has_usable_password() for user in persons.values())
    assert all(user.email.endswith("@example.org") for user in persons.values())


def test_unknown_role_says_so(client: Client):
    response = become(client, "koning")
    assert response.status_code == 400
    assert "Deze rol bestaat niet" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_press_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)
    assert become(client, "administrator").status_code == 403


def test_demo_can_be_left_by_someone_who_must_prove_more(client: Client):
    sign_in(client, people.person("ministry"), proved=False)
    assert client.get("/demo/").status_code == 200


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


def send(folder: Path, *subjects: str, html: str = "") -> None:
    """As the file backend does: the mails of one connection in one file."""
    mails = []
    for subject in subjects:
        mail = EmailMultiAlternatives(
            subject, f"Dag, dit is {subject}.\n\nhttp://testserver/hulp/?a=1\n<b>", to=["iemand@example.org"]
        )
        if html:
            mail.attach_alternative(html, "text/html")
        mails.append(mail)
    EmailBackend(file_path=str(folder)).send_messages(mails)


def test_no_mail_yet_says_what_to_do(client: Client, folder: Path):
    page = client.get("/demo/post/")
    assert page.status_code == 200
    assert "Er is nog geen mail" in page.content.decode()


def test_folder_that_is_not_there_is_empty(client: Client, settings, tmp_path: Path):
    settings.EMAIL_FILE_PATH = str(tmp_path / "nergens")
    assert client.get("/demo/post/").status_code == 200


def test_newest_mail_stands_first(client: Client, folder: Path):
    send(folder, "één", "twee")
    send(folder, "drie")
    subjects = [mail.subject for mail in client.get("/demo/post/").context["mails"]]
    assert subjects == ["drie", "twee", "één"]


def test_mail_opens_with_links_that_work_and_tags_that_do_not(client: Client, folder: Path):
    send(folder, "Jouw code: 1234")
    link = re.search(r'href="(/demo/post/[^"]+/0/)"', client.get("/demo/post/").content.decode()).group(1)
    page = client.get(link).content.decode()
    assert 'href="http://testserver/hulp/?a=1"' in page
    assert "&lt;b&gt;" in page


def test_mail_with_layout_is_locked_in(client: Client, folder: Path):
    send(folder, "met opmaak", html="<p>mooi</p><script>alert(1)</script>")
    mail = client.get("/demo/post/").context["mails"][0]
    response = client.get(f"/demo/post/{mail.name}/0/opmaak/")
    assert "<p>mooi</p>" in response.content.decode()
    policy = response["Content-Security-Policy"]
    assert policy.startswith("sandbox ")
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "name", ["..%2Fsecrets.env", "secrets.env", "20260101-000000-1.log", "20260101-000000-1.log.bak"]
)
def test_only_mails_open(client: Client, folder: Path, name: str):
    (folder / "secrets.env").write_text("SECRET_KEY=x")
    (folder / "20260101-000000-1.log.bak").write_text("Subject: x\n\nx")
    assert client.get(f"/demo/post/{name}/0/").status_code == 404


def test_list_is_paged(client: Client, folder: Path):
    for number in range(25):
        send(folder, f"mail {number}")
    assert len(client.get("/demo/post/").context["mails"]) == 20
    assert len(client.get("/demo/post/?pagina=2").context["mails"]) == 5
