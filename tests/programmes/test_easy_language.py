"""Easy language: ten words a sentence, one thought a line, a picture beside it, and honest about who looked at it."""

import datetime as dt
import io
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image as Picture
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.models import Image
from wagtail.test.utils.form_data import nested_form_data, streamfield

from portal.demo.content.programmes import EXAMPLES
from portal.demo.content.programmes.shapes import Example
from programmes.blocks import EasyLineBlock, EasyPartBlock, EasyRowBlock
from programmes.easy_language import FaultKind, faults, sentences, words
from programmes.models import ProgrammePage
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    programme_page,
    two_contacts,
)
from tests.programmes.public_site import programmes_page

TEN = "Je leert in tien avonden samen praten over jouw straat."
ELEVEN = "Je leert in tien lange avonden samen praten over jouw straat."
EASY_PAGE = "/programmas/proefraad/makkelijke-taal/"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (TEN, []),
        (ELEVEN, [FaultKind.LONG]),
        ("Je leert. Je oefent.", [FaultKind.SEVERAL]),
        (f"Je leert. {ELEVEN}", [FaultKind.LONG, FaultKind.SEVERAL]),
        ("Het begint om 9.00 uur.", []),  # a point inside a time ends nothing
        ("Mail naar een e-mailadres - of bel.", []),
        ("Wat is het?", []),
        ("", []),
        ("Zij zegt: ‘Kom maar.’ Dan kom je.", [FaultKind.SEVERAL]),
    ],
)
def test_a_line_is_held_against_the_rule(line: str, kinds: list[FaultKind]) -> None:
    assert [fault.kind for fault in faults(line)] == kinds


def test_the_fault_names_the_sentence_and_counts_its_words() -> None:
    (fault,) = faults(ELEVEN)
    assert (fault.sentence, fault.words) == (ELEVEN, 11)
    assert words("Eén - twee e-mail!") == 3
    assert sentences("Je leert. Je oefent!") == ["Je leert.", "Je oefent!"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_the_demo_is_easy(example: Example, language: str) -> None:
    parts = getattr(example, language).easy
    lines = [line for _title, rows in parts for _drawing, lines in rows for line in lines]
    assert len(lines) > 15
    said = [*lines, *(title for title, _rows in parts)]
    assert [fault for line in said for fault in faults(line)] == []


# The editor --------------------------------------------------------------------------------------------


def test_the_editor_is_told_which_sentence_is_too_long() -> None:
    with pytest.raises(ValidationError) as told:
        EasyLineBlock(max_length=90).clean(ELEVEN)
    (message,) = told.value.messages
    assert ELEVEN in message and "11 woorden" in message
    with pytest.raises(ValidationError, match="Je oefent"):
        EasyLineBlock(max_length=90).clean("Je leert. Je oefent.")
    assert EasyLineBlock(max_length=90).clean(TEN) == TEN


def test_a_draft_keeps_a_sentence_that_is_still_too_long() -> None:
    block = EasyLineBlock(max_length=90)
    block.is_deferred_validation = True
    assert block.clean(ELEVEN) == ELEVEN


def test_the_heading_of_a_part_is_held_against_the_rule_too() -> None:
    with pytest.raises(StructBlockValidationError):
        EasyPartBlock().clean({"title": "Wat is het en hoe gaat het en wie mag er dan nu meedoen?", "rows": []})


@pytest.fixture
def picture(db: None) -> Image:
    packed = io.BytesIO()
    Picture.new("RGB", (300, 300), "#eaeff7").save(packed, "PNG")
    packed.seek(0)
    return Image.objects.create(title="Een tafel", file=ImageFile(packed, name="tafel.png"))


def row(**shown: object) -> dict[str, object]:
    block = EasyRowBlock()
    return block.to_python({"lines": ["Je leert."], **shown})


def test_a_row_has_one_picture_and_not_two(picture: Image) -> None:
    shown = {"image": picture.pk, "alt_text": "Vier mensen aan een tafel.", "decorative": False}
    assert EasyRowBlock().clean(row(drawing="mini-samen"))
    assert EasyRowBlock().clean(row(picture=shown))
    for wrong in (row(), row(drawing="mini-samen", picture=shown)):
        with pytest.raises(StructBlockValidationError) as told:
            EasyRowBlock().clean(wrong)
        assert "drawing" in told.value.block_errors
    with pytest.raises(StructBlockValidationError):
        EasyRowBlock().clean(row(picture={**shown, "alt_text": ""}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, []),
        ({"checked_by": "Testgroep", "checked_on": "2026-11-03"}, []),
        ({"checked_on": "2026-11-03"}, ["checked_by"]),
        ({"checked_by": "Testgroep", "checked_on": "2999-01-01"}, ["checked_on"]),
    ],
    ids=["nobody", "somebody", "nobody with a date", "tomorrow"],
)
def test_the_editor_says_who_looked_at_it_and_when(fields: dict[str, str], wrong: list[str]) -> None:
    assert [name for name in form_errors(stored_page(), fields) if name.startswith("checked")] == wrong


