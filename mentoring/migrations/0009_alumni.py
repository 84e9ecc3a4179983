import django.db.models.deletion
import django.utils.timezone
import mentoring.choices
import mentoring.fields
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0008_keeping_pace"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NetworkMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("as_mentor", models.BooleanField(default=False, verbose_name="als mentor")),
                ("display_name", people.fields.EncryptedTextField(verbose_name="naam in het netwerk")),
                (
                    "about",
                    people.fields.EncryptedTextField(blank=True, verbose_name="waarover anderen iets mogen vragen"),
                ),
                (
                    "topics",
                    mentoring.fields.SeveralField(
                        blank=True, default=list, of=mentoring.choices.Topic, verbose_name="onderwerpen"
                    ),
                ),
                (
                    "province",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("Drenthe", "Drenthe"),
                            ("Flevoland", "Flevoland"),
                            ("Fryslân", "Fryslân"),
                            ("Gelderland", "Gelderland"),
                            ("Groningen", "Groningen"),
                            ("Limburg", "Limburg"),
                            ("Noord-Brabant", "Noord-Brabant"),
                            ("Noord-Holland", "Noord-Holland"),
                            ("Overijssel", "Overijssel"),
                            ("Utrecht", "Utrecht"),
                            ("Zeeland", "Zeeland"),
                            ("Zuid-Holland", "Zuid-Holland"),
                        ],
                        max_length=20,
                        verbose_name="provincie",
                    ),
                ),
                ("takes_questions", models.BooleanField(default=False, verbose_name="anderen mogen mij iets vragen")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "renewed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="laatst ja gezegd"),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="network", to="programmes.programme"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="networks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "naam in het netwerk",
                "verbose_name_plural": "namen in het netwerk",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="NetworkQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("words", people.fields.EncryptedTextField(verbose_name="vraag")),
                ("answer", people.fields.EncryptedTextField(blank=True, verbose_name="antwoord")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord")),
                (
                    "asker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="network_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="mentoring.networkmember",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag in het netwerk",
                "verbose_name_plural": "vragen in het netwerk",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Barrier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("told", "wacht op de organisatie"),
                            ("sent_back", "nog niet geplaatst"),
                            ("published", "staat bij Kennis"),
                        ],
                        default="told",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "station",
                    models.CharField(
                        choices=[("willen", "Willen"), ("mogen", "Mogen"), ("kunnen", "Kunnen"), ("gaan", "Gaan")],
                        max_length=10,
                        verbose_name="hoort bij stap",
                    ),
                ),
                ("title", people.fields.EncryptedTextField(verbose_name="waar het over gaat")),
                ("stood_in_the_way", people.fields.EncryptedTextField(verbose_name="wat je tegenkwam")),
                ("helped", people.fields.EncryptedTextField(verbose_name="wat hielp")),
                (
                    "teller",
                    people.fields.EncryptedTextField(
                        blank=True, help_text="Leeg: anoniem.", verbose_name="welke naam erbij staat"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Nederlands"), ("en", "Engels")],
                        default="nl",
                        max_length=10,
                        verbose_name="taal",
                    ),
                ),
                ("told_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verteld")),
                ("remark", people.fields.EncryptedTextField(blank=True, verbose_name="wat de organisatie ervan vindt")),
                ("public_title", models.CharField(blank=True, max_length=90, verbose_name="titel")),
                ("public_barrier", models.TextField(blank=True, verbose_name="de drempel")),
                ("public_help", models.TextField(blank=True, verbose_name="wat hielp")),
                ("public_teller", models.CharField(blank=True, max_length=40, verbose_name="naam")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="geplaatst op")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="barriers", to="programmes.programme"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="barriers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "drempel",
                "verbose_name_plural": "drempels",
                "ordering": ["told_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["told", "sent_back", "published"])),
                        name="barrier_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("station__in", ["willen", "mogen", "kunnen", "gaan"])),
                        name="barrier_station_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", False), ("state", "published")),
                            models.Q(
                                models.Q(("state", "published"), _negated=True),
                                ("public_barrier", ""),
                                ("public_help", ""),
                                ("public_teller", ""),
                                ("public_title", ""),
                            ),
                            _connector="OR",
                        ),
                        name="barrier_public_only_when_published",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentorInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord")),
                ("said_yes", models.BooleanField(default=False, verbose_name="zei ja")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentor_invitations",
                        to="programmes.programme",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentor_invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag om mentor te worden",
                "verbose_name_plural": "vragen om mentor te worden",
                "ordering": ["made_at", "pk"],
                "constraints": [models.UniqueConstraint(fields=("programme", "user"), name="asked_to_mentor_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.UniqueConstraint(fields=("programme", "user"), name="in_a_network_once"),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "province__in",
                        [
                            "",
                            "Drenthe",
                            "Flevoland",
                            "Fryslân",
                            "Gelderland",
                            "Groningen",
                            "Limburg",
                            "Noord-Brabant",
                            "Noord-Holland",
                            "Overijssel",
                            "Utrecht",
                            "Zeeland",
                            "Zuid-Holland",
                        ],
                    )
                ),
                name="network_member_province_known",
            ),
        ),
    ]
