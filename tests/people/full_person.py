"""A person of whom the lower floors hold everything that they can hold, each part recognisable."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Comment, ModelLogEntry, Page, PageLogEntry, UploadedFile

from lifecycle.journal import record
from people.models import Letter, Membership, User
from people.seen import Role, What, note_view
from tests.factories.people import (
    ConsentFactory,
    ConsentTextFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)

NAME, ADDRESS = "Kanarie Geel", "kanarie.geel@example.org"
SECOND_ADDRESS = "kanarie.twee@example.org"
OWN_WORDS = "Kanariewoorden bij een pagina"
# What must stand in the export; the secret of an authenticator must not.
TOLD = [NAME, ADDRESS, SECOND_ADDRESS, OWN_WORDS, "Kanariehuis", "192.0.2.77", "Kanariebrowser", "tests.neutral"]
TOLD += ["Kanariepagina", "Kanarietekst", "reviewer", "Proeforganisatie die keek", "edition-77"]
SECRET_OF_APP = "kanarie-totp-geheim"


def make_full_person() -> User:
    now = timezone.now()
    user = UserFactory(name=NAME, email=ADDRESS, groups=["reviewer"])
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    EmailAddress.objects.create(user=user, email=SECOND_ADDRESS)
    MembershipFactory(user=user, organisation=OrganisationFactory(name="Kanariehuis"), role=Membership.Role.PUBLISHER)
    ConsentFactory(user=user, text=ConsentTextFactory(text="Kanarietekst"))
    Authenticator.objects.create(user=user, type="totp", data={"secret": SECRET_OF_APP})
    Letter.objects.create(key="x", recipient=user, message="tests.neutral", ids={"edition": "edition-77"})
    note_view(
        user,
        by=UserFactory(),
        role=Role.REVIEWER,
        what=What.ANSWERS,
        organisation=OrganisationFactory(name="Proeforganisatie die keek"),
        on=date(2026, 11, 1),
    )
    record(user, "sign_up", by=user)
    _sign_in(user, now)
    _edit(user, now)
    return user


def _sign_in(user: User, now) -> None:
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session.set_expiry(now + timedelta(days=1))
    session.create()
    UserSession.objects.create(
        user=user, ip="192.0.2.77", user_agent="Kanariebrowser 1", session_key=session.session_key
    )


def _edit(user: User, now) -> None:
    page = Page.add_root(title="Kanariepagina", slug=f"pagina-{user.pk}", owner=user)
    page.save_revision(user=user)
    Comment.objects.create(page=page, user=user, text=OWN_WORDS, contentpath="title", position="")
    upload = UploadedFile(for_content_type=ContentType.objects.get_for_model(User), uploaded_by_user=user)
    upload.file.save("kanarie.txt", ContentFile(b"half an upload"))
    kinds = {"content_type": ContentType.objects.get_for_model(User), "label": NAME, "action": "wagtail.edit"}
    ModelLogEntry.objects.create(object_id=str(user.pk), user=UserFactory(), timestamp=now, **kinds)
    PageLogEntry.objects.create(
        page=page,
        user=user,
        content_type=ContentType.objects.get_for_model(Page),
        label="Kanariepagina",
        action="wagtail.create",
        timestamp=now,
    )
