from people.models import HelpRecord
from portal.content.help_records import CHECKED_ON, HELP_RECORDS
from portal.set_up.report import Report


def lay_help_records(report: Report) -> None:
    for order, record in enumerate(HELP_RECORDS):
        _record, made = HelpRecord.objects.get_or_create(
            slug=record["slug"], defaults={**record, "checked_on": CHECKED_ON, "order": (order + 1) * 10}
        )
        report.made("help records", made)
