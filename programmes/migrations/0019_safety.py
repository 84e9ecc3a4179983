import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0018_mailing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hidden",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hidden", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "verborgen",
                "verbose_name_plural": "verborgen",
                "ordering": ["since", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_named", models.BooleanField(default=True, verbose_name="met naam")),
                ("for_another", models.BooleanField(default=False, verbose_name="voor iemand anders")),
                ("kind", models.CharField(blank=True, max_length=30, verbose_name="soort")),
                ("quoted", people.fields.EncryptedTextField(blank=True, verbose_name="wat er stond")),
                ("words", people.fields.EncryptedTextField(verbose_name="melding")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "verstuurd"),
                            ("taken_up", "opgepakt"),
                            ("asked", "gevraagd of het klaar is"),
                            ("closed", "afgesloten"),
                        ],
                        default="sent",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verstuurd")),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="klaar volgens wie meldde, op")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="afgesloten")),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="programmes.programme",
                        verbose_name="programma",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="KeptFrom",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kept_from", to="programmes.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "wie een melding niet leest",
                "verbose_name_plural": "wie een melding niet leest",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("two_days", "na 48 uur"),
                            ("two_weeks", "na twee weken"),
                            ("three_months", "na drie maanden"),
                        ],
                        max_length=12,
                        verbose_name="wanneer",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="te doen vanaf")),
                ("told_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="gemaild")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="gedaan")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="follow_ups", to="programmes.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "opvolging van een melding",
                "verbose_name_plural": "opvolgingen van een melding",
                "ordering": ["due_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_contact", models.BooleanField(verbose_name="van de vertrouwenspersoon")),
                ("words", people.fields.EncryptedTextField(verbose_name="antwoord")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="programmes.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een melding",
                "verbose_name_plural": "antwoorden op een melding",
                "ordering": ["said_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ThreatMode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "programme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="threat_mode",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "dreigingsstand",
                "verbose_name_plural": "dreigingsstanden",
                "ordering": ["since", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("shown_as", people.fields.EncryptedTextField(blank=True, verbose_name="hoe je deze persoon zag")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "blocked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "blocker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="blocks", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "blokkade",
                "verbose_name_plural": "blokkades",
                "ordering": ["-since", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("blocker", "blocked"), name="blocks_once"),
                    models.CheckConstraint(
                        condition=models.Q(("blocker", models.F("blocked")), _negated=True), name="blocks_another"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["programme", "state"], name="reports_by_programme"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["sent", "taken_up", "asked", "closed"])), name="report_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_on__isnull", False), ("closed_at__isnull", False), ("state", "closed")),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("agreed_on", None), ("closed_at", None)),
                    _connector="OR",
                ),
                name="closed_report_has_a_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptfrom",
            constraint=models.UniqueConstraint(fields=("report", "user"), name="kept_from_once"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(fields=("report", "when"), name="followed_up_once"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("when__in", ["two_days", "two_weeks", "three_months"])), name="follow_up_when_known"
            ),
        ),
    ]
