"""Who someone is changes nothing in matching: swap everything that is not asked for it, and look at the scores.

Each function says how many random pairs stayed as they were. The suite runs it for a few, `make prove` for many.
"""

from datetime import timedelta
from random import Random
from typing import Any

from django.db.models import Model, TextChoices
from django.utils import timezone

from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.matching import Score, load_weights
from mentoring.models import MenteeProfile, Mentor, MentorProfile
from mentoring.pool import explain
from people.models import User
from programmes.choices import Office, Province
from programmes.models import Participation

# What matching looks at. All other fields of the account, the profile, the participation and the mentor are swapped.
ASKED = {"topics", "help", "office", "offices", "province", "languages", "slots", "ways"}
TIES = {"id", "key", "user", "programme", "edition"}  # which row it is, and whose
# What no account has a field for, and might get one: it must not begin to count.
NEVER = ("gender", "birth_year", "party", "photo")


def unchanged_by_swaps(count: int) -> int:
    return sum(_survives_a_swap(Random(seed)) for seed in range(count))


def swapped_fields() -> set[str]:
    """What `unchanged_by_swaps` swaps, for a reader who doubts it."""
    kinds = (User, MenteeProfile, MentorProfile, Participation, Mentor)
    return {field.name for kind in kinds for field in kind._meta.fields if field.name not in ASKED | TIES}


def _survives_a_swap(random: Random) -> bool:
    mentees = [_mentee(random) for _number in range(2)]
    mentors = [_mentor(random) for _number in range(2)]
    before = _scores(mentees, mentors)
    _swap(*mentees)
    _swap(*mentors)
    return _scores(mentees, mentors) == before


def _scores(mentees: list[Participation], mentors: list[Mentor]) -> list[Score]:
    return [explain(mentee, mentor, load_weights()) for mentee in mentees for mentor in mentors]


def _swap(one: Participation | Mentor, other: Participation | Mentor) -> None:
    for first, second in ((one, other), (one.user, other.user), (_profile(one), _profile(other))):
        names = {field.name for field in first._meta.fields} - ASKED - TIES | set(NEVER)
        for name in names:
            ours, theirs = getattr(first, name, None), getattr(second, name, None)
            setattr(first, name, theirs)
            setattr(second, name, ours)


def _profile(of: Participation | Mentor) -> Model:
    return of.user.mentee_profile if isinstance(of, Participation) else of.user.mentor_profile


def _mentee(random: Random) -> Participation:
    user = _person(random)
    MenteeProfile(user=user, help=_some(random, Help), office=random.choice(["", *Office.values]), **_chosen(random))
    return Participation(user=user, admitted_at=timezone.now() - timedelta(days=random.randrange(400)))


def _mentor(random: Random) -> Mentor:
    user = _person(random)
    MentorProfile(
        user=user,
        help=_some(random, Help),
        offices=_some(random, Office),
        capacity=random.randint(1, 5),
        by_name=random.random() < 0.5,
        **_chosen(random),
    )
    return Mentor(user=user, asked_at=timezone.now() - timedelta(days=random.randrange(400)))


def _person(random: Random) -> User:
    number = random.randrange(10**6)
    user = User(name=f"Proef {number}", email=f"proef{number}@example.org", language=random.choice(["nl", "en"]))
    for name in NEVER:
        setattr(user, name, number)
    return user


def _chosen(random: Random) -> dict[str, Any]:
    return {
        "display_name": f"Vlier {random.randrange(10**6)}",
        "topics": _some(random, Topic),
        "province": random.choice(["", *Province.values]),
        "languages": _some(random, Language),
        "slots": _some(random, Slot),
        "ways": _some(random, Way),
    }


def _some(random: Random, choices: type[TextChoices]) -> list[str]:
    return random.sample(choices.values, random.randint(0, min(4, len(choices.values))))
