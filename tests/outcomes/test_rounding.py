"""The same people give the same number; nobody can tell from a number how many there really were."""

import secrets

from hypothesis import given
from hypothesis import strategies as st

from outcomes.disclosure.rounding import rounded

SECRET = b"a secret of the tests"
KEYS = st.lists(st.integers(min_value=-(2**63), max_value=2**63 - 1), max_size=60)


@given(keys=KEYS)
def test_a_number_is_a_multiple_of_five_within_four_of_the_truth(keys):
    number = rounded(len(keys), sum(keys), SECRET)
    assert number % 5 == 0 and abs(number - len(keys)) <= 4


@given(keys=KEYS, data=st.data())
def test_the_same_people_in_another_order_give_the_same_number(keys, data):
    mixed = data.draw(st.permutations(keys))
    assert rounded(len(keys), sum(keys), SECRET) == rounded(len(mixed), sum(mixed), SECRET)


@given(keys=KEYS)
def test_keys_read_as_unsigned_numbers_give_the_same_number(keys):
    unsigned = sum(key % 2**64 for key in keys)
    assert rounded(len(keys), unsigned, SECRET) == rounded(len(keys), sum(keys), SECRET)


@given(count=st.integers(min_value=0, max_value=10_000).map(lambda number: number * 5), key_sum=st.integers())
def test_what_is_a_multiple_of_five_stays_what_it_is(count, key_sum):
    assert rounded(count, key_sum, SECRET) == count


def test_on_average_a_number_is_right():
    """10,000 groups of each rest: the mean error of a fair draw is under 0.1 but once in a million."""
    for count in range(20, 25):
        errors = [rounded(count, key_sum * 7919, SECRET) - count for key_sum in range(10_000)]
        assert abs(sum(errors)) / len(errors) < 0.1, count


def test_one_other_person_can_turn_the_number():
    numbers = {rounded(22, secrets.randbits(64), SECRET) for _number in range(200)}
    assert numbers == {20, 25}


def test_without_the_secret_the_draw_is_another_one():
    draws = [[rounded(22, key_sum, secret) for key_sum in range(200)] for secret in (SECRET, b"another")]
    assert draws[0] != draws[1]
