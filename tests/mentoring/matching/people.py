"""Random people for the engine, with all the gaps that real ones have."""

from random import Random

from mentoring.matching import Mentee, Mentor, Weights, load_weights

TOPICS = [f"topic{number}" for number in range(12)]
HELP = [f"help{number}" for number in range(5)]
OFFICES = ["raad", "staten", "waterschap"]
PROVINCES = ["", "Drenthe", "Utrecht", "Zeeland"]
LANGUAGES = ["nl", "en", "tr", "ar"]
SLOTS = [f"slot{number}" for number in range(8)]
WAYS = ["online", "live", "writing", "step_free"]


def some(random: Random, words: list[str], most: int) -> frozenset[str]:
    return frozenset(random.sample(words, random.randint(0, most)))


def mentee(random: Random, name: str) -> Mentee:
    return Mentee(
        name,
        topics=some(random, TOPICS, 4),
        help=some(random, HELP, 3),
        office=random.choice(["", *OFFICES]),
        province=random.choice(PROVINCES),
        languages=some(random, LANGUAGES, 3) | ({"nl"} if random.random() < 0.7 else set()),
        slots=some(random, SLOTS, 6),
        ways=some(random, WAYS, 2),
    )


def mentor(random: Random, name: str, places: int = 1) -> Mentor:
    return Mentor(
        name,
        topics=some(random, TOPICS, 6),
        help=some(random, HELP, 4),
        offices=some(random, OFFICES, 3),
        province=random.choice(PROVINCES),
        languages=some(random, LANGUAGES, 3) | {"nl"},
        slots=some(random, SLOTS, 6),
        ways=some(random, WAYS, 2),
        places=places,
    )


def weights(random: Random) -> Weights:
    """Any that an organiser may choose."""
    ours = load_weights()
    tuned = ours.tuned(**{code: random.randint(limit.least, limit.most) for code, limit in ours.bounds.items()})
    more = {code for code in ("help", "office") if random.random() < 0.5}
    return tuned.with_limits(*more, live_within=random.choice(["country", "province"]))
