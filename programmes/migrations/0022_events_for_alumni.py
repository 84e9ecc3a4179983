from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Events for alumni alone."""

    dependencies = [
        ("programmes", "0021_words_of_an_event"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="for_alumni",
            field=models.BooleanField(
                default=False,
                help_text="Wie nu meedoet, ziet dit dan niet. Wel wie klaar is, en wie in het netwerk staat.",
                verbose_name="alleen voor wie meedeed",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=Q(for_alumni=False) | Q(is_public=False, programme__isnull=False),
                name="event_for_alumni_of_a_programme",
                violation_error_message="Alleen voor wie meedeed? Kies dan een programma, en zet ‘staat in de agenda’ uit.",
            ),
        ),
    ]
