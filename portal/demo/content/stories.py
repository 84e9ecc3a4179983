"""Three invented stories, told as real ones are: the teller says yes first, and then they are published.

Dutch and English side by side; sentences have at most 15 words. No party is named, and no place by which someone
could be recognised.
"""

import datetime as dt
from dataclasses import dataclass

from people import consent
from portal.demo.content.accounts import account
from portal.demo.people import person
from programmes.actions.stories import StoryWords, publish_story
from programmes.models import Programme, Story
from programmes.models.story import STORY_CONSENT


@dataclass(frozen=True)
class Told:
    """`programme` is a slug, or empty. Days before the demo was made; the smallest stands on the home page."""

    email: str
    days_ago: int
    nl: StoryWords
    en: StoryWords
    programme: str = ""


SAMIRA = Told(
    email="samira.verzonnen@example.org",
    days_ago=6,
    programme="mentornetwerk",
    nl=StoryWords(
        title="Samira praat mee over de bus naar haar wijk",
        intro="Samira dacht nooit aan de politiek. Tot een collega het vroeg.",
        teller="Samira Verzonnen",
        about_teller="24 jaar. Werkt in de zorg. Stond op plek 6 van een lijst in Brabant.",
        quote="Ik dacht dat je daarvoor gestudeerd moest hebben. Nu praat ik mee over de bus naar mijn eigen wijk.",
        body="<h3>Het begon met de bus</h3>"
        "<p>Na mijn late dienst reed er geen bus meer. Ik liep dan een half uur in het donker. "
        "Mijn collega zei: vertel dat aan de raad. Ik lachte. Ik had nog nooit een raadslid gesproken.</p>"
        "<h3>Iemand naast me</h3>"
        "<p>Bij het programma kreeg ik een mentor. Zij zit al acht jaar in een raad. "
        "Wij spraken elke maand een uur. Zij legde uit wie waarover gaat. "
        "Ook nam ze me mee naar een vergadering. Daarna durfde ik zelf iets te zeggen.</p>"
        "<h3>Op de lijst</h3>"
        "<p>Ik kwam op plek 6. Dat was net te laag om gekozen te worden. "
        "Nu praat ik mee in een commissie. De avondbus rijdt weer, drie keer per week. "
        "Dat deed ik niet alleen. Maar ik was er wel bij.</p>",
        drawing="twee-stoelen",
    ),
    en=StoryWords(
        title="Samira has a say in the bus to her neighbourhood",
        intro="Samira never thought of politics. Until a colleague asked.",
        teller="Samira Verzonnen",
        about_teller="24 years old. Works in care. Was sixth on a list in Brabant.",
        quote="I thought you had to have studied for that. Now I have a say in the bus to my own neighbourhood.",
        body="<h3>It began with the bus</h3>"
        "<p>After my late shift there was no bus. I walked for half an hour in the dark. "
        "My colleague said: tell the council. I laughed. I had never spoken with a councillor.</p>"
        "<h3>Someone beside me</h3>"
        "<p>In the programme I got a mentor. She has been on a council for eight years. "
        "We talked for an hour every month. She explained who decides on what. "
        "She also took me to a meeting. After that I dared to say something myself.</p>"
        "<h3>On the list</h3>"
        "<p>I was sixth on the list. That was just too low to be elected. "
        "Now I have a say in a committee. The evening bus runs again, three times a week. "
        "I did not do that alone. But I was there.</p>",
        drawing="twee-stoelen",
    ),
)

