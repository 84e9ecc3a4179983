"""For parties: the training, the support, and what a party can do itself. Neutral: no party is named."""

from portal.content.parts import FixedPage, Words, action, bullets, facts, figure, heading, links, notice, text

FOR_PARTIES = FixedPage(
    slug="voor-partijen",
    nl=Words(
        title="Voor partijen",
        intro="Jullie kiezen wie er op de lijst komt. Zo vinden nieuwe mensen de weg naar jullie.",
        fields={
            "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026. "
            "Kamerbrief van 22 maart 2021. Samenvatting van de brief ‘Waardevol politiek ambt’, 2025. "
            "Nieuwsbericht van de Rijksoverheid, juni 2025."
        },
        body=(
            heading("Training: Selecteren zonder vooroordelen"),
            text(
                "Deze training is van het College voor de Rechten van de Mens. "
                "Hij is voor partijen en voor vertrouwenscommissies.",
                "In 2026 biedt het ministerie van BZK de training tien keer aan. "
                "Dat is voor mensen die een gemeentebestuur vormen.",
            ),
            action(
                "Boek een training",
                "Je boekt met de hele groep, zonder account. Eén keer is voor één gemeente.",
                label="Bekijk de vrije dagen",
                address="/voor-partijen/trainingen/",
            ),
            figure(
                "270",
                "",
                "lokale partijen deden mee aan een training van het Kennispunt Lokale Politieke Partijen.",
                measured_on="2020",
                source="Kamerbrief van 22 maart 2021",
            ),
            heading("Waar zit het in?"),
            text("Er doen te weinig verschillende mensen mee. Dat komt vaak door hoe organisaties werken."),
            bullets(
                "Een partij zoekt in een kleine kring.",
                "Leden lijken op elkaar.",
                "Wie al een plek heeft, staat voor.",
                "Niemand weet precies waarop de partij kiest.",
            ),
            heading("Wat jullie zelf kunnen doen"),
            bullets(
                "Schrijf op waarop jullie kiezen. Zet dat op jullie site.",
                "Zeg tot wanneer iemand zich kan melden. Doe dat ruim een jaar vooraf.",
                "Noem één persoon of adres voor vragen.",
                "Geef iedereen een antwoord met een reden.",
                "Vraag iemand persoonlijk. Vaak is dat genoeg.",
            ),
            links(
                ("Vraag iemand om mee te doen", "/vraag-iemand/"),
                ("Laat op jullie eigen kaart zien hoe jullie kiezen", "/verkiezingen/kaart/"),
                ("Wanneer zijn er verkiezingen?", "/verkiezingen/"),
            ),
            heading("Steun voor lokale partijen"),
            text(
                "Het Kennispunt Lokale Politieke Partijen helpt lokale partijen met kennis en training.",
                "Bijna de helft van de lokale partijen vindt moeilijk kandidaten. "
                "Dat zei een nieuwsbericht van de Rijksoverheid in juni 2025.",
            ),
            facts(
                ("Trainingen in 2020", "77"),
                ("Gemiddeld cijfer van de deelnemers (2020)", "8"),
                ("Vaste bijdrage van het Rijk", "€ 0,4 miljoen per jaar (2025)"),
            ),
            heading("Nieuwe wet voor partijen"),
            notice(
                "Dit is een wetsvoorstel, nog geen wet",
                "In de Wet op de politieke partijen komt misschien subsidie voor meer groepen.",
                kind="warning",
            ),
            text(
                "Partijen kunnen dan subsidie vragen voor een nieuw doel. "
                "Dat doel is: mensen laten meedoen die nu weinig meedoen. "
                "Partijen blijven zelf kiezen wie zij werven en selecteren.",
            ),
            heading("Jongeren en netwerken"),
            text(
                "Veel partijen hebben een jongerenorganisatie of een diversiteitsnetwerk. "
                "Het ministerie wil met hen werken aan een toegankelijke politiek."
            ),
            facts(
                (
                    "Jongerenorganisatie van een partij",
                    "Voor jonge leden. Vraag hen wie er mee wil naar een vergadering. "
                    "Het adres staat op de site van de landelijke partij.",
                ),
                (
                    "Diversiteitsnetwerk van een partij",
                    "Voor leden uit groepen die nu weinig meedoen. Vraag hen wat bij jullie anders kan. "
                    "Niet elke partij heeft zo’n netwerk.",
                ),
                (
                    "Een lokale partij zonder landelijke partij",
                    "Het Kennispunt Lokale Politieke Partijen helpt met kennis en training.",
                ),
                (
                    "De programma’s op deze site",
                    "Zij begeleiden mensen die de politiek in willen. Verwijs iemand gerust door.",
                ),
            ),
            links(
                ("Bekijk de organisaties", "/organisaties/"),
                ("Bekijk de programma’s", "/programmas/"),
            ),
        ),
    ),
    en=Words(
        title="For parties",
        intro="You choose who gets on the list. This is how new people find their way to you.",
        fields={
            "source": "Letter to parliament on diversity in local government, spring 2026. "
            "Letter to parliament of 22 March 2021. Summary of the letter ‘Waardevol politiek ambt’, 2025. "
            "News item of the Dutch government, June 2025."
        },
        body=(
            heading("Training: Selecteren zonder vooroordelen (selecting without bias)"),
            text(
                "This training is by the Netherlands Institute for Human Rights. "
                "It is for parties and for the committees that select mayors.",
                "In 2026 the Ministry of the Interior offers the training ten times. "
                "That is for people who form a municipal executive.",
            ),
            action(
                "Book a training",
                "You book with the whole group, without an account. One session is for one municipality.",
                label="See the free days",
                address="/voor-partijen/trainingen/",
            ),
            figure(
                "270",
                "",
                "local parties took part in a training of the Kennispunt Lokale Politieke Partijen.",
                measured_on="2020",
                source="letter to parliament of 22 March 2021",
            ),
            heading("What causes it?"),
            text("Too few different people take part. Often that is due to how organisations work."),
            bullets(
                "A party looks in a small circle.",
                "Members resemble each other.",
                "Those who have a seat are ahead.",
                "Nobody knows exactly how the party chooses.",
            ),
            heading("What you can do yourselves"),
            bullets(
                "Write down on what you choose. Put it on your site.",
                "Say until when someone can come forward. Do so well over a year ahead.",
                "Name one person or address for questions.",
                "Give everyone an answer with a reason.",
                "Ask someone in person. Often that is enough.",
            ),
            links(
                ("Ask someone to take part", "/vraag-iemand/"),
                ("Show on your own card how you choose", "/verkiezingen/kaart/"),
                ("When are there elections?", "/verkiezingen/"),
            ),
            heading("Support for local parties"),
            text(
                "The Kennispunt Lokale Politieke Partijen helps local parties with knowledge and training.",
                "Almost half of the local parties find it hard to get candidates. "
                "A news item of the Dutch government said so in June 2025.",
            ),
            facts(
                ("Trainings in 2020", "77"),
                ("Average mark by participants (2020)", "8 out of 10"),
                ("Structural contribution of the government", "€ 0.4 million a year (2025)"),
            ),
            heading("A new law on parties"),
            notice(
                "This is a bill, not yet a law",
                "The law on political parties may bring grants for more groups.",
                kind="warning",
            ),
            text(
                "Parties could then ask for a grant for a new purpose. "
                "That purpose: people who take part little now. "
                "Parties keep choosing whom they recruit and select.",
            ),
            heading("Young people and networks"),
            text(
                "Many parties have a youth organisation or a diversity network. "
                "The ministry wants to work with them on accessible politics."
            ),
            facts(
                (
                    "Youth organisation of a party",
                    "For young members. Ask them who wants to come along to a meeting. "
                    "The address is on the site of the national party.",
                ),
                (
                    "Diversity network of a party",
                    "For members from groups that take part little now. Ask them what you could do otherwise. "
                    "Not every party has such a network.",
                ),
                (
                    "A local party without a national party",
                    "The Kennispunt Lokale Politieke Partijen helps with knowledge and training.",
                ),
                (
                    "The programmes on this site",
                    "They guide people who want to go into politics. Feel free to send someone to them.",
                ),
            ),
            links(
                ("See the organisations", "/organisaties/"),
                ("See the programmes", "/programmas/"),
            ),
        ),
    ),
)
