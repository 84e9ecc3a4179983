import uuid

import django.utils.timezone
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0002_letters_to_addresses")]

    operations = [
        migrations.CreateModel(
            name="MailCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("purpose", models.SlugField(max_length=40, verbose_name="doel")),
                ("address", people.fields.EncryptedTextField(verbose_name="e-mailadres")),
                ("address_keyed", models.CharField(db_index=True, max_length=64)),
                ("digits", people.fields.EncryptedTextField(verbose_name="code")),
                ("language", models.CharField(max_length=5, verbose_name="taal")),
                (
                    "asked_at",
                    models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="gevraagd"),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="gebruikt")),
            ],
            options={
                "verbose_name": "mailcode",
                "verbose_name_plural": "mailcodes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("attempts__lte", 5)), name="a_mail_code_is_tried_so_often_at_most"
                    )
                ],
            },
        ),
    ]
