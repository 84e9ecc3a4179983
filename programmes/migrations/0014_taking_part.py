import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0013_review")]

    operations = [
        migrations.CreateModel(
            name="GroupMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "title",
                    models.CharField(
                        help_text="Bijvoorbeeld: kennismaken, of spreken in de raad.",
                        max_length=80,
                        verbose_name="titel",
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="titel, in het Engels")),
                ("starts_at", models.DateTimeField(verbose_name="begint")),
                ("ends_at", models.DateTimeField(verbose_name="eindigt")),
                ("online", models.BooleanField(default=False, verbose_name="online")),
                ("town", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Of de link, als het online is. Alleen te zien voor wie meedoet en is ingelogd.",
                        max_length=300,
                        verbose_name="adres",
                    ),
                ),
                (
                    "address_late",
                    models.BooleanField(
                        default=False, help_text="Kies dit als er dreiging is.", verbose_name="adres pas 48 uur vooraf"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="afgelast"),
                ),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="group_meetings",
                        to="programmes.edition",
                        verbose_name="editie",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijeenkomst van een groep",
                "verbose_name_plural": "bijeenkomsten van een groep",
                "ordering": ["starts_at", "pk"],
                "indexes": [models.Index(fields=["edition", "starts_at"], name="group_meetings_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="group_meeting_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("online", True), models.Q(("town", ""), _negated=True), _connector="OR"),
                        name="group_meeting_somewhere",
                    ),
                ],
            },
        ),
    ]
