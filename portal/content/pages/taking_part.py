"""Programmes, stories, asking someone and becoming a mentor."""

from portal.content.parts import (
    FixedPage,
    Words,
    action,
    bullets,
    drawing,
    facts,
    figure,
    heading,
    notice,
    question,
    steps,
    text,
)

PROGRAMMES = FixedPage(
    slug="programmas",
    model="programmes.ProgrammeIndexPage",
    nl=Words(
        title="Programma’s",
        intro="Kies wat bij je past. Bij elk programma staat voor wie het is en of er plek is.",
    ),
    en=Words(
        title="Programmes",
        intro="Choose what suits you. Each programme says for whom it is and whether there is room.",
    ),
)

STORIES = FixedPage(
    slug="verhalen",
    model="programmes.StoryIndexPage",
    nl=Words(
        title="Verhalen",
        intro="Mensen vertellen hoe zij de politiek in gingen. In hun eigen woorden.",
    ),
    en=Words(
        title="Stories",
        intro="People tell how they got into politics. In their own words.",
    ),
)

ASK_SOMEONE = FixedPage(
    slug="vraag-iemand",
    nl=Words(
        title="Vraag iemand om mee te doen",
        intro="Veel mensen denken nooit aan de politiek. Tot iemand het vraagt.",
        body=(
            figure(
                "15",
                "%",
                "van de Nederlanders, ongeveer, zou zich kandidaat stellen voor de gemeenteraad. Als iemand het vraagt.",
                measured_on="2025",
                source="nieuwsbericht van de Rijksoverheid, juni 2025",
            ),
            heading("Hoe vraag je het?"),
            steps(
                "Denk aan één persoon. Iemand die meedenkt over de straat, de school of de club.",
                "Zeg waarom je aan haar of hem denkt. Noem iets wat je echt zag.",
                "Vraag niet om een ja. Vraag of zij of hij eens wil kijken.",
                "Geef een kaart door. Of doe samen de [programmawijzer](/programmawijzer/).",
            ),
            action(
                "Maak een kaart om door te geven",
                "Met een eigen adres erop. Op papier, of als tekst voor een bericht.",
                label="Maak een kaart",
                address="/vraag-iemand/kaart/",
            ),
            heading("Wat je kunt zeggen"),
            text(
                "‘Jij luistert goed en je zegt wat je denkt. Heb je weleens aan de raad gedacht?’",
                "‘Je hoeft niets te beslissen. Kijk eens rond, en dan praten we verder.’",
            ),
            notice(
                "Wij weten niet wie je vraagt",
                "Je geeft het zelf door. Over de ander bewaren wij niets, tot zij of hij ja zegt.",
            ),
            heading("Als iemand twijfelt"),
            question(
                "‘Ik heb er niet voor geleerd.’", "Dat hoeft niet. Een raad heeft mensen nodig die hun buurt kennen."
            ),
            question(
                "‘Ik heb geen tijd.’",
                "Een raadslid heeft vaak ook ander werk. [Lees hoe dat gaat](/kennis/wat-doet-een-raadslid/).",
            ),
            question("‘Ik ben bang voor agressie.’", "Die zorg is terecht. Lees samen [wat er aan hulp is](/hulp/)."),
            action(
                "Kijk samen wat past",
                "Hoogstens vijf vragen. Wij bewaren de antwoorden niet.",
                label="Doe de programmawijzer",
                address="/programmawijzer/",
            ),
        ),
    ),
    en=Words(
        title="Ask someone to take part",
        intro="Many people never think of politics. Until someone asks.",
        body=(
            figure(
                "15",
                "%",
                "of Dutch people, about, would stand for the municipal council. If someone asked.",
                measured_on="2025",
                source="news item of the Dutch government, June 2025",
            ),
            heading("How do you ask?"),
            steps(
                "Think of one person. Someone who cares about the street, the school or the club.",
                "Say why you think of her or him. Name something you really saw.",
                "Do not ask for a yes. Ask whether she or he would like to look.",
                "Pass on a card. Or do the [programme guide](/programmawijzer/) together.",
            ),
            action(
                "Make a card to pass on",
                "With an address of its own. On paper, or as a text for a message.",
                label="Make a card",
                address="/vraag-iemand/kaart/",
            ),
            heading("What you can say"),
            text(
                "‘You listen well and you say what you think. Ever thought of the council?’",
                "‘You do not have to decide anything. Look around, and then we talk on.’",
            ),
            notice(
                "We do not know whom you ask",
                "You pass it on yourself. We keep nothing about the other person before a yes.",
            ),
            heading("When someone hesitates"),
            question(
                "‘I never studied for this.’",
                "You do not need to. A council needs people who know their neighbourhood.",
            ),
            question(
                "‘I have no time.’",
                "Councillors often have another job too. [Read how that works](/kennis/wat-doet-een-raadslid/).",
            ),
            question("‘I am afraid of aggression.’", "That worry is fair. Read together [what help there is](/hulp/)."),
            action(
                "See together what suits",
                "Five questions at most. We do not keep the answers.",
                label="Do the programme guide",
                address="/programmawijzer/",
            ),
        ),
    ),
)

