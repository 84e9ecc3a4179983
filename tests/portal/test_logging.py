"""What stands in the log: faults of ours, and not every address that someone tries."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_an_address_that_is_nowhere_is_no_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/bestaat-niet/").status_code == 404
    assert caplog.records == []


@pytest.mark.django_db
def test_a_fault_of_ours_is_a_line(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("people.views.HelpRecord", None)
    assert Client(raise_request_exception=False).get("/hulp/").status_code == 500
    assert [record.name for record in caplog.records] == ["django.request"]
