"""The code of conduct by version, the office that somebody holds, what to mind, and a week of days and parts."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import people.fields

# What was one answer for several days or parts, as the answers of now.
PARTS_OF = {
    "week-ochtend": ["ma-ochtend", "di-ochtend", "wo-ochtend", "do-ochtend", "vr-ochtend"],
    "week-middag": ["ma-middag", "di-middag", "wo-middag", "do-middag", "vr-middag"],
    "weekend-dag": ["za-ochtend", "za-middag", "zo-ochtend", "zo-middag"],
    "weekend-avond": ["za-avond", "zo-avond"],
}
IN_ORDER = [
    f"{day}-{part}" for day in ["ma", "di", "wo", "do", "vr", "za", "zo"] for part in ["ochtend", "middag", "avond"]
]


def _finer(slots):
    chosen = {part for slot in slots for part in PARTS_OF.get(slot, [slot])}
    return [slot for slot in IN_ORDER if slot in chosen]


def to_days_and_parts(apps, schema_editor):
    for name in ("MenteeProfile", "MentorProfile"):
        profiles = apps.get_model("mentoring", name).objects
        for profile in profiles.only("pk", "slots").iterator():
            if set(profile.slots) & PARTS_OF.keys():
                profile.slots = _finer(profile.slots)
                profile.save(update_fields=["slots"])
    for match in apps.get_model("mentoring", "Match").objects.only("pk", "reasons").iterator():
        when = [reason for reason in match.reasons if reason["code"] == "availability"]
        if any(set(reason["details"]) & PARTS_OF.keys() for reason in when):
            for reason in when:
                reason["details"] = sorted(_finer(reason["details"]))
            match.save(update_fields=["reasons"])


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0003_pairing_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(to_days_and_parts, migrations.RunPython.noop),
        migrations.AddField(
            "mentor",
            "signed_version",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="versie van de gedragscode"),
        ),
        migrations.AddField(
            "mentor",
            "office_year",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jaar van de uitslag"),
        ),
        migrations.AddField(
            "pairingrules",
            "asks_vog",
            models.BooleanField(
                default=False,
                help_text="Zonder VOG laat je dan geen mentor toe. Doen mensen van 16 of 17 mee? Dan is dat altijd zo.",
                verbose_name="mentoren laten een VOG zien",
            ),
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")], max_length=6, verbose_name="als"
                    ),
                ),
                ("words", people.fields.EncryptedTextField(verbose_name="waar wij op letten")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verteld")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "waar wij op letten",
                "verbose_name_plural": "waar wij op letten",
                "ordering": ["user", "side"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "side"), name="one_concern_per_side"),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["mentee", "mentor"])), name="concern_side_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldOffice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("raad", "gemeenteraad"),
                            ("staten", "Provinciale Staten"),
                            ("waterschap", "waterschap"),
                            ("bestuur", "wethouder of burgemeester"),
                        ],
                        max_length=10,
                        verbose_name="ambt",
                    ),
                ),
                ("place", people.fields.EncryptedTextField(editable=False, verbose_name="waar")),
                ("years", people.fields.EncryptedTextField(editable=False, verbose_name="jaren")),
                ("listed_as", people.fields.EncryptedTextField(editable=False, verbose_name="naam in de uitslag")),
                ("told_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verteld")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_office",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "ambt dat iemand heeft of had",
                "verbose_name_plural": "ambten die mensen hebben of hadden",
                "ordering": ["told_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("office__in", ["raad", "staten", "waterschap", "bestuur"])),
                        name="held_office_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentorMaterial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="in een zin")),
                (
                    "link",
                    models.CharField(
                        max_length=300,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(https://[^\\s/]+\\.[^\\s]+|/[^/\\s]\\S*)$",
                                "Begin met https://, of met / voor deze site.",
                            )
                        ],
                        verbose_name="waar het staat",
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="toegevoegd")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentor_materials",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "materiaal voor mentoren",
                "verbose_name_plural": "materiaal voor mentoren",
                "ordering": ["added_at", "pk"],
            },
        ),
    ]
