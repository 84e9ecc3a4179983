"""How people are brought together, in the fields of the Dutch register of algorithms: names, order and groups.

They are those of version 1.0 of its publication standard, the newest: `frontend/standard-config/v1_0.json` names the
fields and says which must be filled in and how long they may be, `backend/app/config/layouts/v1_0.json` groups and
orders them (github.com/MinBZK/Algoritmeregister, as it stood on 3 September 2025). English names are those of the
register's own English pages. Left out: the end date, which stays empty as long as something is used, and what is there
for the register itself (its own number, words to search by).

A registration is about one organisation. Whoever registers copies these words and fills in her own name and links.
"""

from dataclasses import dataclass

from portal.content.parts import Part, facts, heading

STANDARD = "1.0"


@dataclass(frozen=True)
class Field:
    """One of the standard, by its name there. `nl` and `en`: what it is called, and what we say."""

    name: str
    nl: tuple[str, str]
    en: tuple[str, str]


@dataclass(frozen=True)
class Group:
    nl: str
    en: str
    fields: tuple[Field, ...]


GENERAL = Group(
    "Algemene informatie",
    "General information",
    (
        Field(
            "name",
            ("Naam", "Deelnemers en mentoren koppelen"),
            ("Name", "Matching participants and mentors"),
        ),
        Field(
            "description_short",
            (
                "Korte omschrijving",
                "Het algoritme vergelijkt profielen van deelnemers en mentoren. Het stelt koppels voor, met redenen. "
                "Mensen beslissen.",
            ),
            (
                "Short description",
                "The algorithm compares profiles of participants and mentors. It proposes pairs, with reasons. "
                "People decide.",
            ),
        ),
        Field(
            "organization",
            ("Organisatie", "De organisatie van het programma waaraan je meedoet."),
            ("Organisation", "The organisation of the programme that you take part in."),
        ),
        Field(
            "category",
            ("Thema", "Organisatie en bedrijfsvoering"),
            ("Theme", "Organisation and business operations"),
        ),
        Field("status", ("Status", "In gebruik"), ("Status", "In use")),
        Field(
            "begin_date",
            ("Begindatum", "De maand waarin je organisatie ermee begon. Vraag ernaar bij je organisatie."),
            ("Begin date", "The month in which your organisation began with it. Ask your organisation."),
        ),
        Field(
            "contact_email",
            ("Contactgegevens", "Onze contactpagina. Daar kun je alles vragen over deze regels."),
            ("Contact information", "Our contact page. There you can ask anything about these rules."),
        ),
        Field(
            "website",
            ("Link naar publiekspagina", "Deze pagina."),
            ("Link to publication website", "This page."),
        ),
        Field(
            "publication_category",
            ("Publicatiecategorie", "Overige algoritmes"),
            ("Publication category", "Other algorithms"),
        ),
        Field(
            "url",
            ("Link naar bronregistratie", "Er is geen ander register waar dit in staat."),
            ("Link to source registration", "It stands in no other register."),
        ),
    ),
)

