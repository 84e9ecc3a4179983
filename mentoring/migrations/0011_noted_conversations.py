"""A question whether two spoke that a noted conversation answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0010_power"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="nudge",
            name="nudge_state_known",
        ),
        migrations.AlterField(
            model_name="nudge",
            name="state",
            field=models.CharField(
                choices=[
                    ("asked", "gevraagd"),
                    ("spoken", "gesproken"),
                    ("not_yet", "nog niet gesproken"),
                    ("noted", "gesprek genoteerd"),
                ],
                default="asked",
                editable=False,
                max_length=10,
                verbose_name="stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="nudge",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["asked", "spoken", "not_yet", "noted"])), name="nudge_state_known"
            ),
        ),
    ]