@pytest.mark.django_db
@pytest.mark.parametrize(("more", "is_refused"), [({}, True), ({"checked_on": "2026-11-09"}, False)])
def test_a_text_that_changes_is_looked_at_again(more: dict[str, str], is_refused: bool) -> None:
    seen = {"checked_by": "Testgroep", "checked_on": "2026-11-03"}
    page = stored_page(**seen)
    assert "checked_by" not in form_errors(page, seen)
    assert ("checked_by" in form_errors(page, {**seen, **more}, line="Je oefent.")) is is_refused


LINE, ROW, PART = (f"00000000-0000-4000-8000-00000000000{number}" for number in range(3))  # as the editor sends back


def stored_page(**fields: object) -> ProgrammePage:
    line = {"type": "item", "id": LINE, "value": "Je leert."}
    row = {"type": "item", "id": ROW, "value": {"drawing": "mini-samen", "lines": [line]}}
    easy_page(easy=[{"type": "part", "id": PART, "value": {"title": "Wat is het?", "rows": [row]}}], **fields)
    return ProgrammePage.objects.get()


def form_errors(page: ProgrammePage, fields: dict[str, str], line: str = "Je leert.") -> dict[str, object]:
    """What the editor is told, its other fields sent back as they were."""
    kind = page.get_edit_handler().get_form_class()
    no_picture = {"image": "", "alt_text": "", "decorative": ""}
    row = {"drawing": "mini-samen", "picture": no_picture, "lines": one_of_a_list(line, LINE)}
    part = {"title": "Wat is het?", "rows": one_of_a_list(row, ROW)}
    sent = {
        **{name: getattr(page, name) for name in ("title", "slug", "drawing")},
        "programme": page.programme_id,
        "body": streamfield([]),
        "questions": streamfield([]),
        "easy": {"count": "1", "0": {"deleted": "", "order": "0", "type": "part", "id": PART, "value": part}},
        **fields,
    }
    editor = UserFactory(is_superuser=True)
    form = kind(nested_form_data(sent), instance=page, parent_page=page.get_parent(), for_user=editor)
    return form.errors


def one_of_a_list(value: object, key: str) -> dict[str, object]:
    return {"count": "1", "0": {"deleted": "", "order": "0", "id": key, "value": value}}


# The page ----------------------------------------------------------------------------------------------


EASY = [
    {"type": "part", "value": {"title": "Wat is het?", "rows": [{"drawing": "mini-samen", "lines": ["Je leert."]}]}}
]


def easy_page(*rows: dict[str, object], **fields: object) -> None:
    programme = ProgrammeFactory(name="Proefraad", slug="proefraad")
    two_contacts(programme)
    easy = [{"type": "part", "value": {"title": "Wat is het?", "rows": list(rows)}}] if rows else EASY
    programme_page(programmes_page(), programme, **{"easy": easy, **fields})


@pytest.mark.django_db
def test_an_uploaded_picture_says_what_it_shows(client, picture: Image) -> None:
    shown = {"image": picture.pk, "alt_text": "Vier mensen aan een tafel.", "decorative": False}
    easy_page({"picture": shown, "lines": ["Je leert."]}, {"picture": shown, "lines": ["Je oefent."]})
    client.get(EASY_PAGE)  # makes the size in which it is shown
    with CaptureQueriesContext(connection) as queries:
        text = client.get(EASY_PAGE, HTTP_X_REQUESTED_WITH="tests").text
    assert text.count('alt="Vier mensen aan een tafel."') == 2
    asked = [query["sql"] for query in queries if "wagtailimages" in query["sql"]]
    assert len(asked) == 2  # the pictures, and their sizes


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Deze tekst is nog niet nagekeken door lezers."),
        ({"checked_by": "Testgroep"}, "Nagekeken door Testgroep."),
        (
            {"checked_by": "Testgroep", "checked_on": dt.date(2026, 11, 3)},
            "Nagekeken door Testgroep op 3 november 2026.",
        ),
    ],
    ids=["nobody", "somebody", "dated"],
)
def test_the_page_says_who_looked_at_it_and_when(client, fields: dict[str, object], said: str) -> None:
    easy_page(**fields)
    assert said in client.get(EASY_PAGE).text


@pytest.mark.django_db
def test_reading_aloud_is_a_button_that_only_a_script_shows(client) -> None:
    easy_page()
    text = client.get(EASY_PAGE).text
    (button,) = re.findall(r"<button[^>]*data-read-aloud[^>]*>", text)
    assert " hidden" in button and 'type="button"' in button
    assert 'src="/static/js/read-aloud.js" defer' in text
    assert "data-read-aloud" not in client.get("/programmas/proefraad/").text


@pytest.mark.django_db
@pytest.mark.parametrize("open_now", [True, False])
def test_what_the_page_adds_itself_is_easy_too(client, open_now: bool) -> None:
    easy_page()
    programme = programmes_page().get_children().get().specific.programme
    (OpenEditionFactory if open_now else EditionFactory)(programme=programme)
    text = client.get(EASY_PAGE).text
    main = text[text.index('class="ol-kort"') : text.index("</main>")]
    told = [
        " ".join(unescape(re.sub(r"<[^>]+>", " ", part)).split())
        for part in re.findall(r"<p\b.*?</p>|<h2\b.*?</h2>", main, re.S)
    ]
    assert len(told) > 4
    assert [fault for line in told for fault in faults(line)] == []
