import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0011_editing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("words", people.fields.EncryptedTextField(blank=True, verbose_name="klacht")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "wacht op antwoord"),
                            ("answered", "beantwoord"),
                            ("taken_back", "teruggenomen"),
                        ],
                        default="sent",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verstuurd")),
                ("answer_by", models.DateField(verbose_name="antwoord uiterlijk op")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="afgesloten")),
                ("answer", people.fields.EncryptedTextField(blank=True, verbose_name="antwoord")),
            ],
            options={
                "verbose_name": "klacht",
                "verbose_name_plural": "klachten",
                "ordering": ["sent_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SupporterCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt")),
                ("ends_at", models.DateTimeField(verbose_name="werkt tot")),
                ("browser_digest", models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                "verbose_name": "code voor een meehelper",
                "verbose_name_plural": "codes voor meehelpers",
            },
        ),
        migrations.RemoveConstraint(
            model_name="question",
            name="question_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="question",
            name="choice_has_choices",
        ),
        migrations.AddField(
            model_name="application",
            name="helped_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="iemand hielp mee"),
        ),
        migrations.AddField(
            model_name="question",
            name="shown_if",
            field=models.ForeignKey(
                blank=True,
                help_text="Kies een eerdere vraag. Leeg: iedereen krijgt deze vraag.",
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="depending",
                to="programmes.question",
                verbose_name="alleen vragen na deze vraag",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="shown_if_answer",
            field=models.CharField(
                blank=True,
                help_text="Precies zoals de keuze daar staat, of ja of nee.",
                max_length=200,
                verbose_name="en alleen bij dit antwoord",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="choices",
            field=models.TextField(blank=True, help_text="Bij kiezen: één keuze per regel.", verbose_name="keuzes"),
        ),
        migrations.AlterField(
            model_name="question",
            name="kind",
            field=models.CharField(
                choices=[
                    ("text", "één regel"),
                    ("long", "een paar zinnen"),
                    ("choice", "kiezen uit een lijst"),
                    ("menu", "kiezen uit een lange lijst"),
                    ("several", "meer dan één kiezen"),
                    ("yesno", "ja of nee"),
                    ("tick", "één vakje om aan te kruisen"),
                    ("number", "een getal"),
                    ("date", "een datum"),
                    ("mail", "een e-mailadres"),
                    ("url", "een adres op internet"),
                ],
                default="long",
                max_length=8,
                verbose_name="soort antwoord",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "draft"), ("helped_at", None), _connector="OR"),
                name="help_is_forgotten_once_sent",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["text", "long", "choice", "menu", "several", "yesno", "tick", "number", "date", "mail", "url"],
                    )
                ),
                name="question_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["choice", "menu", "several"]), _negated=True),
                    models.Q(("choices", ""), _negated=True),
                    _connector="OR",
                ),
                name="choice_has_choices",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shown_if", None), ("shown_if_answer", "")),
                    models.Q(("shown_if__isnull", False), models.Q(("shown_if_answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_condition_is_whole",
            ),
        ),
        migrations.AddField(
            model_name="complaint",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="complaints",
                to="programmes.application",
                verbose_name="aanmelding",
            ),
        ),
        migrations.AddField(
            model_name="supportercode",
            name="application",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="supporter_code", to="programmes.application"
            ),
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["state", "answer_by"], name="complaints_by_day"),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["sent", "answered", "taken_back"])), name="complaint_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("state", "sent")),
                    models.Q(models.Q(("state", "sent"), _negated=True), ("closed_at__isnull", False)),
                    _connector="OR",
                ),
                name="closed_complaint_has_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent")), fields=("application",), name="one_complaint_waits"
            ),
        ),
        migrations.AddConstraint(
            model_name="supportercode",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("made_at"))), name="supporter_code_ends_after_it_was_made"
            ),
        ),
    ]
