"""Reference lists, consents' texts and national figures: data of portal/content and of the floors below."""

from elections import reference
from elections.models import Body
from outcomes.models import NationalFigure
from people.models import ConsentText
from portal.content.consent_texts import CONSENT_TEXTS
from portal.content.figures import FIGURES
from portal.set_up.report import Report


def lay_lists(report: Report) -> None:
    _lay_reference(report)
    for purpose, (text, text_en) in CONSENT_TEXTS.items():
        # Only the first version is laid: a later one is an administrator's, and never overwritten.
        _text, made = ConsentText.objects.get_or_create(
            purpose=purpose, version=1, defaults={"text": text, "text_en": text_en}
        )
        report.made("consent texts", made)
    for order, figure in enumerate(FIGURES):
        _figure, made = NationalFigure.objects.get_or_create(
            key=figure["key"], defaults={**figure, "order": order * 10}
        )
        report.made("figures", made)


def _lay_reference(report: Report) -> None:
    """Municipalities, provinces and water boards."""
    before = Body.objects.count()
    reference.load()
    report.made("bodies", Body.objects.count() - before)
