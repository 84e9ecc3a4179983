"""What a file says comes out, whatever its dress; what cannot be right is refused in plain Dutch, without a name."""

import codecs
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.eml import HEAD_BYTES, Elected, Refused, message_of, read
from elections.eml.gathering import whole
from elections.eml.reading import DEEPEST
from portal.demo.elections.making import candidate_lists, definition, result, seated
from tests.factories.elections import candidate, head, party_list

LISTS = (
    party_list(1, candidate(1), candidate(2, "Wit", prefix="de")),
    party_list(3, candidate(1, "Els-de Berg", first_name="", gender=""), candidate(4, "Koç", country="DE"), name=""),
)


def lists_file(*changes: tuple[str, str]) -> bytes:
    """The lists above, with pieces of their text replaced."""
    text = candidate_lists(head(), LISTS).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


# What comes out -----------------------------------------------------------------------------------------


def test_lists_come_out_as_they_went_in() -> None:
    message = read(lists_file())
    assert message.head == head()
    assert message.lists == LISTS
    assert (message.candidates, message.contests) == (4, ["geen"])


def test_a_definition_gives_the_days() -> None:
    said = read(definition(head(message="110a"), parties=["Proeflijst"])).head
    assert (said.election_day, said.nomination_day) == (dt.date(2030, 3, 20), dt.date(2030, 2, 4))
    assert (said.identifier, said.domain, said.category) == ("GR2030_Losser", "0168", "GR")


def test_a_result_numbers_its_people_by_seat_and_not_by_place() -> None:
    message = read(result(head(), seated(LISTS, {3: [4, 1]})))
    assert [(one.list_number, one.candidate.number, one.candidate.last_name) for one in message.elected] == [
        (3, 1, "Koç"),
        (3, 2, "Els-de Berg"),
    ]
    assert message.head.nomination_day is None


def test_an_empty_prefix_is_no_prefix() -> None:
    (elected,) = read(result(head(), seated(LISTS, {1: [1]}))).elected
    assert b"<xnl:NamePrefix></xnl:NamePrefix>" in result(head(), seated(LISTS, {1: [1]}))
    assert elected == Elected("geen", 1, candidate(1))


def test_only_yes_is_elected() -> None:
    said = result(head(), seated(LISTS, {1: [1, 2]})).replace(
        b"<Elected>yes</Elected></Selection><Selection><Cand", b"<Elected>no</Elected></Selection><Selection><Cand"
    )
    assert len(read(said).elected) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'xmlns="urn:oasis:names:tc:evs:schema:eml"', b'xmlns:x="urn:x" xmlns="urn:oasis:names:tc:evs:schema:eml"'),
        (b"<TransactionId>", b'<kr:Schema Version="1.3"/><TransactionId>'),
        (b"<Gender>female</Gender>", b"<kr:GenderAnnex>female</kr:GenderAnnex>"),
        (b"<QualifyingAddress>", b"<kr:New><xnl:LastName>Ander</xnl:LastName></kr:New><QualifyingAddress>"),
        (b"</Candidate>", b"<CandidateX/><Note><Gender>male</Gender></Note></Candidate>"),
        (b"</Affiliation>", b"<kr:Corrigendum><Candidate/></kr:Corrigendum></Affiliation>"),
    ],
)
def test_what_a_next_version_adds_is_passed_over(old: bytes, new: bytes) -> None:
    said = lists_file()
    assert old in said
    assert read(said.replace(old, new)).lists == LISTS


def test_prefixes_of_namespaces_are_free() -> None:
    said = lists_file().replace(b"xnl:", b"naam:").replace(b"xmlns:xnl", b"xmlns:naam")
    assert read(said).lists == LISTS
    with pytest.raises(Refused):
        read(lists_file().replace(b"urn:oasis:names:tc:evs:schema:eml", b"urn:another"))


