"""A file with invented people becomes facts, or tells what is wrong with it and changes nothing."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from outcomes.actions import publish
from outcomes.models import FunnelFact, FunnelPerson, GoneSince, PublishedCell
from outcomes.population.reading import COLUMNS
from people.models import Organisation, User
from programmes.models import Edition, Programme
from tests.factories.outcomes import FunnelFactFactory

pytestmark = pytest.mark.django_db
SIGNED_UP = {"signed_up": "2026-01-10"}
WHOLE = {
    "gender": "vrouw",
    "birth_year": "1987",
    "province": "Fryslân",
    "source": "zomer-2026",
    "office": "staten",
    "signed_up": "2026-01-10",
    "applied": "2026-01-12",
    "admitted": "2026-02-01",
    "started": "2026-03-01",
    "completed": "2026-06-01",
    "matched": "2026-03-15",
    "listed": "2026-09-01",
    "elected": "2026-10-01",
}


def line(person="p1", **values):
    return {"person": person, "programme": "Eerste stap", "edition": "2026", **values}


@pytest.fixture
def load(tmp_path):
    def run(*lines, replace=False, columns=COLUMNS):
        file = tmp_path / "people.csv"
        rows = [",".join(one.get(name, "") for name in columns) for one in lines]
        file.write_text("\n".join([",".join(columns), *rows]) + "\n", encoding="utf-8")
        out = StringIO()
        call_command("load_population", str(file), *(["--replace"] if replace else []), stdout=out)
        return json.loads(out.getvalue())

    return run


def refusal(load, *lines, **options):
    before = everything()
    with pytest.raises(CommandError) as refused:
        load(*lines, **options)
    assert everything() == before
    assert refused.value.returncode == 2
    return str(refused.value).splitlines()


def everything():
    models = (FunnelFact, FunnelPerson, Programme, Edition, Organisation)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_line_becomes_a_person_with_a_fact_for_each_step(load):
    assert load(line(**WHOLE)) == {"persons": 1, "facts": 8, "programmes": 1}
    (person,) = FunnelPerson.objects.all()
    assert person.description() == {"gender": "vrouw", "birth_year": 1987, "province": "Fryslân"}
    facts = {fact.step: fact for fact in FunnelFact.objects.select_related("edition__programme")}
    assert {step: fact.happened_on.isoformat() for step, fact in facts.items()} == {
        step: day for step, day in WHOLE.items() if step in facts
    }
    started = facts["started"]
    assert (started.source, started.office) == ("zomer-2026", "staten")
    assert (started.programme.name, started.edition.name) == ("Eerste stap", "2026")
    assert started.edition.starts_on == date(2026, 3, 1)
    assert started.programme.lead().name == "Ingelezen" and not started.programme.lead().is_public
    assert not User.objects.exists()


def test_a_person_in_several_programmes_is_one_person(load):
    other = line(**SIGNED_UP) | {"programme": "Tweede stap", "edition": ""}
    assert load(line(**SIGNED_UP), other, line("p2", **SIGNED_UP)) == {"persons": 2, "facts": 3, "programmes": 2}
    assert FunnelFact.objects.get(edition=None).programme.name == "Tweede stap"


def test_what_is_empty_is_unknown(load):
    load(line(**SIGNED_UP))
    assert not FunnelPerson.objects.get().is_described


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"gender": "anders"}, "unknown gender 'anders'"),
        ({"province": "Friesland"}, "unknown province 'Friesland'"),
        ({"office": "bestuur"}, "unknown office 'bestuur'"),
        ({"source": "met spatie"}, "source 'met spatie' is no slug"),
        ({"birth_year": "1899"}, "birth_year '1899' is outside 1900 to {youngest}"),
        ({"birth_year": "{too_young}"}, "birth_year '{too_young}' is outside 1900 to {youngest}"),
        ({"signed_up": "10-01-2026"}, "signed_up '10-01-2026' is no day such as 2026-11-01"),
        ({"signed_up": "2026-02-30"}, "signed_up '2026-02-30' is no day such as 2026-11-01"),
        ({"matched": "{tomorrow}"}, "matched {tomorrow} is later than today"),
        ({"applied": "2026-01-09"}, "applied is before signed_up"),
        ({"admitted": "2026-02-01"}, "admitted without applied"),
        ({"person": ""}, "person is empty"),
        ({"programme": ""}, "programme is empty"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_nothing_is_written(load, values, told):
    today = timezone.localdate()  # asked here: midnight may come between reading this file and running it
    days = {"youngest": today.year - 16, "too_young": today.year - 15, "tomorrow": today + timedelta(days=1)}
    values = {name: value.format(**days) for name, value in values.items()}
    wrong = line(**(SIGNED_UP | values)) | values
    assert refusal(load, line("good", **SIGNED_UP), wrong) == [f"line 3: {told.format(**days)}"]


def test_steps_on_one_day_are_in_order(load):
    days = dict.fromkeys(["signed_up", "applied", "admitted", "started", "completed"], "2026-01-10")
    assert load(line(**days))["facts"] == 5


def test_only_the_first_twenty_faults_are_told(load):
    told = refusal(load, *(line(f"p{number}", signed_up="x") for number in range(30)))
    assert len(told) == 20 and told[-1].startswith("line 21: ")


def test_one_person_cannot_have_two_sets_of_traits_or_stand_twice_in_an_edition(load):
    other = line(**SIGNED_UP, gender="man") | {"programme": "Tweede stap"}
    told = refusal(load, line(**SIGNED_UP), other, line(**SIGNED_UP))
    assert told == [
        "line 3: person 'p1' has other traits than on an earlier line",
        "line 4: person 'p1' stands twice in this edition",
    ]


def test_missing_columns_are_refused(load):
    assert refusal(load, line(**SIGNED_UP), columns=COLUMNS[:-2]) == ["missing columns: listed, elected"]


def test_what_is_no_file_to_read_is_refused_in_words(tmp_path):
    (tmp_path / "other.csv").write_bytes(b"\xff\xfe\x00person")
    for name, told in (("nowhere.csv", "No such file or directory"), ("other.csv", "it is no CSV in UTF-8")):
        with pytest.raises(CommandError) as refused:
            call_command("load_population", str(tmp_path / name))
        assert (refused.value.returncode, str(refused.value)) == (2, f"cannot read this file: {told}")


def test_facts_that_are_there_are_only_replaced_when_asked(load):
    FunnelFactFactory()
    assert refusal(load, line(**SIGNED_UP)) == ["there are facts already; --replace takes their place"]
    assert load(line(**SIGNED_UP), replace=True)["facts"] == 1
    assert FunnelFact.objects.count() == 1


def test_who_stands_in_both_files_keeps_the_key_and_who_does_not_is_gone(load):
    thirty = [line(f"p{number}", **SIGNED_UP) for number in range(30)]
    load(*thirty)
    keys = dict(FunnelPerson.objects.values_list("label", "rounding_key"))
    publish(date(2026, 10, 1))
    load(*thirty[1:], line("new", **SIGNED_UP), replace=True)
    after = dict(FunnelPerson.objects.values_list("label", "rounding_key"))
    assert {label: after[label] for label in keys.keys() & after.keys()} == {
        label: key for label, key in keys.items() if label != "p0"
    }
    assert "p0" not in after and GoneSince.objects.get().count == 1
    publish(date(2026, 11, 1))  # one gone and one new: too few to tell
    assert set(PublishedCell.objects.values_list("as_of", flat=True)) == {date(2026, 10, 1)}


def test_traits_that_changed_are_changed(load):
    load(line(**SIGNED_UP, gender="x", province="Utrecht"))
    load(line(**SIGNED_UP, gender="man"), replace=True)
    assert FunnelPerson.objects.get().description() == {"gender": "man", "birth_year": None, "province": ""}


def test_production_refuses(load, settings):
    settings.TRIAL_DATA = False
    with pytest.raises(CommandError) as refused:
        load(line(**SIGNED_UP))
    assert refused.value.returncode == 3 and not FunnelFact.objects.exists()