BAS = Told(
    email="bas.bedacht@example.org",
    days_ago=20,
    programme="next-step-academy",
    nl=StoryWords(
        title="Bas stelde één vraag, en toen nog een",
        intro="Bas leert voor timmerman. In een zaal vol pakken dacht hij: hoor ik hier?",
        teller="Bas Bedacht",
        about_teller="20 jaar. Doet mbo bouw. Liep mee met een raadslid.",
        quote="In de raad praten ze over huizen. Ik weet hoe je die bouwt. Dus waarom zou ik stil zijn?",
        body="<h3>Eerst zei ik niets</h3>"
        "<p>De eerste avond zat ik achterin. Iedereen gebruikte woorden die ik niet kende. "
        "Thuis zocht ik ze op. Het bleken gewone dingen te zijn, met een moeilijke naam.</p>"
        "<h3>Eén vraag</h3>"
        "<p>De week erna vroeg ik: wie bepaalt hoe hoog een huis wordt? "
        "Het raadslid naast me vond dat een goede vraag. Zij stelde die vraag ook in de raad. "
        "Toen dacht ik: dit kan ik dus.</p>"
        "<h3>Wat ik nu doe</h3>"
        "<p>Ik sta nog niet op een lijst. Eerst maak ik mijn opleiding af. "
        "Ik ga wel elke maand naar een avond van de raad. En ik neem vrienden mee.</p>",
        drawing="raadstafel",
    ),
    en=StoryWords(
        title="Bas asked one question, and then another",
        intro="Bas is learning to be a carpenter. Among all those suits he thought: do I belong?",
        teller="Bas Bedacht",
        about_teller="20 years old. Studies building at mbo. Spent time with a councillor.",
        quote="The council talks about houses. I know how to build them. So why would I keep quiet?",
        body="<h3>At first I said nothing</h3>"
        "<p>The first evening I sat at the back. Everyone used words that I did not know. "
        "At home I looked them up. They were ordinary things, with a difficult name.</p>"
        "<h3>One question</h3>"
        "<p>The week after I asked: who decides how high a house may be? "
        "The councillor beside me called it a good question. She asked it in the council too. "
        "Then I thought: so I can do this.</p>"
        "<h3>What I do now</h3>"
        "<p>I am not on a list yet. First I finish my training. "
        "But I go to an evening of the council every month. And I bring friends.</p>",
        drawing="raadstafel",
    ),
)

FLEUR = Told(
    email="fleur.fantasie@example.org",
    days_ago=41,
    nl=StoryWords(
        title="Fleur kwam niet op de lijst. Zij doet toch mee",
        intro="Een nee is niet het eind. Fleur vond een andere manier om iets te veranderen.",
        teller="Fleur Fantasie",
        about_teller="51 jaar. Heeft een fietsenwinkel. Begon een buurtgroep.",
        quote="Ik kreeg een nee, met een reden. Daar had ik wat aan. Nu weet ik wat ik nog moet leren.",
        body="<h3>Mijn buurman vroeg het</h3>"
        "<p>Mijn buurman zei: jij weet alles van fietspaden. Waarom ga jij niet in de raad? "
        "Ik meldde me bij een partij. Het gesprek was aardig. Toch kwam ik niet op de lijst.</p>"
        "<h3>Een eerlijk antwoord</h3>"
        "<p>Ik belde en vroeg waarom. Zij zochten iemand die al vaker had vergaderd. "
        "Dat was eerlijk. En het is te leren.</p>"
        "<h3>Wat ik toen deed</h3>"
        "<p>Ik begon een groep voor veilige fietspaden. Wij praten met de gemeente en oefenen samen. "
        "Over een paar jaar probeer ik het opnieuw. En lukt het niet? Dan ligt er toch een fietspad.</p>",
        drawing="stadhuisdeur",
    ),
    en=StoryWords(
        title="Fleur did not get on the list. She takes part all the same",
        intro="A no is not the end. Fleur found another way to change something.",
        teller="Fleur Fantasie",
        about_teller="51 years old. Has a bicycle shop. Began a neighbourhood group.",
        quote="I got a no, with a reason. That helped me. Now I know what I still have to learn.",
        body="<h3>My neighbour asked</h3>"
        "<p>My neighbour said: you know all about cycle paths. Why are you not on the council? "
        "I went to a party. It was a nice talk. Still I did not get on the list.</p>"
        "<h3>An honest answer</h3>"
        "<p>I called and asked why. They wanted someone with more experience of meetings. "
        "That was honest. And it can be learned.</p>"
        "<h3>What I did then</h3>"
        "<p>I began a group for safe cycle paths. We talk with the municipality and practise together. "
        "In a few years I will try again. And if I fail? Then there is still a cycle path.</p>",
        drawing="stadhuisdeur",
    ),
)

STORIES = (SAMIRA, BAS, FLEUR)


def lay_stories(programmes: dict[str, Programme], now: dt.datetime) -> None:
    for told in STORIES:
        lay_story(told, programmes.get(told.programme), now)


def lay_story(told: Told, programme: Programme | None, now: dt.datetime) -> Story:
    teller = account(told.nl.teller, told.email)
    at = now - dt.timedelta(days=told.days_ago)
    story = Story.objects.create(user=teller, programme=programme, is_example=True)
    consent.give(teller, STORY_CONSENT, story.key, at=now)
    return publish_story(story, {"nl": told.nl, "en": told.en}, by=person("administrator"), at=at)
