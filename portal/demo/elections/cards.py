"""Cards of the invented parties: one in full, one with little, one that grew old, and one party without.

Which of the four is which turns with the body, so that no place on the list looks better than another.
"""

import datetime as dt

from elections.models import Party, PartyCard
from elections.parties.actions import CardWords, approve_card, expire_cards, hand_in_card
from elections.parties.showing import latest_list, rows_of
from people.models import User
from portal.demo.elections.bodies import bodies_that_vote

FULL = (
    "Vijf leden praten met iedereen die zich meldt. Zij maken een voorstel. De leden stemmen daarover.",
    "Je woont hier. Je wordt lid. Je hebt twee avonden per week tijd. Je kunt uitleggen wat je wilt veranderen.",
)
SHORT = (
    "Het bestuur maakt een lijst. De leden beslissen op één avond.",
    "Je bent een half jaar lid en je hebt een keer geholpen bij een actie.",
)
OLD = (
    "Wij zoeken samen. Iedereen die een jaar meedoet, kan zich melden. De leden loten en stemmen.",
    "Je komt op tijd, je luistert en je wilt leren. Ervaring is niet nodig.",
)
AGO = {FULL: dt.timedelta(days=40), SHORT: dt.timedelta(days=12), OLD: dt.timedelta(days=420)}


def lay_party_cards(now: dt.datetime, *, by: User) -> None:
    """Through the same actions as any card, at days in the past."""
    for turn, body in enumerate(bodies_that_vote()):
        listed = latest_list(body)
        parties = [row.party for row in rows_of(listed) if row.party] if listed else []
        Party.objects.filter(pk__in=[party.pk for party in parties]).update(is_example=True)
        for place, words in enumerate((FULL, SHORT, OLD)):
            if parties:
                _lay(parties[(place + turn) % len(parties)], words, now - AGO[words], by)
        if turn == 0 and len(parties) > len(AGO):
            _hand_in(parties[len(AGO)], SHORT, now - dt.timedelta(days=2))
    expire_cards(now)


def _lay(party: Party, words: tuple[str, str], at: dt.datetime, by: User) -> None:
    card = _hand_in(party, words, at)
    approve_card(card, seen=card.handed_in_at, by=by, at=at + dt.timedelta(days=1))


def _hand_in(party: Party, words: tuple[str, str], at: dt.datetime) -> PartyCard:
    name = "".join(sign for sign in party.name.lower() if sign.isalnum())
    how, criteria = words
    in_full = words is FULL
    said = CardWords(
        how=how,
        criteria=criteria,
        closes_on=dt.date(2029, 10, 1) if in_full else None,
        mail_address=f"kandidaten@{name}.example.org",
        phone="088 000 00 00" if in_full else "",
        website=f"https://{name}.example.org/" if in_full else "",
    )
    return hand_in_card(party, said, address=f"bestuur@{name}.example.org", language="nl", at=at)