BECOME_A_MENTOR = FixedPage(
    slug="mentor-worden",
    nl=Words(
        title="Mentor worden",
        intro="Jij kent de raad, de Staten of het waterschap. Een ander wil dat leren. Eén gesprek per maand helpt al.",
        body=(
            drawing("twee-stoelen"),
            heading("Wat vragen we van je?"),
            facts(
                ("Praten", "Ongeveer een uur per maand. Online of op een plek die jullie kiezen."),
                ("Eén druk op een knop", "Na een gesprek zeg je dat jullie elkaar spraken. Dat kost een halve minuut."),
                ("Kort laten weten hoe het gaat", "Een paar keer per jaar. Hoogstens drie minuten."),
                ("Een gesprek vooraf", "Met de organisator, over wat je kunt en wilt. Ook spreek je gedragsregels af."),
            ),
            heading("Jij bepaalt hoe"),
            bullets(
                "Je kiest zelf hoe de ander je bereikt. Je nummer staat nergens.",
                "Spreken jullie elkaar liever buiten deze site? Dat mag. Eén druk per maand is dan genoeg.",
                "Je kiest hoeveel mensen je begeleidt. Eén is goed.",
                "Reces of campagne? Je zet jezelf op pauze, met een einddatum.",
                "Past een voorstel niet? Dan zeg je nee. Je mag zeggen waarom.",
            ),
            heading("Wat doet een mentor niet?"),
            text(
                "Een mentor werft niet voor een partij. Een mentor regelt geen plek op een lijst. "
                "En een mentor hoeft niet alles te weten."
            ),
            heading("Veilig voor jullie allebei"),
            text(
                "De ander ziet je naam pas als jullie allebei ja zeggen. Tenzij jij eerder zichtbaar wilt zijn. "
                "Gaat er iets mis? Elk programma heeft twee mensen bij wie je veilig kunt praten."
            ),
            notice(
                "Aanmelden gaat per programma",
                "Je kiest een programma dat mentoren zoekt, en vult een kort profiel in. De organisatie spreekt je eerst.",
            ),
            action(
                "Word mentor",
                "Je hebt een account nodig. Aanmelden kost ongeveer 5 minuten.",
                label="Meld je aan als mentor",
                address="/mijn/mentor/",
            ),
        ),
    ),
    en=Words(
        title="Become a mentor",
        intro="You know the council, the province or the water board. Someone wants to learn. One talk a month helps.",
        body=(
            drawing("twee-stoelen"),
            heading("What do we ask of you?"),
            facts(
                ("Talking", "About an hour a month. Online, or in a place that you both choose."),
                ("One press of a button", "After a talk you say that you spoke. It takes half a minute."),
                ("A short word on how it goes", "A few times a year. Three minutes at most."),
                (
                    "A talk beforehand",
                    "With the organiser, on what you can and want. You also agree on rules of conduct.",
                ),
            ),
            heading("You decide how"),
            bullets(
                "You choose how the other person reaches you. Your number is nowhere.",
                "Rather talk outside this site? You may. One press a month is enough then.",
                "You choose how many people you guide. One is fine.",
                "Recess or campaign? You pause yourself, with an end date.",
                "Does a proposal not suit you? Say no. You may say why.",
            ),
            heading("What does a mentor not do?"),
            text(
                "A mentor does not recruit for a party. A mentor does not arrange a place on a list. "
                "And a mentor need not know everything."
            ),
            heading("Safe for both of you"),
            text(
                "The other sees your name once you both say yes. Unless you want to be visible sooner. "
                "Does something go wrong? Each programme has two people with whom you can talk safely."
            ),
            notice(
                "You sign up by programme",
                "You choose a programme that looks for mentors and fill in a short profile. The organisation talks to you first.",
            ),
            action(
                "Become a mentor",
                "You need an account. Signing up takes about 5 minutes.",
                label="Sign up as a mentor",
                address="/mijn/mentor/",
            ),
        ),
    ),
)
