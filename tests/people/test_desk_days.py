"""Days and times at the desk: the calendar of the browser, in forms of our own and in those that Wagtail makes."""

import re

import pytest
from django import forms
from wagtail.admin.forms.models import formfield_for_dbfield

from people.desk_days import DayInput, HourInput, MomentInput
from programmes.models import Edition, Event
from scripts.places import FLOORS
from tests.architecture.sources import python

OF_WAGTAIL = re.compile(r"\bAdmin(Date|Time|DateTime)Input\b")


@pytest.mark.parametrize(
    ("kind", "name", "drawn"), [(Edition, "starts_on", "date"), (Event, "starts_at", "datetime-local")]
)
def test_what_wagtail_makes_of_a_model_opens_no_calendar_over_the_page(kind, name, drawn):
    assert f'type="{drawn}"' in formfield_for_dbfield(kind._meta.get_field(name)).widget.render(name, None)


def test_no_form_of_ours_brings_it_back():
    assert [one.path for one in python(*FLOORS) if OF_WAGTAIL.search(one.text)] == []


@pytest.mark.parametrize(
    ("field", "widget", "typed"),
    [
        (forms.DateField, DayInput, "2027-03-31"),
        (forms.TimeField, HourInput, "19:30"),
        (forms.DateTimeField, MomentInput, "2027-03-31T19:30"),
    ],
)
def test_what_the_browser_sends_is_read_and_shown_again(field, widget, typed):
    made = type("Made", (forms.Form,), {"when": field(widget=widget)})
    form = made({"when": typed})
    assert form.is_valid() and f'value="{typed}"' in str(made(initial={"when": form.cleaned_data["when"]})["when"])
