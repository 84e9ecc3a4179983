import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import mentoring.fields
import mentoring.pace.choices
import people.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0007_talking"),
    ]

    operations = [
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("words", people.fields.EncryptedTextField(verbose_name="doel")),
                (
                    "made_by",
                    models.CharField(
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")], editable=False, max_length=6
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("reached_at", models.DateTimeField(blank=True, null=True, verbose_name="gelukt")),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="mentoring.match"
                    ),
                ),
            ],
            options={
                "verbose_name": "doel van een koppel",
                "verbose_name_plural": "doelen van een koppel",
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Pace",
            fields=[
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="pace",
                        serialize=False,
                        to="mentoring.match",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("inside", "via het portaal"), ("outside", "buiten het portaal")],
                        default="inside",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "outside_by",
                    models.CharField(
                        blank=True,
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")],
                        editable=False,
                        max_length=6,
                    ),
                ),
                ("paused_until", models.DateField(blank=True, null=True, verbose_name="pauze tot en met")),
                (
                    "paused_by",
                    models.CharField(
                        blank=True,
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")],
                        editable=False,
                        max_length=6,
                    ),
                ),
            ],
            options={
                "verbose_name": "tempo van een koppel",
                "verbose_name_plural": "tempo van koppels",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["inside", "outside"])), name="pace_state_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveSmallIntegerField(editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("agreed", "allebei akkoord"),
                            ("replaced", "vervangen"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "often",
                    models.CharField(
                        choices=[
                            ("weekly", "elke week"),
                            ("two_weeks", "om de week"),
                            ("monthly", "een keer per maand"),
                            ("open", "als een van ons het vraagt"),
                        ],
                        max_length=10,
                        verbose_name="hoe vaak",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("online", "op afstand, met beeld of telefoon"),
                            ("writing", "op afstand, schriftelijk"),
                            ("live", "bij elkaar"),
                            ("step_free", "bij elkaar, op een plek zonder trappen"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=60,
                        validators=[
                            django.core.validators.MinValueValidator(10),
                            django.core.validators.MaxValueValidator(480),
                        ],
                        verbose_name="hoeveel minuten",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot wanneer")),
                ("words", people.fields.EncryptedTextField(blank=True, verbose_name="wat tussen ons blijft")),
                (
                    "proposed_by",
                    models.CharField(
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")], editable=False, max_length=6
                    ),
                ),
                ("proposed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("agreed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agreements", to="mentoring.match"
                    ),
                ),
            ],
            options={
                "verbose_name": "plan van een koppel",
                "verbose_name_plural": "plannen van koppels",
                "ordering": ["-version"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["proposed", "agreed", "replaced", "withdrawn"])),
                        name="agreement_state_known",
                    ),
                    models.UniqueConstraint(fields=("match", "version"), name="one_agreement_of_a_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")), fields=("match",), name="one_agreement_proposed"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "agreed")), fields=("match",), name="one_agreement_in_force"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "side",
                    models.CharField(
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")], editable=False, max_length=6
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("four_weeks", "na vier weken"),
                            ("halfway", "halverwege"),
                            ("near_end", "bijna klaar"),
                            ("end", "na het einde"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="moment",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "gevraagd"), ("answered", "beantwoord"), ("lapsed", "niet beantwoord")],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="gevraagd"),
                ),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="antwoord")),
                (
                    "going",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("well", "Het gaat goed."),
                            ("fair", "Het gaat, maar het kan beter."),
                            ("hard", "Het loopt niet."),
                        ],
                        max_length=10,
                        verbose_name="hoe het gaat",
                    ),
                ),
                (
                    "need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nothing", "Niets. Wij redden ons."),
                            ("time", "Wij vinden moeilijk een moment."),
                            ("topics", "Wij weten niet waar wij over praten."),
                            ("call", "Bel of mail mij."),
                        ],
                        max_length=10,
                        verbose_name="wat helpt",
                    ),
                ),
                (
                    "helped",
                    mentoring.fields.SeveralField(
                        blank=True, default=list, of=mentoring.pace.choices.Helped, verbose_name="wat het gaf"
                    ),
                ),
                ("words", people.fields.EncryptedTextField(blank=True, verbose_name="toelichting voor de organisatie")),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_ins", to="mentoring.match"
                    ),
                ),
            ],
            options={
                "verbose_name": "tussenvraag",
                "verbose_name_plural": "tussenvragen",
                "ordering": ["asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "answered", "lapsed"])), name="check_in_state_known"
                    ),
                    models.UniqueConstraint(fields=("match", "side", "moment"), name="one_check_in_a_moment"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentorWish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "zoekt een andere mentor"),
                            ("fulfilled", "heeft een andere mentor"),
                            ("taken_back", "teruggenomen"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("time", "Wij vinden geen moment."),
                            ("silent", "Ik hoor te weinig."),
                            ("topics", "De onderwerpen passen niet."),
                            ("click", "Het klikt niet."),
                            ("not_said", "Dat zeg ik liever niet."),
                        ],
                        max_length=10,
                        verbose_name="reden",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="gevraagd"),
                ),
                ("over_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentor_wishes", to="mentoring.match"
                    ),
                ),
            ],
            options={
                "verbose_name": "wens voor een andere mentor",
                "verbose_name_plural": "wensen voor een andere mentor",
                "ordering": ["asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "fulfilled", "taken_back"])), name="wish_state_known"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")), fields=("match",), name="one_open_wish_of_a_pair"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nudge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("silence", "lang niets gehoord"),
                            ("month", "elke maand, buiten het portaal"),
                            ("meeting", "na een afspraak"),
                            ("by_hand", "door de organisatie"),
                        ],
                        max_length=10,
                        verbose_name="waarom",
                    ),
                ),
                ("about", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "gevraagd"), ("spoken", "gesproken"), ("not_yet", "nog niet gesproken")],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="gevraagd"),
                ),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="antwoord")),
                (
                    "answered_by",
                    models.CharField(
                        blank=True,
                        choices=[("mentee", "deelnemer"), ("mentor", "mentor")],
                        editable=False,
                        max_length=6,
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="nudges", to="mentoring.match"
                    ),
                ),
            ],
            options={
                "verbose_name": "navraag",
                "verbose_name_plural": "navragen",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "spoken", "not_yet"])), name="nudge_state_known"
                    ),
                    models.UniqueConstraint(fields=("match", "kind", "about"), name="one_nudge_about_each_thing"),
                ],
            },
        ),
    ]
