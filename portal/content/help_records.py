"""Help at hand, in the order in which someone without an office needs it. Numbers and addresses only where a source
gives them; 112 and the police are general knowledge. Each record says for whom it is."""

import datetime as dt
from typing import Any

CHECKED_ON = dt.date(2026, 11, 29)

HELP_RECORDS: list[dict[str, Any]] = [
    {
        "slug": "112",
        "name": "Direct gevaar: bel 112",
        "name_en": "Immediate danger: call 112",
        "audience": "everyone",
        "text": "Ben je nu in gevaar? Of is iemand anders in gevaar? Bel meteen 112.",
        "text_en": "Are you in danger now? Or is someone else in danger? Call 112 at once.",
        "phone": "112",
    },
    {
        "slug": "politie",
        "name": "Politie, als er geen haast bij is",
        "name_en": "Police, when it is not urgent",
        "audience": "everyone",
        "text": "Bedreigt iemand je, of valt iemand je lastig? Bewaar berichten en foto’s. Bel de politie. "
        "Je kunt melden wat er is gebeurd, of aangifte doen.",
        "text_en": "Does someone threaten or harass you? Keep messages and photos. Call the police. "
        "You can report what happened, or press charges.",
        "phone": "0900-8844",
    },
    {
        "slug": "hulplijn-weerbaar-bestuur",
        "name": "Hulplijn van het Ondersteuningsteam Weerbaar Bestuur",
        "name_en": "Helpline of the Support Team for Resilient Government",
        "audience": "office_holders",
        "text": "Praktisch advies, dag en nacht. De hulplijn is er voor alle politieke ambtsdragers. "
        "Vraag je griffier of burgemeester naar het nummer.",
        "text_en": "Practical advice, day and night. The helpline is there for everyone who holds a political office. "
        "Ask your council clerk or mayor for the number.",
    },
    {
        "slug": "steunpakket-online-agressie",
        "name": "Steunpakket online agressie en intimidatie",
        "name_en": "Support package on online aggression and intimidation",
        "audience": "office_holders",
        "text": "Tips om online agressie te voorkomen, erop te reageren en erna voor jezelf te zorgen. "
        "Gemaakt voor politieke ambtsdragers. Het staat op de site van het Netwerk Weerbaar Bestuur.",
        "text_en": "Tips to prevent online aggression, to respond to it, and to look after yourself afterwards. "
        "Made for people who hold a political office. It is in Dutch, on the site of the Netwerk Weerbaar Bestuur.",
        "url": "https://www.weerbaarbestuur.nl/producten-en-diensten/steunpakket-preventie",
    },
    {
        "slug": "stappenplan-melding-en-aangifte",
        "name": "Stappenplan melding en aangifte",
        "name_en": "Step-by-step plan for reporting to the police",
        "audience": "office_holders",
        "text": "Stap voor stap: hoe meld je het, en hoe doe je aangifte? Gemaakt voor politieke ambtsdragers. "
        "Er komt ook een modelaangifte, om het makkelijker te maken. Die was er in maart 2026 nog niet.",
        "text_en": "Step by step: how do you report it, and how do you press charges? "
        "Made for people who hold a political office. It is in Dutch. "
        "A model report is being prepared, to make it easier. It was not there yet in March 2026.",
        "url": "https://weerbaarbestuur.nl/producten-en-diensten/"
        "stappenplan-melding-en-aangifte-voor-politieke-ambtsdragers",
    },
    {
        "slug": "veiligheidsscan",
        "name": "Veiligheidsscan bij je thuis",
        "name_en": "Safety scan at your home",
        "audience": "councillors",
        "text": "Een expert komt bij je thuis en geeft advies over je veiligheid. "
        "Je vraagt de scan aan bij het CCV, het Centrum voor Criminaliteitspreventie en Veiligheid. "
        "Het ministerie betaalt. Hij is er ook voor het bestuur van een waterschap.",
        "text_en": "An expert visits your home and gives advice on your safety. "
        "You request the scan from the CCV, the Dutch centre for crime prevention and safety. "
        "The ministry pays for it. It is there for the board of a water authority too.",
    },
    {
        "slug": "zelfscan-persoonlijke-veiligheid",
        "name": "Digitale zelfscan persoonlijke veiligheid",
        "name_en": "Digital self-scan of personal safety",
        "audience": "councillors",
        "text": "Je loopt zelf na hoe veilig je bent. Dat doe je online, wanneer het jou uitkomt. "
        "De zelfscan is gemaakt voor raadsleden. Vraag je griffie waar je hem vindt.",
        "text_en": "You check for yourself how safe you are. You do it online, when it suits you. "
        "The self-scan is made for councillors. It is in Dutch. Ask your clerk’s office where to find it.",
    },
    {
        "slug": "bewustwordingssessies",
        "name": "Gesprek over agressie in jouw raad",
        "name_en": "A session on aggression for your council",
        "audience": "councillors",
        "text": "Raadsleden praten met elkaar over agressie, bedreiging en wat jullie normaal vinden. "
        "Het Ondersteuningsteam Weerbaar Bestuur hielp daarbij in meer dan 170 gemeenten (maart 2026). "
        "Vraag je griffie of burgemeester ernaar.",
        "text_en": "Councillors talk with each other about aggression, threats and what you find normal. "
        "The support team helped with this in over 170 municipalities (March 2026). "
        "Ask your clerk’s office or mayor about it.",
    },
    {
        "slug": "training-omgaan-met-agressie",
        "name": "Training omgaan met agressie en intimidatie",
        "name_en": "Training on dealing with aggression and intimidation",
        "audience": "women_in_office",
        "text": "Een training van Stem op een Vrouw, voor vrouwen met een politiek ambt.",
        "text_en": "A training by Stem op een Vrouw, for women who hold a political office.",
    },
    {
        "slug": "protocol-online-haat",
        "name": "Protocol voor Online Haat",
        "name_en": "Protocol on online hate",
        "audience": "women_in_office",
        "text": "Gemaakt door de werkgroep ‘(on)veilig in de politiek’ van Stem op een Vrouw.",
        "text_en": "Made by the working group ‘(un)safe in politics’ of Stem op een Vrouw.",
    },
]
