"""When an organiser responded to who asked for help."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0011_noted_conversations"),
    ]

    operations = [
        migrations.AddField(
            model_name="checkin",
            name="responded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="organisatie reageerde"),
        ),
    ]
