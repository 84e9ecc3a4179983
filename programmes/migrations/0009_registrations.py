import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0008_asking_somebody"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Registration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("registered", "komt"), ("waiting", "wachtlijst"), ("cancelled", "afgezegd")],
                        default="registered",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("registered_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ingeschreven")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="afgezegd")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="herinnerd")),
            ],
            options={
                "verbose_name": "inschrijving",
                "verbose_name_plural": "inschrijvingen",
                "ordering": ["registered_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="event",
            name="address_late",
            field=models.BooleanField(
                default=False,
                help_text="Kies dit als er dreiging is. Wie komt, ziet het adres dan pas vlak van tevoren.",
                verbose_name="adres pas 48 uur vooraf",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="afgelast"),
        ),
        migrations.AddField(
            model_name="event",
            name="capacity",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Leeg: geen grens. Is het vol, dan komt er een wachtlijst. Die schuift vanzelf door.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="aantal plaatsen",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="for_whom",
            field=models.CharField(
                choices=[
                    ("iedereen", "iedereen"),
                    ("vrouwen", "vrouwen"),
                    ("jongeren", "jongeren"),
                    ("jongeren-praktisch", "jongeren met een praktische opleiding"),
                    ("beperking", "mensen met een beperking"),
                    ("migratieachtergrond", "mensen met een migratieachtergrond"),
                    ("zij-instromers", "zij-instromers"),
                    ("partijen", "partijen en wie kandidaten kiest"),
                ],
                default="iedereen",
                max_length=24,
                verbose_name="voor wie",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="province",
            field=models.CharField(
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
        migrations.AddField(
            model_name="event",
            name="registering",
            field=models.CharField(
                choices=[("none", "hoeft niet: iedereen kan komen"), ("open", "open"), ("closed", "gesloten")],
                default="none",
                help_text="Wie zich inschrijft, ziet het adres en krijgt mail als er iets verandert.",
                max_length=8,
                verbose_name="inschrijven",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="registering_until",
            field=models.DateTimeField(
                blank=True, help_text="Leeg: tot het begint.", null=True, verbose_name="inschrijven tot"
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="sequence",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="event",
            name="address",
            field=models.TextField(
                blank=True,
                help_text="Of de link, als het online is. Alleen te zien voor wie komt en is ingelogd.",
                max_length=300,
                verbose_name="adres",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="is_public",
            field=models.BooleanField(
                default=True,
                help_text="Uit: alleen wie meedoet aan het programma ziet de bijeenkomst.",
                verbose_name="staat in de agenda",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacity", None), ("capacity__gte", 1), _connector="OR"), name="event_has_places"
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("registering__in", ["none", "open", "closed"])), name="event_registering_known"
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="registrations",
                to="programmes.event",
                verbose_name="bijeenkomst",
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="registrations", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(fields=["event", "state", "registered_at"], name="registrations_by_state"),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(fields=("event", "user"), name="one_registration_per_event"),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["registered", "waiting", "cancelled"])),
                name="registration_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "cancelled"), _negated=True), ("cancelled_at__isnull", False), _connector="OR"
                ),
                name="cancelled_registration_has_a_time",
            ),
        ),
    ]
