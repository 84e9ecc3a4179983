"""What somebody says of her part in choosing candidates."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0009_alumni"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PowerRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("roles", people.fields.EncryptedTextField(blank=True, editable=False, verbose_name="rollen")),
                ("place", people.fields.EncryptedTextField(blank=True, editable=False, verbose_name="gemeente")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verteld")),
                ("user", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="power_role", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name": "rol bij het kiezen van kandidaten",
                "verbose_name_plural": "rollen bij het kiezen van kandidaten",
                "ordering": ["said_at", "pk"],
            },
        ),
    ]
