"""The elections that the law lets us know. Those to come stay "expected" until the official files are read."""

import datetime as dt

from django.db import migrations

# identifier, kind, nomination day, election day, expected
CALENDAR = [
    ("GR2022", "raad", dt.date(2022, 1, 31), dt.date(2022, 3, 16), False),
    ("PS2023", "staten", dt.date(2023, 1, 30), dt.date(2023, 3, 15), False),
    ("AB2023", "waterschap", dt.date(2023, 1, 30), dt.date(2023, 3, 15), False),
    ("GR2026", "raad", dt.date(2026, 2, 2), dt.date(2026, 3, 18), False),
    ("PS2027", "staten", dt.date(2027, 2, 1), dt.date(2027, 3, 17), True),
    ("AB2027", "waterschap", dt.date(2027, 2, 1), dt.date(2027, 3, 17), True),
    ("GR2030", "raad", dt.date(2030, 2, 4), dt.date(2030, 3, 20), True),
]


def lay_calendar(apps, schema_editor):
    Election = apps.get_model("elections", "Election")
    for identifier, kind, nomination_day, election_day, expected in CALENDAR:
        Election.objects.get_or_create(
            identifier=identifier,
            defaults={
                "kind": kind,
                "nomination_day": nomination_day,
                "election_day": election_day,
                "is_expected": expected,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("elections", "0001_initial")]

    operations = [
        # reviewed: seven rows added to an empty table; what is there already is left alone
        migrations.RunPython(lay_calendar, migrations.RunPython.noop),
    ]
