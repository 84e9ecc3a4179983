import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0003_name_the_steps_shorter"),
        ("programmes", "0012_applying"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("grantor", models.CharField(max_length=120, verbose_name="van wie")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="kenmerk")),
                ("starts_on", models.DateField(verbose_name="vanaf")),
                ("ends_on", models.DateField(verbose_name="tot en met")),
                ("purpose", models.TextField(blank=True, max_length=1000, verbose_name="waarvoor")),
                ("told", models.TextField(blank=True, max_length=3000, verbose_name="jullie verhaal erbij")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="programmes.programme",
                        verbose_name="programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "subsidie",
                "verbose_name_plural": "subsidies",
                "ordering": ["-starts_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed_up", "aanmelding begonnen"),
                            ("applied", "aanmelding verstuurd"),
                            ("admitted", "toegelaten"),
                            ("started", "begonnen"),
                            ("completed", "afgerond"),
                            ("matched", "mentor gevonden"),
                            ("listed", "op een kieslijst"),
                            ("elected", "gekozen of benoemd"),
                        ],
                        max_length=10,
                        verbose_name="stap",
                    ),
                ),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="hoeveel mensen")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="belofte")),
                ("done", models.CharField(blank=True, max_length=300, verbose_name="wat ervan kwam")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="plaats")),
                (
                    "grant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="promises", to="outcomes.grant"
                    ),
                ),
            ],
            options={
                "verbose_name": "belofte",
                "verbose_name_plural": "beloften",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionnaireQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.CharField(max_length=200, verbose_name="vraag")),
                ("text_en", models.CharField(blank=True, max_length=200, verbose_name="vraag, in het Engels")),
                (
                    "kind",
                    models.CharField(
                        choices=[("scale", "van helemaal niet tot helemaal"), ("choice", "één keuze uit een lijst")],
                        default="scale",
                        max_length=8,
                        verbose_name="soort antwoord",
                    ),
                ),
                ("choices", models.TextField(blank=True, max_length=600, verbose_name="keuzes")),
                ("choices_en", models.TextField(blank=True, max_length=600, verbose_name="keuzes, in het Engels")),
                ("at_start", models.BooleanField(default=False, verbose_name="bij het begin")),
                ("at_end", models.BooleanField(default=False, verbose_name="aan het eind")),
                ("later", models.BooleanField(default=False, verbose_name="na een half jaar")),
                ("retired", models.BooleanField(default=False, verbose_name="niet meer stellen")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questionnaire",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag van een vragenlijst",
                "verbose_name_plural": "vragen van een vragenlijst",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionnaireWave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "moment",
                    models.CharField(
                        choices=[("start", "bij het begin"), ("end", "aan het eind"), ("later", "na een half jaar")],
                        max_length=8,
                        verbose_name="wanneer",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="gevraagd op")),
                ("closes_on", models.DateField(verbose_name="open tot en met")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questionnaire_waves",
                        to="programmes.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "ronde van een vragenlijst",
                "verbose_name_plural": "rondes van een vragenlijst",
                "ordering": ["closes_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionnaireAsked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("has_code", models.BooleanField(default=False, verbose_name="code gekregen")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questionnaires",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asked",
                        to="outcomes.questionnairewave",
                    ),
                ),
            ],
            options={
                "verbose_name": "gevraagd voor een vragenlijst",
                "verbose_name_plural": "gevraagd voor een vragenlijst",
            },
        ),
        migrations.CreateModel(
            name="AnswerCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("option", models.PositiveSmallIntegerField(verbose_name="keuze")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="aantal")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="outcomes.questionnairequestion",
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="outcomes.questionnairewave",
                    ),
                ),
            ],
            options={
                "verbose_name": "teller van antwoorden",
                "verbose_name_plural": "tellers van antwoorden",
            },
        ),
        migrations.CreateModel(
            name="SpentCode",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spent",
                        to="outcomes.questionnairewave",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruikte code",
                "verbose_name_plural": "gebruikte codes",
            },
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="grant_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                condition=models.Q(("step", ""), _negated=True), fields=("grant", "step"), name="one_promise_per_step"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", None), ("step", ""), models.Q(("text", ""), _negated=True)),
                    models.Q(
                        ("done", ""),
                        ("number__isnull", False),
                        (
                            "step__in",
                            [
                                "signed_up",
                                "applied",
                                "admitted",
                                "started",
                                "completed",
                                "matched",
                                "listed",
                                "elected",
                            ],
                        ),
                        ("text", ""),
                    ),
                    _connector="OR",
                ),
                name="promise_is_a_number_or_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnairequestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["scale", "choice"])), name="questionnaire_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnairequestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "choice"), _negated=True),
                    models.Q(("choices", ""), _negated=True),
                    _connector="OR",
                ),
                name="questionnaire_choice_has_choices",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnairewave",
            constraint=models.UniqueConstraint(fields=("edition", "moment"), name="asked_once_per_moment"),
        ),
        migrations.AddConstraint(
            model_name="questionnairewave",
            constraint=models.CheckConstraint(
                condition=models.Q(("moment__in", ["start", "end", "later"])), name="questionnaire_moment_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnairewave",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_on__gte", models.F("opened_on"))),
                name="questionnaire_closes_after_it_opens",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnaireasked",
            constraint=models.UniqueConstraint(fields=("wave", "user"), name="asked_once_per_wave"),
        ),
        migrations.AddConstraint(
            model_name="answercount",
            constraint=models.UniqueConstraint(fields=("wave", "question", "option"), name="one_counter_per_option"),
        ),
    ]
