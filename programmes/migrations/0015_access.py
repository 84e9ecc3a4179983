import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_mail_codes"),
        ("programmes", "0014_taking_part"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessNeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("wishes", people.fields.EncryptedTextField(blank=True)),
                ("words", people.fields.EncryptedTextField(blank=True)),
                (
                    "partner_may_know",
                    models.BooleanField(default=False, verbose_name="de uitvoerder mag mijn naam weten"),
                ),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="gelezen door de organisatie")),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_needs",
                        to="programmes.groupmeeting",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_needs",
                        to="programmes.participation",
                    ),
                ),
            ],
            options={
                "verbose_name": "wat iemand nodig heeft",
                "verbose_name_plural": "wat mensen nodig hebben",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Arrangement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("wheelchair", "een plek voor een rolstoel"),
                            ("step_free", "een plek zonder trap"),
                            ("sign", "een tolk gebarentaal"),
                            ("writing", "een schrijftolk"),
                            ("loop", "een ringleiding"),
                            ("large_print", "stukken in grote letters"),
                            ("easy_text", "stukken in makkelijke taal"),
                            ("companion", "een plek voor wie met mij meekomt"),
                            ("quiet", "een rustige ruimte"),
                            ("distance", "meedoen vanaf huis"),
                            ("travel", "vervoer"),
                            ("other", "iets anders"),
                        ],
                        max_length=20,
                        verbose_name="wat",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="hoeveel",
                    ),
                ),
                ("words", people.fields.EncryptedTextField(blank=True, verbose_name="erbij")),
                ("due_on", models.DateField(verbose_name="klaar op")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="geregeld")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="veranderd")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gestuurd")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arrangements",
                        to="programmes.edition",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arrangements",
                        to="programmes.groupmeeting",
                        verbose_name="bijeenkomst",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="arrangements",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie regelt het",
                    ),
                ),
            ],
            options={
                "verbose_name": "iets om te regelen",
                "verbose_name_plural": "dingen om te regelen",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ArrangementName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "arrangement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="programmes.arrangement"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="programmes.accessneed"
                    ),
                ),
            ],
            options={
                "verbose_name": "naam bij iets om te regelen",
                "verbose_name_plural": "namen bij dingen om te regelen",
            },
        ),
        migrations.CreateModel(
            name="EditionPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="partners", to="programmes.edition"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partner_of",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "uitvoerder",
                "verbose_name_plural": "uitvoerders",
                "ordering": ["since", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="accessneed",
            constraint=models.UniqueConstraint(fields=("participation", "meeting"), name="one_access_need_per_meeting"),
        ),
        migrations.AddConstraint(
            model_name="accessneed",
            constraint=models.UniqueConstraint(
                condition=models.Q(("meeting", None)),
                fields=("participation",),
                name="one_access_need_per_participation",
            ),
        ),
        migrations.AddIndex(
            model_name="arrangement",
            index=models.Index(fields=["edition", "due_on"], name="arrangements_by_day"),
        ),
        migrations.AddConstraint(
            model_name="arrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 99)), name="arrangement_of_some"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "wheelchair",
                            "step_free",
                            "sign",
                            "writing",
                            "loop",
                            "large_print",
                            "easy_text",
                            "companion",
                            "quiet",
                            "distance",
                            "travel",
                            "other",
                        ],
                    )
                ),
                name="arrangement_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrangementname",
            constraint=models.UniqueConstraint(fields=("arrangement", "need"), name="one_name_per_arrangement"),
        ),
        migrations.AddConstraint(
            model_name="editionpartner",
            constraint=models.UniqueConstraint(fields=("edition", "user"), name="one_partnership_per_edition"),
        ),
    ]
