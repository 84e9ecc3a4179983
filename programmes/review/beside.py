"""What was found, beside each other: words under words, never added up, never in an order of better or worse."""

from dataclasses import dataclass, field
from string import ascii_uppercase

from django.utils.translation import gettext as _

from programmes.models import Application, Review


@dataclass(frozen=True)
class Opinion:
    verdict: str
    sentence: str


@dataclass
class CriterionRow:
    """One criterion, with what each reader found; None where somebody says nothing of it."""

    title: str
    opinions: list[Opinion | None] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return len({one.verdict for one in self.opinions if one is not None}) > 1


@dataclass(frozen=True)
class Beside:
    readers: list[str]
    rows: list[CriterionRow]


def beside(reviews: list[Review], readers: list[str]) -> Beside:
    """`reviews` with their judgements fetched, in the order of `readers`."""
    titles = list(dict.fromkeys(one.title for review in reviews for one in review.judgements.all()))
    rows = {title: CriterionRow(title) for title in titles}
    for review in reviews:
        said = {one.title: Opinion(one.get_verdict_display(), one.sentence) for one in review.judgements.all()}
        for title, row in rows.items():
            row.opinions.append(said.get(title))
    return Beside(readers, list(rows.values()))


def submitted(application: Application) -> list[Review]:
    """As they were given out, whatever was found."""
    sent = Review.objects.submitted().filter(application=application).select_related("reviewer")
    return list(sent.prefetch_related("judgements").order_by("assigned_at", "pk"))


def at_the_desk(application: Application) -> Beside:
    """With the readers' names: who organises knows them."""
    sent = submitted(application)
    return beside(sent, [str(one.reviewer) if one.reviewer else _("Iemand die niet meer meeleest") for one in sent])


def for_the_person(application: Application) -> Beside:
    """By role alone."""
    sent = submitted(application)
    return beside(sent, _lettered(len(sent)))


def my_review(review: Review) -> list[CriterionRow]:
    return beside([review], [""]).rows


def others(review: Review) -> list[tuple[str, list[CriterionRow]]]:
    """What each of the others wrote, by role; ask policies.can_see_others first."""
    sent = [one for one in submitted(review.application) if one.pk != review.pk]
    return [(name, my_review(one)) for name, one in zip(_lettered(len(sent)), sent, strict=True)]


def _lettered(number: int) -> list[str]:
    return [_("Beoordelaar %(letter)s") % {"letter": letter} for letter in ascii_uppercase[:number]]
