import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="address",
            field=people.fields.EncryptedTextField(blank=True, editable=False, null=True, verbose_name="e-mailadres"),
        ),
        migrations.AddField(
            model_name="letter",
            name="language",
            field=models.CharField(blank=True, max_length=5, verbose_name="taal"),
        ),
        migrations.AlterField(
            model_name="letter",
            name="recipient",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="letters",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("address__isnull", True), ("recipient__isnull", False))
                | models.Q(
                    ("address__isnull", False), ("done_at", None), ("failed_at", None), ("recipient__isnull", True)
                )
                | models.Q(
                    ("address__isnull", True),
                    ("recipient__isnull", True),
                    models.Q(("done_at__isnull", False), ("failed_at__isnull", False), _connector="OR"),
                ),
                name="a_letter_goes_to_an_account_or_an_address",
            ),
        ),
    ]
