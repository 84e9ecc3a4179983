"""Who goes well with whom: rules that can be read, and the best of all matchings, with a proof.

Pure: people go in as plain values, pairs with reasons come out; `mentoring/pool.py` is the only bridge to the database.
Read in this order: `profiles`, `weights` (and weights.json), `scoring` for one pair, `scoring_pools` for a whole pool,
`assigning` for the matching itself, `certificate` for why it is the best, `raising` for who has least, `proposing` for
all of it together, `rehearsing` for what other weights would change.

A worked example. Three participants, two mentors with one place each:

>>> def these(words):
...     return frozenset(words.split())
>>> alike = dict(help=these("network"), province="Gelderland", languages=these("nl"), ways=these("online live"))
>>> def asks(name, topics, office, slots):
...     return Mentee(name, topics=these(topics), office=office, slots=these(slots), **alike)
>>> def offers(name, topics, offices, slots):
...     return Mentor(name, topics=these(topics), offices=these(offices), slots=these(slots), places=1, **alike)
>>> anna = asks("anna", "housing care", "raad", "mon-evening tue-evening")
>>> bea = asks("bea", "housing", "staten", "mon-evening")
>>> carla = asks("carla", "water", "waterschap", "sat-morning")
>>> xenia = offers("xenia", "housing care youth", "raad staten", "mon-evening")
>>> yara = offers("yara", "housing water", "raad", "tue-evening sat-morning")

A limit says no where two people could not meet; otherwise there is a score of at most 1000 with its reasons, the one
whose removal would cost most in front:

>>> weights = load_weights()
>>> score_pair(carla, xenia, weights) is None  # no part of the week in common
True
>>> score = score_pair(anna, yara, weights)
>>> score.total
800
>>> [(reason.code, reason.points, reason.most) for reason in score.reasons[:3]]
[('help', 250, 250), ('topics', 150, 300), ('office', 150, 150)]
>>> [score_pair(*pair, weights).total for pair in [(anna, xenia), (bea, xenia), (carla, yara)]]
[950, 1000, 850]

Anna and Xenia would be a fine pair, but as many people as possible come first, and then the sum: Bea can only meet
Xenia, Carla only Yara, so both places have one taker at 1000 + 850, more than 950 + 850 or 1000 + 800.

>>> proposals = propose([anna, bea, carla], [xenia, yara], weights)
>>> [(pair.mentee, pair.mentor, pair.score.total) for pair in proposals.pairs]
[('bea', 'xenia', 1000), ('carla', 'yara', 850)]
>>> proposals.unassigned, proposals.total
(('anna',), 1850)

The proof are prices: what a place of a mentor, and a participant, is worth. Together they cover every allowed pair, so
no matching gains more than their sum, and this one gains exactly that.

>>> proof = proposals.certificate
>>> sum(proof.mentee_prices.values()) + sum(proof.mentor_prices.values())
5850
>>> proof.match_price * proof.number + proof.total
5850

Who pins Anna with Xenia sees what it costs:

>>> propose([anna, bea, carla], [xenia, yara], weights, pinned=[("anna", "xenia")]).total
1800

Who would rather have nobody poorly matched asks for the highest lowest score before the total. Here it is that already:

>>> fair = propose([anna, bea, carla], [xenia, yara], weights, raise_worst_off=True)
>>> fair.worst_before, fair.worst_after, fair.cost_of_raising
(850, 850, 0)
"""

from mentoring.matching.certificate import NotProved
from mentoring.matching.profiles import Mentee, Mentor, NotAllowed
from mentoring.matching.proposing import Certificate, Pair, Proposals, propose
from mentoring.matching.rehearsing import Change, Rehearsal, rehearse, rehearse_from
from mentoring.matching.scoring import Reason, Score, explain_pair, score_pair
from mentoring.matching.weights import CODES, Weights, load_weights

__all__ = [
    "CODES",
    "Certificate",
    "Change",
    "Mentee",
    "Mentor",
    "NotAllowed",
    "NotProved",
    "Pair",
    "Proposals",
    "Reason",
    "Rehearsal",
    "Score",
    "Weights",
    "explain_pair",
    "load_weights",
    "propose",
    "rehearse",
    "rehearse_from",
    "score_pair",
]
