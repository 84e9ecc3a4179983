import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0004_vetting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("round", "tuned", models.JSONField(blank=True, default=dict, editable=False)),
        migrations.AddField(
            "round",
            "raises_worst_off",
            models.BooleanField(
                default=True,
                help_text="Niemand krijgt een slechtere mentor dan nodig is. Dat kost soms iets bij de anderen.",
                verbose_name="help eerst wie het slechtst past",
            ),
        ),
        migrations.AddField("round", "raising", models.JSONField(blank=True, default=dict, editable=False)),
        migrations.AddField(
            "round",
            "goes_on",
            models.BooleanField(
                default=True,
                help_text="Zegt iemand nee, of te laat? Dan gaat het voorstel naar de volgende mentor die past.",
                verbose_name="zoek zelf verder na een nee",
            ),
        ),
        migrations.AddField("round", "next_look_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AddField("match", "reminded_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.CreateModel(
            name="Computation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("leased_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("failed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("fault", models.CharField(blank=True, editable=False, max_length=100)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("waiting", "wacht tot er een rekenaar vrij is"),
                            ("reading", "leest wie er zoekt en wie er plek heeft"),
                            ("solving", "zoekt de beste koppels"),
                            ("writing", "zet de koppels klaar"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="hoe ver",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="computations",
                        to="mentoring.round",
                        verbose_name="koppelronde",
                    ),
                ),
            ],
            options={
                "verbose_name": "berekening",
                "verbose_name_plural": "berekeningen",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stage__in", ["waiting", "reading", "solving", "writing"])),
                        name="computation_stage_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None), ("failed_at", None)),
                        fields=("round",),
                        name="one_computation_at_a_time",
                    ),
                ],
            },
        ),
    ]
