"""Deals out invented people, the same ones each time."""

import random
from dataclasses import dataclass

from people.models import User
from portal.demo.content.accounts import account
from portal.demo.population.names import FIRST_NAMES, SENTENCES, SURNAMES
from programmes.choices import Province

SEED = 20261
COMES_BACK = 0.08
"""Of those who apply, how many took part in something before."""
SAYS_TRAITS = 0.8

# Most live where most people live.
PROVINCES = {
    Province.ZUID_HOLLAND: 20, Province.NOORD_HOLLAND: 17, Province.NOORD_BRABANT: 15, Province.GELDERLAND: 12,
    Province.UTRECHT: 9, Province.OVERIJSSEL: 7, Province.LIMBURG: 6, Province.FRYSLAN: 4, Province.GRONINGEN: 4,
    Province.DRENTHE: 3, Province.FLEVOLAND: 3, Province.ZEELAND: 2,
}  # fmt: skip


@dataclass(frozen=True)
class Leaning:
    """Whom a programme draws: shares of women and men (the rest x), and ages."""

    women: float = 0.55
    men: float = 0.43
    youngest: int = 19
    oldest: int = 64


@dataclass(frozen=True)
class Invented:
    """Somebody who is made up. Gender, year of birth and province are what she says for the figures, if anything."""

    user: User
    first_name: str
    prefix: str
    last_name: str
    gender: str
    age: int
    province: str
    says_traits: bool

    @property
    def surname(self) -> str:
        return f"{self.prefix} {self.last_name}".strip()


class Crowd:
    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # no secret: the same people each time
        self.everyone: list[Invented] = []
        self.before: list[Invented] = []
        """Who may come again, in another programme."""
        self._provinces: dict[int, str] = {}

    def someone(self, leaning: Leaning) -> Invented:
        """Somebody new, or now and then somebody who took part before and fits."""
        if self.before and self.chance.random() < COMES_BACK:
            again = self.before.pop(self.chance.randrange(len(self.before)))
            if leaning.youngest <= again.age <= leaning.oldest and (leaning.men or again.gender != "man"):
                return again
        return self.someone_new(leaning)

    def of_the_demo(self, user: User) -> Invented:
        """The participant of the demo takes part like the others."""
        first_name, _space, last_name = user.name.partition(" ")
        return Invented(user, first_name, "", last_name, "vrouw", 24, Province.UTRECHT, says_traits=True)

    def sentence(self) -> str:
        return self.chance.choice(SENTENCES)

    def province_of(self, user: User) -> str:
        return self._provinces.get(user.pk, "")

    def chosen(self, share: float) -> bool:
        return self.chance.random() < share

    def someone_new(self, leaning: Leaning) -> Invented:
        chance = self.chance
        gender = chance.choices(["vrouw", "man", "x"], [leaning.women, leaning.men, 1 - leaning.women - leaning.men])[0]
        first_name = chance.choice(FIRST_NAMES[gender])
        prefix, last_name = chance.choice(SURNAMES)
        address = f"{_plain(first_name)}.{_plain(last_name)}.{len(self.everyone) + 1:04d}@example.org"
        person = Invented(
            user=account(first_name, address),
            first_name=first_name,
            prefix=prefix,
            last_name=last_name,
            gender=gender,
            age=min(chance.randint(leaning.youngest, leaning.oldest), chance.randint(leaning.youngest, leaning.oldest)),
            province=chance.choices(list(PROVINCES), list(PROVINCES.values()))[0],
            says_traits=chance.random() < SAYS_TRAITS,
        )
        self.everyone.append(person)
        self._provinces[person.user.pk] = person.province
        return person


def _plain(name: str) -> str:
    return name.lower().replace("ë", "e").replace(" ", "")
