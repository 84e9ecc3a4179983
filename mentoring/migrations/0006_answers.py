import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0005_rounds")]

    operations = [
        migrations.AddField(
            "match", "decline_note", people.fields.EncryptedTextField(blank=True, null=True, verbose_name="toelichting")
        ),
        migrations.AddField("match", "asked_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AddField("match", "extended_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("side", models.CharField(choices=[("mentee", "deelnemer"), ("mentor", "mentor")], max_length=6)),
                ("words", people.fields.EncryptedTextField(verbose_name="vraag")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("answer", people.fields.EncryptedTextField(blank=True, verbose_name="antwoord")),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("match", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="enquiries", to="mentoring.match")),
            ],
            options={
                "verbose_name": "vraag vooraf",
                "verbose_name_plural": "vragen vooraf",
                "ordering": ["asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("side__in", ["mentee", "mentor"])), name="enquiry_side_known"),
                    models.UniqueConstraint(condition=models.Q(("answered_at", None)), fields=("match", "side"), name="one_open_enquiry_of_a_side"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("score", models.PositiveSmallIntegerField(editable=False)),
                ("reasons", models.JSONField(blank=True, default=list, editable=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("mentor", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="suggestions", to="mentoring.mentor")),
                ("participation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="suggested_mentors", to="programmes.participation")),
            ],
            options={
                "verbose_name": "mentor om te kiezen",
                "verbose_name_plural": "mentoren om te kiezen",
                "ordering": ["-score", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("participation", "mentor"), name="suggested_once_at_a_time"),
                ],
            },
        ),
    ]
