"""One invented campaign, with its page in both languages and visits that nobody made."""

import json

from home.models import CampaignCount, CampaignIndexPage, CampaignPage
from portal.content.parts import Words, as_stream, figure, heading, question, steps

SLUG = "jouw-buurt-jouw-raad"
NL = Words(
    title="Jouw buurt, jouw raad",
    intro="In de raad zitten mensen zoals jij en ik. Of nog niet. Kijk eens of het iets voor jou is.",
    body=(
        figure(
            "15",
            "%",
            "van de Nederlanders, ongeveer, zou zich kandidaat stellen voor de gemeenteraad. Als iemand het vraagt.",
            measured_on="2025",
            source="nieuwsbericht van de Rijksoverheid, juni 2025",
        ),
        heading("Bij dezen: wij vragen het"),
        steps(
            "Beantwoord hoogstens vijf vragen. Je ziet wat bij je past.",
            "Kijk eens bij een vergadering van je raad. Dat mag altijd.",
            "Kies een programma, of ga een avond mee met een raadslid.",
        ),
        heading("Misschien denk je nu"),
        question("‘Ik heb er niet voor geleerd.’", "Dat hoeft niet. Een raad heeft mensen nodig die hun buurt kennen."),
        question("‘Ik ken niemand in de politiek.’", "Daar zijn de programma’s voor. Je gaat niet alleen."),
    ),
)
EN = Words(
    title="Your street, your council",
    intro="A council is people like you and me. Or not yet. See whether it is something for you.",
    body=(
        figure(
            "15",
            "%",
            "of Dutch people, about, would stand for the municipal council. If someone asked.",
            measured_on="2025",
            source="news item of the Dutch government, June 2025",
        ),
        heading("So here we are, asking"),
        steps(
            "Answer five questions at most. You see what suits you.",
            "Watch a meeting of your council. You always may.",
            "Choose a programme, or spend an evening with a councillor.",
        ),
        heading("Perhaps you think"),
        question(
            "‘I never studied for this.’", "You do not need to. A council needs people who know their neighbourhood."
        ),
        question("‘I know nobody in politics.’", "That is what the programmes are for. You do not go alone."),
    ),
)
VISITS, SIGN_UPS = 412, 37


def lay_campaigns() -> None:
    for index in CampaignIndexPage.objects.select_related("locale").order_by("pk"):
        language = index.locale.language_code
        words = EN if language == "en" else NL
        page = CampaignPage(
            slug=SLUG,
            title=words.title,
            intro=words.intro,
            locale=index.locale,
            is_example=True,
            body=json.dumps(as_stream(words.body, language)),
        )
        if known := CampaignPage.objects.filter(slug=SLUG).first():
            page.translation_key = known.translation_key
        index.add_child(instance=page)
        page.save_revision().publish()
    CampaignCount.objects.get_or_create(source=SLUG, defaults={"visits": VISITS, "sign_ups": SIGN_UPS})
