import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_rules_of_matching_on_a_page"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="CampaignCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.SlugField(max_length=60, unique=True, verbose_name="campagne")),
                ("visits", models.PositiveIntegerField(default=0, verbose_name="keer geopend")),
                ("sign_ups", models.PositiveIntegerField(default=0, verbose_name="accounts gemaakt")),
            ],
            options={
                "verbose_name": "teller van een campagne",
                "verbose_name_plural": "campagnes",
                "ordering": ["source"],
            },
        ),
        migrations.CreateModel(
            name="CampaignIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True,
                        help_text="Eén of twee korte zinnen, groot bovenaan de pagina.",
                        max_length=300,
                        verbose_name="inleiding",
                    ),
                ),
            ],
            options={
                "verbose_name": "overzicht van campagnes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="CampaignPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True,
                        help_text="Eén of twee korte zinnen, groot bovenaan de pagina.",
                        max_length=300,
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("figure", 7),
                            ("action", 14),
                            ("facts", 18),
                            ("links", 19),
                            ("question", 22),
                            ("notice", 25),
                            ("drawing", 26),
                            ("keep_until", 27),
                            ("matching_rules", 28),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("home.blocks.HeadingBlock", (), {}),
                            1: (
                                "home.blocks.TextBlock",
                                (),
                                {"features": ["bold", "ul", "ol", "link", "document-link"]},
                            ),
                            2: ("wagtail.blocks.CharBlock", (), {"label": "getal", "max_length": 12}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Bijvoorbeeld %.",
                                    "label": "eenheid",
                                    "max_length": 12,
                                    "required": False,
                                },
                            ),
                            4: ("wagtail.blocks.CharBlock", (), {"label": "wat het getal zegt", "max_length": 200}),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "wanneer gemeten", "max_length": 100}),
                            6: ("wagtail.blocks.CharBlock", (), {"label": "bron", "max_length": 200}),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("number", 2), ("unit", 3), ("text", 4), ("measured_on", 5), ("source", 6)]],
                                {},
                            ),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "kop", "max_length": 100}),
                            9: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "tekst", "max_length": 400, "required": False},
                            ),
                            10: ("wagtail.blocks.CharBlock", (), {"label": "tekst van de link", "max_length": 100}),
                            11: ("wagtail.blocks.PageChooserBlock", (), {"label": "pagina", "required": False}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begin met / voor een adres op deze site, of met https://.",
                                    "label": "of een adres",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("label", 10), ("page", 11), ("address", 12)]], {}),
                            14: ("wagtail.blocks.StructBlock", [[("title", 8), ("text", 9), ("link", 13)]], {}),
                            15: ("wagtail.blocks.CharBlock", (), {"label": "woord", "max_length": 100}),
                            16: ("wagtail.blocks.TextBlock", (), {"label": "uitleg", "max_length": 600}),
                            17: ("wagtail.blocks.StructBlock", [[("label", 15), ("value", 16)]], {}),
                            18: (
                                "wagtail.blocks.ListBlock",
                                (17,),
                                {"icon": "list-ul", "label": "lijst met feiten", "template": "home/blocks/facts.html"},
                            ),
                            19: (
                                "wagtail.blocks.ListBlock",
                                (13,),
                                {"icon": "link", "label": "lijst met links", "template": "home/blocks/links.html"},
                            ),
                            20: ("wagtail.blocks.CharBlock", (), {"label": "vraag", "max_length": 150}),
                            21: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "ul", "ol", "link", "document-link"], "label": "antwoord"},
                            ),
                            22: ("wagtail.blocks.StructBlock", [[("question", 20), ("answer", 21)]], {}),
                            23: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("info", "let op"), ("warning", "waarschuwing")], "label": "soort"},
                            ),
                            24: ("wagtail.blocks.TextBlock", (), {"label": "tekst", "max_length": 400}),
                            25: ("wagtail.blocks.StructBlock", [[("kind", 23), ("title", 8), ("text", 24)]], {}),
                            26: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("stembiljet", "stembiljet met rood potlood"),
                                        ("twee-stoelen", "twee stoelen in gesprek"),
                                        ("raadstafel", "tafel van de raad"),
                                        ("stadhuisdeur", "open deur van het stadhuis"),
                                    ],
                                    "icon": "image",
                                    "label": "tekening",
                                    "template": "home/blocks/drawing.html",
                                },
                            ),
                            27: ("home.blocks.KeepUntilBlock", (), {}),
                            28: ("home.blocks.MatchingRulesBlock", (), {}),
                        },
                        verbose_name="inhoud",
                    ),
                ),
                (
                    "drawing",
                    models.CharField(
                        choices=[
                            ("stembiljet", "stembiljet met rood potlood"),
                            ("twee-stoelen", "twee stoelen in gesprek"),
                            ("raadstafel", "tafel van de raad"),
                            ("stadhuisdeur", "open deur van het stadhuis"),
                        ],
                        default="stembiljet",
                        max_length=40,
                        verbose_name="tekening",
                    ),
                ),
                (
                    "shows_open",
                    models.BooleanField(
                        default=True,
                        help_text="De programma’s waar iemand zich nu voor kan aanmelden, of wat zij of hij nu al kan doen.",
                        verbose_name="toont wat nu open is",
                    ),
                ),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="voorbeeldinhoud")),
            ],
            options={
                "verbose_name": "campagnepagina",
                "verbose_name_plural": "campagnepagina’s",
            },
            bases=("wagtailcore.page",),
        ),
    ]
