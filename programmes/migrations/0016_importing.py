import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("programmes", "0015_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("leased_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("failed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("fault", models.CharField(blank=True, editable=False, max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "kolommen kiezen"),
                            ("checked", "nagekeken, nog niet ingevoerd"),
                            ("started", "wordt ingevoerd"),
                            ("done", "ingevoerd"),
                            ("failed", "niet gelukt"),
                        ],
                        default="uploaded",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("file_name", people.fields.EncryptedTextField(blank=True, verbose_name="bestand")),
                ("dropped", people.fields.EncryptedTextField(blank=True, verbose_name="weggelaten")),
                (
                    "becomes",
                    models.CharField(
                        choices=[
                            ("participant", "Zij doen mee: hun plek staat vast"),
                            ("applicant", "Zij melden zich aan: jij beslist daarna"),
                        ],
                        default="participant",
                        max_length=12,
                        verbose_name="wat zij worden",
                    ),
                ),
                (
                    "makes_editions",
                    models.BooleanField(default=False, verbose_name="maak een editie voor elke nieuwe plaats"),
                ),
                ("columns", models.JSONField(blank=True, default=dict)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ingelezen")),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="rijen")),
                ("rows_seen", models.PositiveIntegerField(default=0, verbose_name="bekeken")),
                ("rows_new", models.PositiveIntegerField(default=0, verbose_name="nieuw")),
                ("rows_known", models.PositiveIntegerField(default=0, verbose_name="stond er al")),
                ("faults", models.JSONField(blank=True, default=list)),
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
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_runs",
                        to="programmes.edition",
                        verbose_name="editie",
                    ),
                ),
            ],
            options={
                "verbose_name": "invoer",
                "verbose_name_plural": "invoer",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", people.fields.EncryptedTextField(blank=True, verbose_name="naam")),
                ("address", people.fields.EncryptedTextField(blank=True, verbose_name="e-mailadres")),
                ("address_digest", models.CharField(db_index=True, editable=False, max_length=64)),
                (
                    "becomes",
                    models.CharField(
                        choices=[
                            ("participant", "Zij doen mee: hun plek staat vast"),
                            ("applicant", "Zij melden zich aan: jij beslist daarna"),
                        ],
                        max_length=12,
                        verbose_name="wordt",
                    ),
                ),
                ("admitted_on", models.DateField(blank=True, null=True, verbose_name="toegelaten op")),
                (
                    "state",
                    models.CharField(
                        choices=[("invited", "gevraagd"), ("accepted", "zei ja"), ("declined", "zei nee")],
                        default="invited",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="imported", to="programmes.edition"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="imported",
                        to="programmes.importrun",
                    ),
                ),
            ],
            options={
                "verbose_name": "ingevoerde persoon",
                "verbose_name_plural": "ingevoerde personen",
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", people.fields.EncryptedTextField(editable=False)),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheet", to="programmes.importrun"
                    ),
                ),
            ],
            options={
                "verbose_name": "ingelezen lijst",
                "verbose_name_plural": "ingelezen lijsten",
            },
        ),
        migrations.AddIndex(
            model_name="importrun",
            index=models.Index(fields=["state", "leased_until"], name="imports_by_state"),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["uploaded", "checked", "started", "done", "failed"])),
                name="import_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("becomes__in", ["participant", "applicant"])), name="import_becomes_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("done_at", None)),
                    _connector="OR",
                ),
                name="a_done_import_has_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="imported",
            index=models.Index(fields=["edition", "state"], name="imported_by_state"),
        ),
        migrations.AddConstraint(
            model_name="imported",
            constraint=models.UniqueConstraint(
                fields=("edition", "address_digest"), name="one_import_per_edition_and_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="imported",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["invited", "accepted", "declined"])), name="imported_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="imported",
            constraint=models.CheckConstraint(
                condition=models.Q(("user", None), ("state", "accepted"), _connector="OR"),
                name="only_a_yes_names_an_account",
            ),
        ),
    ]
