"""Making the editions that a sheet names and that are not there yet."""

from programmes.models import Edition, Question
from programmes.states import EditionState

LONGEST_NAME = 80
COPIED = (
    "programme", "opens_at", "closes_at", "starts_on", "ends_on", "capacity", "admission_mode", "answer_by",
    "offer_days", "minimum_age", "reveals", "reviewers_each",
)  # fmt: skip


def make_edition(chosen: Edition, town: str) -> Edition:
    """As the chosen one, in another town: its dates, its path and its questions.

    A copy of an open one is closed: that a place is on the site is for an organiser to say, not for a sheet.
    """
    made = Edition(**{name: getattr(chosen, name) for name in COPIED}, town=town, name=_free_name(chosen, town))
    made.state = EditionState.CLOSED if chosen.state == EditionState.OPEN else chosen.state
    made.save()
    for phase in chosen.phases.all():
        phase.pk, phase.edition, phase._state.adding = None, made, True
        phase.save()
    _copy_questions(chosen, made)
    return made


def _copy_questions(chosen: Edition, made: Edition) -> None:
    copies: dict[int | None, Question] = {}
    for question in chosen.questions.order_by("step", "order", "pk"):
        old, depends_on = question.pk, question.shown_if_id
        question.pk, question.edition, question._state.adding = None, made, True
        question.shown_if = copies.get(depends_on)
        question.save()
        copies[old] = question


def _free_name(chosen: Edition, town: str) -> str:
    taken = set(Edition.objects.filter(programme=chosen.programme_id).values_list("name", flat=True))
    base = f"{chosen.name[: LONGEST_NAME - 3 - min(len(town), 40)]}, {town}"[:LONGEST_NAME]
    names = (base, *(f"{base[: LONGEST_NAME - 4]} {number}" for number in range(2, 100)))
    return next(name for name in names if name not in taken)
