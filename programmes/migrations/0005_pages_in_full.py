import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_programme_has_mentors")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="access",
            field=models.CharField(
                blank=True,
                help_text="Leeg: zoals het programma. Vul in wat op deze plek anders is.",
                max_length=200,
                verbose_name="toegankelijkheid van de plek",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="access_en",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="toegankelijkheid van de plek, in het Engels"
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="town",
            field=models.CharField(
                blank=True, help_text="Leeg: waar het programma is.", max_length=80, verbose_name="plaats"
            ),
        ),
        migrations.AddField(
            model_name="phase",
            name="entry",
            field=models.CharField(
                blank=True,
                help_text="Voor wie deze stap is, of wat je ervoor nodig hebt.",
                max_length=200,
                verbose_name="wie meegaat",
            ),
        ),
        migrations.AddField(
            model_name="phase",
            name="entry_en",
            field=models.CharField(blank=True, max_length=200, verbose_name="wie meegaat, in het Engels"),
        ),
        migrations.AddField(
            model_name="phase",
            name="outcome",
            field=models.CharField(
                blank=True,
                help_text="Wat je weet, kunt of besluit na deze stap.",
                max_length=200,
                verbose_name="wat je daarna hebt",
            ),
        ),
        migrations.AddField(
            model_name="phase",
            name="outcome_en",
            field=models.CharField(blank=True, max_length=200, verbose_name="wat je daarna hebt, in het Engels"),
        ),
        migrations.AddField(
            model_name="programme",
            name="materials",
            field=models.CharField(
                blank=True,
                help_text="Wat mensen lezen, zien of horen: groot gedrukt, voorgelezen, ondertiteld, in makkelijke taal.",
                max_length=200,
                verbose_name="toegankelijkheid van het materiaal",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="materials_en",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="toegankelijkheid van het materiaal, in het Engels"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="pilot_evaluated_on",
            field=models.DateField(blank=True, null=True, verbose_name="proef geëvalueerd op"),
        ),
        migrations.AddField(
            model_name="programme",
            name="pilot_learned",
            field=models.TextField(blank=True, max_length=800, verbose_name="wat de proef leerde"),
        ),
        migrations.AddField(
            model_name="programme",
            name="pilot_learned_en",
            field=models.TextField(blank=True, max_length=800, verbose_name="wat de proef leerde, in het Engels"),
        ),
        migrations.AddField(
            model_name="programme",
            name="pilot_report",
            field=models.URLField(blank=True, verbose_name="adres van het evaluatierapport"),
        ),
        migrations.AlterField(
            model_name="programme",
            name="access",
            field=models.CharField(
                blank=True,
                help_text="Trappen, toilet, ringleiding, rust.",
                max_length=200,
                verbose_name="toegankelijkheid van de plek",
            ),
        ),
        migrations.AlterField(
            model_name="programme",
            name="access_en",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="toegankelijkheid van de plek, in het Engels"
            ),
        ),
        migrations.AlterField(
            model_name="programmepage",
            name="easy",
            field=wagtail.fields.StreamField(
                [("part", 7)],
                blank=True,
                block_lookup={
                    0: ("programmes.blocks.EasyLineBlock", (), {"label": "kop", "max_length": 60}),
                    1: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("mini-formulier", "formulier"),
                                ("mini-gratis", "gratis"),
                                ("mini-hand", "opgestoken hand"),
                                ("mini-hulp", "hulp"),
                                ("mini-kalender", "kalender"),
                                ("mini-klok", "klok"),
                                ("mini-leren", "leren"),
                                ("mini-lijst", "lijst"),
                                ("mini-praten", "praten"),
                                ("mini-samen", "samen"),
                                ("mini-scherm", "beeldscherm"),
                                ("mini-stadhuis", "stadhuis"),
                                ("mini-toegankelijk", "rolstoel"),
                                ("mini-trein", "trein"),
                            ],
                            "help_text": "Kies een tekening, of een eigen foto.",
                            "label": "tekening",
                            "required": False,
                        },
                    ),
                    2: ("wagtail.images.blocks.ImageBlock", [], {"label": "eigen foto of plaatje"}),
                    3: ("programmes.blocks.EasyLineBlock", (), {"label": "regel", "max_length": 90}),
                    4: (
                        "wagtail.blocks.ListBlock",
                        (3,),
                        {
                            "help_text": "Eén gedachte op een regel. Hoogstens tien woorden.",
                            "label": "regels",
                            "max_num": 4,
                            "min_num": 1,
                        },
                    ),
                    5: ("wagtail.blocks.StructBlock", [[("drawing", 1), ("picture", 2), ("lines", 4)]], {}),
                    6: ("wagtail.blocks.ListBlock", (5,), {"label": "blokken", "min_num": 1}),
                    7: ("wagtail.blocks.StructBlock", [[("title", 0), ("rows", 6)]], {}),
                },
                verbose_name="makkelijke taal",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pilot_evaluated_on", None), models.Q(("pilot", ""), _negated=True), _connector="OR"
                ),
                name="only_a_pilot_is_evaluated",
            ),
        ),
    ]
