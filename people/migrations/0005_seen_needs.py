from django.db import migrations, models


class Migration(migrations.Migration):
    """One thing more that can be seen of somebody: what she needs to take part."""

    dependencies = [("people", "0004_colleagues")]

    operations = [
        migrations.AlterField(
            "personseen",
            "what",
            models.CharField(
                choices=[
                    ("account", "je account"),
                    ("application", "je aanmelding"),
                    ("answers", "je antwoorden, zonder naam"),
                    ("participation", "je deelname"),
                    ("needs", "wat je nodig hebt om mee te doen"),
                    ("profile", "je profiel"),
                    ("contact", "je contactgegevens"),
                    ("file", "een bestand met gegevens van jou en anderen"),
                    ("report", "je melding"),
                ],
                max_length=20,
                verbose_name="wat",
            ),
        ),
    ]
