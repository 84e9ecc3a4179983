"""How people are brought together: what counts, and what never does. The register page is generated later."""

from portal.content.parts import FixedPage, Words, bullets, heading, notice, steps, text

ALGORITHM = FixedPage(
    slug="algoritme",
    nl=Words(
        title="Zo koppelen wij",
        intro="Soms stelt de computer een mentor voor. Mensen beslissen. Dit zijn de regels.",
        body=(
            notice(
                "Dit staat nog niet aan",
                "Nu koppelt een organisator met de hand. Deze regels gelden zodra het wel zo is.",
            ),
            heading("Wat telt mee?"),
            bullets(
                "De onderwerpen die je kiest.",
                "De hulp die je zoekt of geeft.",
                "Ervaring met de raad, de Staten of het waterschap.",
                "Je provincie en de afstand.",
                "Je taal.",
                "Wanneer je kunt, en of het online mag.",
                "Wat je zelf wenst. Bijvoorbeeld een mentor van jouw partij.",
            ),
            heading("Wat telt nooit mee?"),
            bullets(
                "Je naam en je foto.",
                "Je leeftijd.",
                "Hoe je deze site gebruikt.",
                "Je afkomst, geloof, gezondheid of wie je liefhebt. Dat vragen wij niet en bewaren wij niet.",
                "Je geslacht en je partij. Behalve als je daar zelf een wens over hebt.",
            ),
            heading("Wie beslist?"),
            steps(
                "De computer maakt een voorstel, met de redenen erbij.",
                "De organisator bekijkt het en mag het veranderen.",
                "Jij zegt ja of nee.",
                "De mentor zegt ja of nee. Pas na twee keer ja zie je elkaars naam.",
            ),
            heading("Geen zelflerend systeem"),
            text(
                "De regels staan vast. Een organisator kan ze een beetje bijstellen, binnen grenzen. "
                "Bij dezelfde gegevens komt altijd hetzelfde voorstel."
            ),
            heading("Toelating is mensenwerk"),
            text("Wie mee mag doen, beslist de organisatie. De computer geeft geen cijfer en maakt geen rangorde."),
            heading("Ben je het er niet mee eens?"),
            text(
                "Zeg nee, of vraag een andere mentor. Je mag ook [contact opnemen](/contact/).",
            ),
        ),
    ),
    en=Words(
        title="How we match people",
        intro="Sometimes the computer proposes a mentor. People decide. These are the rules.",
        body=(
            notice(
                "This is not switched on yet", "An organiser now pairs people by hand. These rules hold once it is on."
            ),
            heading("What counts?"),
            bullets(
                "The topics that you choose.",
                "The help that you look for or give.",
                "Experience with the council, the States or the water board.",
                "Your province and the distance.",
                "Your language.",
                "When you can, and whether online is fine.",
                "What you wish yourself. A mentor of your own party, for example.",
            ),
            heading("What never counts?"),
            bullets(
                "Your name and your photo.",
                "Your age.",
                "How you use this site.",
                "Your origin, religion, health or whom you love. We do not ask or keep that.",
                "Your gender and your party. Unless you have a wish about it yourself.",
            ),
            heading("Who decides?"),
            steps(
                "The computer makes a proposal, with its reasons.",
                "The organiser looks at it and may change it.",
                "You say yes or no.",
                "The mentor says yes or no. Only after two yeses do you see names.",
            ),
            heading("Not a learning system"),
            text(
                "The rules are fixed. An organiser can adjust them a little, within bounds. "
                "The same data always give the same proposal."
            ),
            heading("Admission is done by people"),
            text("The organisation decides who may take part. The computer gives no mark and makes no ranking."),
            heading("Do you not agree?"),
            text(
                "Say no, or ask for another mentor. You may also [contact us](/contact/).",
            ),
        ),
    ),
)
