import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_colleagues"),
        ("programmes", "0016_importing"),
    ]

    operations = [
        migrations.CreateModel(
            name="PoolContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("display_name", models.CharField(max_length=60, verbose_name="naam op de pagina")),
                ("hours", models.CharField(max_length=120, verbose_name="wanneer te bereiken")),
                (
                    "hours_en",
                    models.CharField(blank=True, max_length=120, verbose_name="wanneer te bereiken, in het Engels"),
                ),
                (
                    "mail_address",
                    models.EmailField(
                        blank=True,
                        help_text="Van een functie, niet van een persoon.",
                        max_length=254,
                        verbose_name="e-mailadres op de pagina",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9 ()-]{3,}$", "Vul een telefoonnummer in, zoals 070 123 45 67."
                            )
                        ],
                        verbose_name="telefoonnummer op de pagina",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.organisation",
                        verbose_name="werkt voor",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pool_contact",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "vertrouwenspersoon in de pool",
                "verbose_name_plural": "vertrouwenspersonen in de pool",
                "ordering": ["display_name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("mail_address", ""), ("phone", ""), _negated=True),
                        name="pool_contact_can_be_reached",
                    )
                ],
            },
        ),
    ]