def test_a_gender_that_nobody_knows_yet_is_left_out() -> None:
    said = read(lists_file(("<Gender>female</Gender>", "<Gender>nieuw</Gender>")))
    assert said.lists[0].candidates[0].gender == ""


def test_several_kieskringen_in_one_file_stay_apart() -> None:
    lists = (party_list(1, contest="6"), party_list(1, candidate(9), contest="10"))
    message = read(candidate_lists(head(), lists))
    assert message.lists == lists
    assert message.contests == ["10", "6"]


@pytest.mark.parametrize(
    "dressed",
    [
        codecs.BOM_UTF8 + lists_file(),
        codecs.BOM_UTF8 + lists_file().decode().encode("latin-1"),
        lists_file().decode().encode("latin-1"),
        lists_file().decode().replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        lists_file().decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lists_file().split(b"?>", 1)[1],
    ],
    ids=["mark", "mark and latin-1", "latin-1", "declared latin-1", "utf-16", "no first line"],
)
def test_letters_survive_each_way_of_writing_them(dressed: bytes) -> None:
    assert read(dressed).lists[1].candidates[1].last_name == "Koç"
    assert message_of(dressed[:HEAD_BYTES]).kind == "230b"


def test_one_stray_byte_leaves_its_neighbours_alone() -> None:
    said = lists_file().replace(b"Fenna", b"Ren\xe9e")
    first, second = read(said).lists[0].candidates[0], read(said).lists[1].candidates[1]
    assert (first.first_name, second.last_name) == ("Renée", "Koç")


names = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P"]), min_size=1, max_size=30)


@given(names, names, st.lists(st.integers(1, 9999), min_size=1, max_size=4, unique=True))
def test_any_name_and_any_gap_in_the_numbers_comes_back(first: str, last: str, numbers: list[int]) -> None:
    people = tuple(candidate(number, last, first_name=first) for number in numbers)
    assert read(candidate_lists(head(), [party_list(7, *people)])).lists[0].candidates == people


# Which message it is --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["510b", "510d", "110b", "230c"])
def test_another_message_is_known_by_its_root_and_not_ours(kind: str) -> None:
    said = lists_file(('Id="230b"', f'Id="{kind}"'))
    assert (message_of(said).kind, message_of(said).is_ours) == (kind, False)
    with pytest.raises(Refused, match=kind):
        read(said)


def test_the_opening_tells_when_it_was_made() -> None:
    assert message_of(lists_file()[:900]).made_at == dt.datetime(2030, 2, 8, 17)
    assert message_of(lists_file(("2030-02-08T17:00:00", "ooit"))).made_at is None


# What is refused ------------------------------------------------------------------------------------------

