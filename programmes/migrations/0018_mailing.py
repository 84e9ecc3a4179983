import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import people.fields


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0017_small_programme"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GroupMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("audience", models.CharField(max_length=20, verbose_name="aan wie")),
                ("subject", people.fields.EncryptedTextField(verbose_name="onderwerp")),
                ("text", people.fields.EncryptedTextField(verbose_name="tekst")),
                ("subject_en", people.fields.EncryptedTextField(blank=True, verbose_name="onderwerp in het Engels")),
                ("text_en", people.fields.EncryptedTextField(blank=True, verbose_name="tekst in het Engels")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "nog niet verstuurd"), ("sent", "verstuurd")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="begonnen")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="opgeslagen")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd")),
                ("is_neutral", models.BooleanField(default=True, editable=False, verbose_name="neutraal")),
                ("sent_words", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="group_messages",
                        to="programmes.edition",
                        verbose_name="editie",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht aan een groep",
                "verbose_name_plural": "berichten aan groepen",
                "ordering": ["-saved_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(condition=Q(state__in=["draft", "sent"]), name="group_message_state_known"),
                    models.CheckConstraint(
                        condition=Q(state="draft", sent_at=None, sent_words="")
                        | (Q(state="sent", sent_at__isnull=False) & ~Q(sent_words="")),
                        name="sent_group_message_has_a_time",
                    ),
                    models.UniqueConstraint(
                        fields=["edition", "audience", "sent_words"],
                        condition=Q(state="sent"),
                        name="the_same_words_once_to_a_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="group_letter",
                        to="people.letter",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="programmes.groupmessage",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="group_letters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht aan iemand van een groep",
                "verbose_name_plural": "berichten aan mensen van een groep",
                "ordering": ["-written_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["message", "user"], name="one_letter_of_a_group_message")
                ],
            },
        ),
        migrations.CreateModel(
            name="MailStop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stopped_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_stops",
                        to="programmes.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_stops",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "geen mail over een editie",
                "verbose_name_plural": "geen mail over een editie",
                "ordering": ["-stopped_at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=["edition", "user"], name="one_mail_stop_per_edition")],
            },
        ),
    ]
