"""Acts of one person in several windows: each waits its turn, and none is thrown out by the database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, close_old_connections, connection

from lifecycle.errors import IllegalMove
from programmes.actions import applications
from programmes.models import Application
from tests.factories.programmes import ApplicationFactory


@pytest.mark.django_db
def test_a_draft_that_was_thrown_away_in_another_window_is_told():
    application = ApplicationFactory(old_enough=True)
    seen = Application.objects.select_related("edition__programme").get(pk=application.pk)
    applications.discard_draft(application, by=application.user)
    for act in (applications.discard_draft, applications.submit_application):
        with pytest.raises(IllegalMove):
            act(seen, by=seen.user)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_name_and_a_draft_that_goes_do_not_lock_each_other():
    def one(act) -> None:
        close_old_connections()
        try:
            act()
        except IllegalMove:
            pass  # the other was first
        finally:
            connection.close()

    for number in range(40):
        draft = ApplicationFactory(old_enough=True)

        def introduce(draft=draft, number=number) -> None:
            applications.introduce_yourself(draft, name=f"Proef {number}", old_enough=True, by=draft.user)

        def discard(draft=draft) -> None:
            applications.discard_draft(draft, by=draft.user)

        with ThreadPoolExecutor(4) as pool:
            try:
                list(pool.map(one, [introduce, introduce, discard, introduce]))
            except DatabaseError as error:
                pytest.fail(f"{error}")