RESPONSIBLE = Group(
    "Verantwoord gebruik",
    "Responsible use",
    (
        Field(
            "goal",
            (
                "Doel en impact",
                "Deelnemers en mentoren vinden die iets aan elkaar hebben. Je krijgt een voorstel. "
                "Nee zeggen heeft geen gevolgen.",
            ),
            (
                "Goal and impact",
                "Find participants and mentors who can do something for each other. You get a proposal. "
                "Saying no has no consequences.",
            ),
        ),
        Field(
            "proportionality",
            (
                "Afwegingen",
                "Eén mens kan honderd profielen niet eerlijk vergelijken. Vaste regels kun je nalezen. "
                "Nadeel: de regels weten alleen wat je invulde. Daarom kan een organisator altijd met de hand koppelen.",
            ),
            (
                "Considerations",
                "Nobody can fairly compare a hundred profiles. Fixed rules can be read. "
                "A drawback: the rules know only what you filled in. So an organiser can always pair by hand.",
            ),
        ),
        Field(
            "human_intervention",
            (
                "Menselijke tussenkomst",
                "Een organisator kiest zelf of de computer voorstellen maakt, en bekijkt elk koppel. "
                "Vroeg je zelf een mentor? Dan kan de organisator dat drie dagen stoppen. "
                "Jij en de mentor beslissen.",
            ),
            (
                "Human intervention",
                "An organiser chooses whether the computer makes proposals, and looks at every pair. "
                "Did you ask a mentor yourself? Then the organiser can stop that for three days. "
                "You and the mentor decide.",
            ),
        ),
        Field(
            "risks",
            (
                "Risicobeheer",
                "Wie iets bijzonders zoekt, vindt minder snel iemand. De organisator ziet dat en helpt. "
                "Wij testen dat een andere naam, leeftijd of partij niets verandert. "
                "Eén keer per jaar kijken wij of het eerlijk ging.",
            ),
            (
                "Risk management",
                "Who looks for something rare finds somebody less quickly. The organiser sees that and helps. "
                "We test that another name, age or party changes nothing. "
                "Once a year we look whether it was fair.",
            ),
        ),
        Field(
            "lawful_basis",
            ("Wettelijke basis", "Er is geen wet voor. Je doet mee aan een programma en vult zelf je profiel in."),
            ("Legal basis", "There is no law for it. You take part in a programme and fill in your own profile."),
        ),
        Field(
            "lawful_basis_grouping",
            ("Verwijzingen wettelijke basis", "Die zijn er niet."),
            ("Links to legal bases", "There are none."),
        ),
        Field(
            "process_index_url",
            (
                "Link naar verwerkingsregister",
                "Elke organisatie houdt dat zelf bij. Vraag ernaar bij je organisatie.",
            ),
            ("Link to Processing Index", "Each organisation keeps its own. Ask your organisation for it."),
        ),
        Field(
            "impacttoetsen",
            (
                "Toelichting op impacttoetsen",
                "Elke organisatie doet haar eigen toets. De gegevens daarvoor staan in onze privacyverklaring.",
            ),
            (
                "Elaboration on impact assessments",
                "Each organisation makes its own. What it needs for that stands in our privacy statement.",
            ),
        ),
        Field(
            "impacttoetsen_grouping",
            ("Impacttoetsen", "Hier staat nog geen toets."),
            ("Impact assessment", "There is none here yet."),
        ),
    ),
)

OPERATION = Group(
    "Werking",
    "Operations",
    (
        Field(
            "source_data",
            (
                "Gegevens",
                "Wat je invulde: onderwerpen, hulp, ambt, provincie, talen, momenten en hoe je wilt praten. "
                "Ook tellen mee: plekken en pauzes van mentoren, en wie elkaar al had. "
                "Wie zich verbergt of iemand blokkeerde, krijgt daar geen voorstel mee. Er komt niets uit andere registers.",
            ),
            (
                "Data",
                "What you filled in: topics, help, office, province, languages, moments and ways to talk. "
                "Also: places and breaks of mentors, and who had each other before. "
                "Who hides or blocked somebody gets no proposal with that. Nothing comes from other registers.",
            ),
        ),
        Field(
            "source_data_grouping",
            ("Verwijzingen gegevensbronnen", "Die zijn er niet."),
            ("Links to data sources", "There are none."),
        ),
        Field(
            "methods_and_models",
            (
                "Technische werking",
                "Vaste punten per koppel, in de tabel hierboven. Dan het beste geheel, met een bewijs daarvan. "
                "Het systeem is niet zelflerend.",
            ),
            (
                "Technical design",
                "Fixed points for each pair, in the table above. Then the best whole, with a proof of it. "
                "The system is not self-learning.",
            ),
        ),
        Field(
            "provider",
            ("Leverancier", "Intern ontwikkeld, als deel van deze site."),
            ("External provider", "Developed in house, as part of this site."),
        ),
        Field(
            "publiccode",
            ("Link naar broncode", "Hier staat nog geen link."),
            ("Link to code base", "There is no link here yet."),
        ),
    ),
)

METADATA = Group(
    "Over deze beschrijving",
    "About this description",
    (
        Field("lang", ("Taal", "Nederlands (nld). Er is ook een vertaling."), ("Language", "Dutch (nld), translated.")),
        Field(
            "standard_version",
            ("Versie publicatiestandaard", STANDARD),
            ("Publication Standard", STANDARD),
        ),
    ),
)

GROUPS = (GENERAL, RESPONSIBLE, OPERATION, METADATA)


def register_fields(language: str) -> tuple[Part, ...]:
    """A heading and a list of facts for each group."""
    found: list[Part] = []
    for group in GROUPS:
        english = language == "en"
        found.append(heading(group.en if english else group.nl))
        found.append(facts(*(one.en if english else one.nl for one in group.fields)))
    return tuple(found)