DOCTYPE = '<?xml version="1.0"?><!DOCTYPE EML [{}]>'
LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD = {
    "nothing": (b"", "geen EML"),
    "no xml": (b"name;party\nx;y", "beschadigd"),
    "another root": (b"<html Id='230b'/>", "geen EML"),
    "no kind": (lists_file(('Id="230b" ', "")), "geen EML"),
    "cut off": (lists_file()[:-400], "beschadigd"),
    "a control character": (lists_file(("Fenna", "Fen\x01na")), "beschadigd"),
    "an unknown entity": (lists_file(("Fenna", "&fenna;")), "beschadigd"),
    "a doctype": (lists_file(('<?xml version="1.0" encoding="UTF-8"?>', DOCTYPE.format(""))), "DOCTYPE"),
    "a billion laughs": (lists_file(('<?xml version="1.0" encoding="UTF-8"?>', DOCTYPE.format(LAUGHS))), "DOCTYPE"),
    "a file of ours": (
        lists_file(
            ('<?xml version="1.0" encoding="UTF-8"?>', DOCTYPE.format('<!ENTITY x SYSTEM "file:///etc/passwd">')),
            ("Fenna", "&x;"),
        ),
        "DOCTYPE",
    ),
    "a hidden doctype": (
        lists_file(('<?xml version="1.0" encoding="UTF-8"?>', DOCTYPE.format(""))).decode().encode("utf-16"),
        "DOCTYPE",
    ),
    "too deep": (lists_file(("<TransactionId>", "<a>" * DEEPEST + "</a>" * DEEPEST + "<TransactionId>")), "te diep"),
    "another message's content": (lists_file(('Id="230b"', 'Id="110a"')), "past niet"),
    "no authority": (lists_file(("ManagingAuthority", "OtherAuthority")), "bureau"),
    "no day": (lists_file(("2030-03-20", "binnenkort")), "dag van de verkiezing"),
    "nomination after the election": (lists_file(("2030-02-04", "2030-03-21")), "kandidaatstelling"),
    "no identifier": (lists_file(('"GR2030_Losser"', '""')), "kenmerk"),
    "a path as identifier": (lists_file(("GR2030_Losser", "GR2030/../x")), "kenmerk"),
    "two elections": (
        lists_file(("</CandidateList>", '<Election><ElectionIdentifier Id="GR2030_B"/></Election></CandidateList>')),
        "meer dan één",
    ),
    "no surname": (lists_file(("<xnl:LastName>Wit</xnl:LastName>", "")), "geldige naam"),
    "an endless surname": (lists_file(("Wit", "W" * 151)), "te lang"),
    "a place of nought": (lists_file(('<CandidateIdentifier Id="2"/>', '<CandidateIdentifier Id="0"/>')), "nummer"),
    "a place of words": (lists_file(('<CandidateIdentifier Id="2"/>', '<CandidateIdentifier Id="II"/>')), "nummer"),
    "one place twice": (lists_file(('<CandidateIdentifier Id="2"/>', '<CandidateIdentifier Id="1"/>')), "twee keer"),
    "one list twice": (lists_file(('<AffiliationIdentifier Id="3">', '<AffiliationIdentifier Id="1">')), "twee keer"),
    "an empty list": (
        candidate_lists(head(), [party_list(1), party_list(2)])
        .replace(b"Candidate>", b"Kandidaat>")
        .replace(b"<Candidate>", b"<Kandidaat>"),
        "geen kandidaten",
    ),
    "no lists": (candidate_lists(head(), []), "geen lijsten"),
    "nobody elected": (result(head(), []), "niemand"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_right_is_refused_with_a_reason(name: str) -> None:
    data, reason = BAD[name]
    with pytest.raises(Refused, match=reason) as refused:
        message_of(data[:HEAD_BYTES])
        read(data)
    assert "Proefvlier" not in str(refused.value) and "Wit" not in str(refused.value)


def test_a_candidate_without_a_list_of_hers_is_refused() -> None:
    said = result(head(), seated(LISTS, {1: [1]}))
    with pytest.raises(Refused, match="Een lijst heeft geen geldig nummer"):
        read(said.replace(b'<AffiliationIdentifier Id="1">', b'<AffiliationIdentifier Id="">'))


def test_a_file_that_is_too_large_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elections.eml.reading.MOST_BYTES", 1000)
    with pytest.raises(Refused, match="te groot"):
        read(lists_file())


@given(st.binary(max_size=200), st.integers(0, 3000))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(noise: bytes, at: int) -> None:
    data = lists_file()
    damaged = data[:at] + noise + data[at + len(noise) :]
    for look in (lambda: message_of(damaged[:HEAD_BYTES]), lambda: read(damaged)):
        try:
            look()
        except Refused as refused:
            assert str(refused)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        (" 12 ", 12),
        ("007", 7),
        ("9999", 9999),
        ("10000", None),
        ("0", None),
        ("-1", None),
        ("1.0", None),
        ("", None),
        (None, None),
        ("²", None),
        ("١", None),
    ],
)
def test_numbers_are_whole_and_small(text: str | None, number: int | None) -> None:
    assert whole(text) == number
