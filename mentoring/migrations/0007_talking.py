import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import people.fields

SIDES = [("mentee", "deelnemer"), ("mentor", "mentor")]
A_SIDE = models.Q(("side__in", ["mentee", "mentor"]))


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0006_answers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("side", models.CharField(choices=SIDES, editable=False, max_length=6)),
                ("mail_address", people.fields.EncryptedTextField(blank=True, verbose_name="e-mailadres")),
                ("phone", people.fields.EncryptedTextField(blank=True, verbose_name="telefoonnummer")),
                ("otherwise", people.fields.EncryptedTextField(blank=True, verbose_name="anders")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="opgeslagen")),
                ("match", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="contact_cards", to="mentoring.match")),
            ],
            options={
                "verbose_name": "contactgegevens in een koppel",
                "verbose_name_plural": "contactgegevens in een koppel",
                "ordering": ["match", "side"],
                "constraints": [
                    models.UniqueConstraint(fields=("match", "side"), name="one_contact_card_a_side"),
                    models.CheckConstraint(condition=A_SIDE, name="contact_card_of_one_side"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PairMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("of_messages", models.BooleanField(default=True, verbose_name="mail als er een bericht is")),
                ("of_reminders", models.BooleanField(default=True, verbose_name="mail de dag voor een afspraak")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="opgeslagen")),
                ("user", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="pair_mail", to=settings.AUTH_USER_MODEL)),
            ],
            options={"verbose_name": "mail over een koppel", "verbose_name_plural": "mail over een koppel"},
        ),
        migrations.CreateModel(
            name="PairMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("side", models.CharField(choices=SIDES, editable=False, max_length=6, verbose_name="van")),
                ("words", people.fields.EncryptedTextField(verbose_name="bericht")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="geschreven")),
                ("read_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="geopend")),
                ("is_held_back", models.BooleanField(default=False, editable=False)),
                ("match", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="mentoring.match")),
            ],
            options={
                "verbose_name": "bericht in een koppel",
                "verbose_name_plural": "berichten in een koppel",
                "ordering": ["written_at", "pk"],
                "indexes": [models.Index(fields=["match", "written_at"], name="messages_of_a_pair")],
                "constraints": [models.CheckConstraint(condition=A_SIDE, name="message_of_one_side")],
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="place",
            field=people.fields.EncryptedTextField(blank=True, default="", verbose_name="waar"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="meeting", name="offered_in", field=models.UUIDField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_from",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="was eerst"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="reminded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["state", "starts_at"], name="meetings_by_state_and_day"),
        ),
    ]
