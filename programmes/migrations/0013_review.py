import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0012_applying"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "gepland"),
                            ("other_asked", "andere tijd gevraagd"),
                            ("held", "geweest"),
                            ("cancelled", "gaat niet door"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="wanneer")),
                (
                    "form",
                    models.CharField(
                        choices=[("phone", "bellen"), ("online", "beeldbellen"), ("live", "bij elkaar")],
                        default="phone",
                        max_length=8,
                        verbose_name="hoe",
                    ),
                ),
                ("where", people.fields.EncryptedTextField(blank=True, verbose_name="waar")),
                ("note", people.fields.EncryptedTextField(blank=True, verbose_name="wat besproken is")),
                ("planned_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gepland op")),
            ],
            options={
                "verbose_name": "gesprek",
                "verbose_name_plural": "gesprekken",
                "ordering": ["starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CriterionJudgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="criterium")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("voldoet", "voldoet"), ("twijfel", "twijfel"), ("voldoet-niet", "voldoet niet")],
                        max_length=12,
                        verbose_name="oordeel",
                    ),
                ),
                ("sentence", people.fields.EncryptedTextField(blank=True, verbose_name="in een zin")),
            ],
            options={
                "verbose_name": "oordeel",
                "verbose_name_plural": "oordelen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EditionReviewer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
            ],
            options={
                "verbose_name": "beoordelaar",
                "verbose_name_plural": "beoordelaars",
                "ordering": ["added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("assigned", "te lezen"), ("submitted", "verstuurd"), ("passed_on", "doorgegeven")],
                        default="assigned",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("assigned_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd")),
            ],
            options={
                "verbose_name": "beoordeling",
                "verbose_name_plural": "beoordelingen",
                "ordering": ["assigned_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="lot_seed",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="edition",
            name="lots_drawn_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="edition",
            name="reviewers_each",
            field=models.PositiveSmallIntegerField(
                default=2,
                help_text="Bij beoordeling: één, twee of drie. Zij lezen zonder naam, en los van elkaar.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3)],
                verbose_name="hoeveel beoordelaars een aanmelding lezen",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("reviewers_each__gte", 1), ("reviewers_each__lte", 3)),
                name="edition_one_to_three_read",
            ),
        ),
        migrations.AddField(
            model_name="conversation",
            name="application",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="conversation", to="programmes.application"
            ),
        ),
        migrations.AddField(
            model_name="criterionjudgement",
            name="criterion",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="programmes.criterion"
            ),
        ),
        migrations.AddField(
            model_name="editionreviewer",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reviewers", to="programmes.edition"
            ),
        ),
        migrations.AddField(
            model_name="editionreviewer",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reviewer_of", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="programmes.application"
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="reviewer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviews",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="criterionjudgement",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="judgements", to="programmes.review"
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["planned", "other_asked", "held", "cancelled"])),
                name="conversation_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(("form__in", ["phone", "online", "live"])), name="conversation_form_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="editionreviewer",
            constraint=models.UniqueConstraint(fields=("edition", "user"), name="reviewer_once_per_edition"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(fields=("application", "reviewer"), name="one_review_per_reviewer"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["assigned", "submitted", "passed_on"])), name="review_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "submitted"), _negated=True), ("submitted_at__isnull", False), _connector="OR"
                ),
                name="submitted_review_has_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterionjudgement",
            constraint=models.UniqueConstraint(fields=("review", "criterion"), name="one_judgement_per_criterion"),
        ),
        migrations.AddConstraint(
            model_name="criterionjudgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["", "voldoet", "twijfel", "voldoet-niet"])), name="verdict_known"
            ),
        ),
    ]
