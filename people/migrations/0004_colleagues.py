import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0003_mail_codes")]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("role", models.SlugField(max_length=20, verbose_name="rol")),
                ("about", models.UUIDField(blank=True, editable=False, null=True)),
                ("address", people.fields.EncryptedTextField(editable=False, verbose_name="e-mailadres")),
                ("address_digest", models.CharField(db_index=True, editable=False, max_length=64)),
                ("token_digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="taal")),
                ("invited_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgenodigd")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="people.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
                "ordering": ["-invited_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("about", None)),
                        fields=("organisation", "role", "address_digest"),
                        name="one_invitation_to_a_role",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "role", "about", "address_digest"), name="one_invitation_to_a_link"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[("administrator", "beheerder"), ("ministry", "ministerie")],
                        max_length=15,
                        verbose_name="rol",
                    ),
                ),
                ("proposed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="voorgesteld")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voorgesteld door",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorstel voor een rol",
                "verbose_name_plural": "voorstellen voor een rol",
                "ordering": ["proposed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "role"), name="one_proposal_of_a_role"),
                    models.CheckConstraint(
                        condition=models.Q(("user", models.F("proposed_by")), _negated=True),
                        name="nobody_proposes_herself",
                    ),
                ],
            },
        ),
    ]
