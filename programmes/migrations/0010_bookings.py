import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0009_registrations"),
        ("elections", "0004_let_a_reference_stay_with_the_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="SessionOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="naam van de training")),
                ("title_en", models.CharField(blank=True, max_length=120, verbose_name="naam, in het Engels")),
                ("text", models.TextField(max_length=600, verbose_name="wat het is, en voor wie")),
                ("text_en", models.TextField(blank=True, max_length=600, verbose_name="wat het is, in het Engels")),
                (
                    "most_sessions",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="Meer dagen kun je niet klaarzetten.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="aantal keren",
                    ),
                ),
                (
                    "most_people",
                    models.PositiveSmallIntegerField(
                        default=25,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="hoogste aantal mensen per keer",
                    ),
                ),
                ("is_public", models.BooleanField(default=True, verbose_name="te boeken")),
                (
                    "programme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="session_offer",
                        to="programmes.programme",
                        verbose_name="programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "verbose_name_plural": "trainingen",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_at", models.DateTimeField(verbose_name="begint")),
                ("ends_at", models.DateTimeField(verbose_name="eindigt")),
                (
                    "online",
                    models.BooleanField(
                        default=False, help_text="Anders komt de trainer naar jullie toe.", verbose_name="online"
                    ),
                ),
                (
                    "called_off_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="gaat niet door sinds"),
                ),
                ("was_held", models.BooleanField(default=False, editable=False, verbose_name="is gegeven")),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="programmes.sessionoffer",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "dag van een training",
                "verbose_name_plural": "dagen van trainingen",
                "ordering": ["starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="cijfer",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="programmes.sessionoffer",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "cijfer voor een training",
                "verbose_name_plural": "cijfers voor trainingen",
            },
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "wacht op bevestiging"),
                            ("waiting", "wacht op een vrije dag"),
                            ("confirmed", "bevestigd"),
                            ("held", "gegeven"),
                            ("cancelled", "afgezegd"),
                            ("refused", "kan niet"),
                            ("lapsed", "niet bevestigd"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "booker",
                    models.CharField(
                        choices=[
                            ("lokaal", "een lokale partij"),
                            ("afdeling", "een afdeling van een landelijke partij"),
                            ("gemeente", "de gemeente of de griffie"),
                            ("anders", "een andere organisatie"),
                        ],
                        max_length=12,
                        verbose_name="wie boekt",
                    ),
                ),
                ("organisation_name", models.CharField(max_length=120, verbose_name="naam van de organisatie")),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="hoeveel mensen komen er"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=280, verbose_name="wat moeten wij weten")),
                ("address", people.fields.EncryptedTextField(verbose_name="e-mailadres")),
                ("address_keyed", models.CharField(db_index=True, max_length=64)),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="taal")),
                ("answer", models.CharField(blank=True, max_length=280, verbose_name="reden")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd")),
                ("reminded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "settled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="voorbij sinds"),
                ),
                ("rating_key", models.UUIDField(editable=False, null=True, unique=True)),
                ("ratings_given", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="elections.body",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bookings",
                        to="programmes.session",
                        verbose_name="dag",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bookings",
                        to="programmes.sessionoffer",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "boeking",
                "verbose_name_plural": "boekingen",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="sessionoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("most_sessions__gte", 1), ("most_sessions__lte", 200)),
                name="offers_so_many_sessions",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["ends_at"], name="sessions_by_end"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="session_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("was_held", False), ("called_off_at", None), _connector="OR"),
                name="a_session_is_held_or_called_off",
            ),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__gte", 1), ("mark__lte", 10)), name="a_mark_from_one_to_ten"
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["asked", "confirmed", "held"])),
                fields=("session",),
                name="one_booking_holds_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["asked", "confirmed", "held", "waiting"])),
                fields=("offer", "municipality"),
                name="one_booking_per_municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["asked", "confirmed", "held"]), _negated=True),
                    ("session__isnull", False),
                    _connector="OR",
                ),
                name="who_holds_a_session_has_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "waiting"), _negated=True), ("session__isnull", True), _connector="OR"
                ),
                name="who_waits_has_no_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("state__in", ["asked", "confirmed", "waiting"])),
                    models.Q(
                        models.Q(("state__in", ["asked", "confirmed", "waiting"]), _negated=True),
                        ("settled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_booking_is_settled_once_it_stands_no_more",
            ),
        ),
    ]
