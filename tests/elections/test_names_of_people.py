"""Names as people and officials write them: what is the same, what is alike, and when nobody may say which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.names.comparing import SURE, Outcome, compare, compare_first_names, compare_initials, decide
from elections.names.joining import Joined, Named, join
from elections.names.normalising import Person, fold, letters_of, person, split_surname
from elections.names.searching import rank, resembles, score, typed

# One spelling -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("de Vries", ("vries",)),
        ("Vries, de", ("vries",)),
        ("deVries", ("vries",)),
        ("VAN DEN BERG", ("berg",)),
        ("Berg-de Vries", ("berg", "vries")),
        ("Berg - de Vries", ("berg", "vries")),
        ("Berg- de Vries", ("berg", "vries")),
        ("van den Berg–van ’t Hof", ("berg", "hof")),
        ("in 't Veld", ("veld",)),
        ("El Amrani", ("amrani",)),
        ("Yılmaz", ("yilmaz",)),
        ("Sørensen-Łuczak", ("sorensen", "luczak")),
        ("Großmann", ("grossmann",)),
        ("Ĳsselstein", ("ijsselstein",)),
        ("Ben", ("ben",)),
        ("de La", ("la",)),
        ("", ()),
    ],
)
def test_a_surname_is_its_parts_without_small_words(written: str, parts: tuple[str, ...]) -> None:
    assert split_surname(written)[1] == parts


@pytest.mark.parametrize(
    ("written", "letters"),
    [("J.C.J.", "jcj"), ("JCJ", "jcj"), ("W. W.", "ww"), ("(B.A.)", "ba"), ("J. van", "j"), ("", "")],
)
def test_initials_are_letters(written: str, letters: str) -> None:
    assert letters_of(written) == letters


def test_a_first_name_in_brackets_is_taken_from_any_field() -> None:
    expected = Person(initials="ha", first="dolf", parts=("vliet",))
    assert person("H.A. (Dolf)", last_name="Vliet") == expected
    assert person("H.A.", first_name="(Dolf)", last_name="Vliet") == expected
    assert person("H.A.", last_name="Vliet (Dolf)") == expected


@pytest.mark.parametrize(
    "written",
    [
        {"prefix": "van der", "last_name": "Meer", "first_name": "Anna"},
        {"last_name": "van der Meer", "first_name": "Anna"},
        {"last_name": "Meer, van der", "first_name": "Anna"},
        {"last_name": "Meer", "first_name": "Anna van der"},
        {"prefix": "Van der", "last_name": "MEER", "first_name": "ANNA"},
    ],
)
def test_a_prefix_is_the_same_wherever_it_was_typed(written: dict[str, str]) -> None:
    assert person(**written) == Person(first="anna", prefix="van der", parts=("meer",))


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    person(text, text, text, text, text)


# Comparing ------------------------------------------------------------------------------------------------

ANNA = person("A.M.", "Anna", "de", "Vries", "Proefdam")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (person("A.M.", "Anna", "", "De Vries"), "surname_equal"),
        (person("A.M.", "Anna", "", "Vries-Bakker"), "surname_part"),
        (person("A.M.", "Anna", "", "Vriess"), "surname_alike"),
    ],
)
def test_a_surname_says_how_it_is_alike(other: Person, reason: str) -> None:
    assert compare(ANNA, other).reasons[0] == reason


def test_two_parts_in_another_order_are_the_same_woman() -> None:
    one, other = person("A.", "", "", "Bakker-de Vries"), person("A.", "", "de", "Vries-Bakker")
    assert compare(one, other).reasons[0] == "surname_other_order"


def test_another_surname_is_another_person() -> None:
    assert compare(ANNA, person("A.M.", "Anna", "de", "Bakker", "Proefdam")).points == 0


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("am", "am", "initials_equal"),
        ("a", "am", "initials_begin"),
        ("a", "a", "initials_begin"),
        ("am", "bm", "initials_clash"),
        ("", "a", ""),
    ],
)
def test_initials_are_equal_begin_alike_or_clash(one: str, other: str, reason: str) -> None:
    assert compare_initials(one, other) == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("jan", "jan", "first_equal"),
        ("alex", "alexander", "first_alike"),
        ("fatima", "fatma", "first_alike"),
        ("jan", "piet", "first_differs"),
        ("", "jan", ""),
    ],
)
def test_first_names_are_equal_alike_or_differ(one: str, other: str, reason: str) -> None:
    assert compare_first_names(one, other) == reason


def test_an_initial_is_never_held_against_a_first_name() -> None:
    """J. can be called Hans."""
    called, written = person("", "Hans", "", "Vries"), person("J.", "", "", "Vries")
    assert compare(called, written).reasons == ("surname_equal",)
    assert resembles("Hans Vries", person("J.", "Hans", "", "Vries"))
    assert resembles("Hans Vries", written)


@given(st.permutations([0, 1, 2, 3]), st.lists(st.booleans(), min_size=4, max_size=4))
def test_comparing_knows_no_direction(order: list[int], there: list[bool]) -> None:
    people = [ANNA, person("A.", "Anne", "", "Vriess"), person("", "", "", "Vries-Bakker"), person("B.", "", "", "Wit")]
    one, other = people[order[0]], people[order[1]]
    assert compare(one, other) == compare(other, one)


# Deciding -------------------------------------------------------------------------------------------------


def decided(*others: Person) -> tuple[Outcome, str, int | None]:
    decision = decide((compare(ANNA, other), number) for number, other in enumerate(others))
    return decision.outcome, decision.reason, decision.best


def test_one_who_is_the_same_is_confirmed() -> None:
    assert decided(person("B.", "Bo", "", "Wit"), ANNA) == (Outcome.CONFIRMED, "sure", 1)
    assert compare(ANNA, ANNA).points >= SURE


def test_two_who_are_the_same_are_for_a_person_to_look_at() -> None:
    assert decided(ANNA, ANNA)[:2] == (Outcome.REVIEW, "several_near")


def test_a_surname_with_one_initial_is_not_enough() -> None:
    assert decided(person("A.", "", "de", "Vries"))[:2] == (Outcome.REVIEW, "not_sure")


def test_nobody_near_is_not_found() -> None:
    assert decided() == decided(person("B.", "Bo", "", "Wit")) == (Outcome.NOT_FOUND, "nobody_near", None)


def test_a_namesake_with_other_initials_and_name_is_not_her() -> None:
    assert decided(person("B.C.", "Bo", "de", "Vries"))[0] == Outcome.NOT_FOUND


# Searching ------------------------------------------------------------------------------------------------

PEOPLE = [
    person("A.M.", "Anna", "de", "Vries"),
    person("B.", "Bo", "", "Vries-Bakker"),
    person("J.P.", "Jan", "", "Bakker"),
    person("F.", "Fatima", "El", "Amrani"),
    person("A.", "", "van", "Vriesland"),
]


def found(text: str) -> list[int]:
    return rank(text, ((one, number) for number, one in enumerate(PEOPLE)))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("anna de vries", [0]),
        ("A.M. de Vries", [0]),
        ("Vries, Anna", [0]),
        ("vries", [0, 1, 4]),
        ("bakker", [1, 2]),
        ("Bo Bakker-Vries", [1]),
        ("Fatima el Amrani", [3]),
        ("amrani", [3]),
        ("Amranni", [3]),
        ("Fatma", [3]),
        ("ANNA", [0]),
    ],
)
def test_the_best_stands_first(text: str, first: list[int]) -> None:
    assert found(text)[: len(first)] == first


@pytest.mark.parametrize("text", ["", "   ", "zzz", "A.", "%", "'; drop table", "x" * 5000])
def test_what_says_nothing_finds_nobody(text: str) -> None:
    assert found(text) == []


def test_small_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert typed("van der Meer").words == ("meer",)
    assert typed("van der").words == ("van", "der")
    assert typed("J.P. Bakker").initials == "jp"


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    assert score(typed(text), PEOPLE[0]) >= 0
    resembles(text, PEOPLE[0])


@pytest.mark.parametrize(
    ("text", "is_her"),
    [
        ("Anna de Vries", True),
        ("A. de Vries", True),
        ("Vries", True),
        ("Anna Vries-Bakker", True),
        ("M. de Vries", False),
        ("Bo de Vries", False),
        ("Anna Bakker", False),
        ("Marie de Vries", True),  # her second initial
        ("", False),
    ],
)
def test_a_name_resembles_an_entry_or_not(text: str, is_her: bool) -> None:
    assert resembles(text, PEOPLE[0]) is is_her


# Joining --------------------------------------------------------------------------------------------------

BO, MO = person("B.", "Bo", "", "Wit", "Glane"), person("M.", "Mo", "", "Wit", "Glane")


def named(*people: Person, contest: str = "geen", first: int = 1) -> list[Named]:
    return [Named(number, contest, 1, one) for number, one in enumerate(people, first)]


@pytest.mark.parametrize(
    "other",
    [
        person("B.", "Bo", "", "Wit"),
        person("B.", "", "", "Wit", "Glane"),
        person("B.", "Bo", "", "Wit", "Losser"),
        person("B.", "Bo", "de", "Wit", "Glane"),
    ],
    ids=["no town", "no first name", "moved", "a prefix more"],
)
def test_what_a_file_leaves_out_is_no_obstacle_where_one_can_be_meant(other: Person) -> None:
    for result, lists in ((BO, other), (other, BO)):
        done = join(named(result), named(lists, MO, first=11))
        assert (done.joined, done.elected, done.in_doubt) == ({1: Joined.ONE}, {11}, set())


def test_the_town_tells_namesakes_apart() -> None:
    done = join(named(BO), named(person("B.", "Bo", "", "Wit", "Losser"), BO, first=11))
    assert done.elected == {12}


def test_namesakes_without_a_town_are_not_guessed() -> None:
    done = join(named(person("B.", "Bo", "", "Wit")), named(BO, person("B.", "Bo", "", "Wit", "Losser"), first=11))
    assert (done.joined, done.elected, done.in_doubt) == ({1: Joined.SEVERAL}, set(), {11, 12})


def test_as_many_elected_as_namesakes_are_all_of_them() -> None:
    done = join(named(BO, BO), named(BO, BO, MO, first=11))
    assert (done.elected, {*done.joined.values()}) == ({11, 12}, {Joined.ONE})


def test_another_name_is_not_found_and_another_list_not_looked_at() -> None:
    assert join(named(person("Z.", "Zoë", "", "Wit")), named(BO, MO, first=11)).joined == {1: Joined.NONE}
    assert join(named(BO), [Named(11, "geen", 2, BO)]).joined == {1: Joined.NONE}
    assert join(named(BO), [], has_lists=False).joined == {1: Joined.WAITING}


def test_one_person_in_several_kieskringen_is_elected_in_each() -> None:
    lists = [Named(11, "6", 1, BO), Named(12, "10", 1, BO), Named(13, "10", 1, MO)]
    assert join(named(BO, contest="alle"), lists).elected == {11, 12}
    assert join(named(BO, contest="10"), lists).elected == {12}


def test_two_people_in_two_kieskringen_are_not_guessed() -> None:
    lists = [Named(11, "6", 1, BO), Named(12, "10", 1, person("B.", "Bo", "", "Wit", "Losser"))]
    assert join(named(person("B.", "Bo", "", "Wit"), contest="alle"), lists).in_doubt == {11, 12}
