"""The facts of the example programme: what a letter says of the Mentornetwerk, and invented terms and questions.

Times are relative to the day the demo is made. What a letter does not say is marked as an example on the page.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from home.stations import Station
from programmes.choices import AdmissionMode, Audience, Form, QuestionKind, Reveals

SLUG = "mentornetwerk"

PROGRAMME: dict[str, Any] = {
    "name": "Mentornetwerk",
    "for_whom": Audience.WOMEN,
    "form": Form.MIXED,
    "where": "Heel Nederland",
    "where_en": "All of the Netherlands",
    "hours": "Ongeveer 3 uur per maand (voorbeeld)",
    "hours_en": "About 3 hours a month (example)",
    "costs": "Gratis (voorbeeld)",
    "costs_en": "Free (example)",
    "access": "Zeg wat je nodig hebt. Dan kijken wij wat er kan.",
    "access_en": "Say what you need. We then see what is possible.",
    "contact_address": "mentornetwerk@example.org",
    "is_example": True,
}

CRITERIA: list[dict[str, str]] = [
    {
        "title": "Je wilt iets veranderen.",
        "title_en": "You want to change something.",
        "text": "Je kunt zeggen wat. Het mag klein zijn.",
        "text_en": "You can say what. It may be small.",
    },
    {
        "title": "Je hebt tijd voor een gesprek per maand.",
        "title_en": "You have time for one talk a month.",
        "text": "Overdag of ’s avonds, dat kies je samen.",
        "text_en": "By day or in the evening, you choose together.",
    },
    {
        "title": "Je denkt aan een plek op een lijst.",
        "title_en": "You think of a place on a list.",
        "text": "Nu of later. Je hoeft nog niets te weten.",
        "text_en": "Now or later. You need not know anything yet.",
    },
]

QUESTIONS: list[dict[str, Any]] = [
    {
        "step": 1,
        "step_title": "Jouw plannen",
        "step_title_en": "Your plans",
        "label": "Waarom wil je meedoen?",
        "label_en": "Why do you want to take part?",
        "help": "Een paar zinnen is genoeg.",
        "help_en": "A few sentences will do.",
        "kind": QuestionKind.LONG,
    },
    {
        "step": 1,
        "label": "Wat wil je veranderen in je buurt, gemeente of provincie?",
        "label_en": "What do you want to change in your neighbourhood, municipality or province?",
        "kind": QuestionKind.LONG,
    },
    {
        "step": 1,
        "label": "Hoe ver ben je?",
        "label_en": "How far are you?",
        "kind": QuestionKind.CHOICE,
        "choices": "Ik denk er nog over na\nIk praat er al met mensen over\nIk wil op een lijst",
        "choices_en": "I am still thinking\nI already talk about it with people\nI want to be on a list",
    },
    {
        "step": 2,
        "step_title": "Jij en je mentor",
        "step_title_en": "You and your mentor",
        "label": "Waar wil je het meest hulp bij?",
        "label_en": "What do you want help with most?",
        "kind": QuestionKind.CHOICE,
        "choices": "Spreken in een groep\nMensen leren kennen\nWerk en politiek combineren\nCampagne voeren",
        "choices_en": "Speaking in a group\nGetting to know people\nCombining work and politics\nCampaigning",
    },
    {
        "step": 2,
        "label": "Hoe wil je praten?",
        "label_en": "How do you want to talk?",
        "kind": QuestionKind.CHOICE,
        "choices": "Online\nOp een plek\nAllebei is goed",
        "choices_en": "Online\nIn a place\nBoth are fine",
    },
    {
        "step": 2,
        "label": "Wil je nog iets kwijt?",
        "label_en": "Is there anything else you want to say?",
        "kind": QuestionKind.LONG,
        "required": False,
    },
]


@dataclass(frozen=True)
class Term:
    """The days of the open edition, counted from `now`."""

    now: dt.datetime

    def day(self, days: int) -> dt.date:
        return timezone.localdate(self.now) + dt.timedelta(days=days)

    def moment(self, days: int, hour: int, minute: int = 0) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(self.day(days), dt.time(hour, minute)))

    def edition(self) -> dict[str, Any]:
        starts = self.day(70)
        return {
            "name": f"{'voorjaar' if starts.month < 8 else 'najaar'} {starts.year}",
            "opens_at": self.moment(-20, 9),
            "closes_at": self.moment(35, 23, 59),
            "answer_by": self.day(49),
            "starts_on": starts,
            "ends_on": self.day(400),
            "capacity": 20,
            "admission_mode": AdmissionMode.CONVERSATION,
            "reveals": Reveals.GENDER,
        }


PHASES: list[dict[str, Any]] = [
    {
        "kind": Station.WANT,
        "title": "kennismaken",
        "title_en": "getting acquainted",
        "when": "In de eerste maand",
        "when_en": "In the first month",
        "text": "Je hoort hoe het werkt. Je zegt wat je zoekt in een mentor.",
        "text_en": "You hear how it works. You say what you look for in a mentor.",
    },
    {
        "kind": Station.MAY,
        "title": "regels en partijen",
        "title_en": "rules and parties",
        "when": "In de tweede maand",
        "when_en": "In the second month",
        "text": "Je leert hoe een lijst ontstaat. Je mentor vertelt hoe het bij haar ging.",
        "text_en": "You learn how a list is made. Your mentor tells how it went for her.",
    },
    {
        "kind": Station.CAN,
        "title": "met je mentor",
        "title_en": "with your mentor",
        "when": "Elke maand, een jaar lang",
        "when_en": "Every month, for a year",
        "text": "Jullie praten. Zij denkt mee en laat je mensen ontmoeten.",
        "text_en": "You talk. She thinks along and lets you meet people.",
    },
    {
        "kind": Station.GO,
        "title": "de stap zetten",
        "title_en": "taking the step",
        "when": "Wanneer jij wilt",
        "when_en": "When you want to",
        "text": "Je meldt je bij een partij. Of je helpt later de volgende deelnemer.",
        "text_en": "You go to a party. Or later you help the next participant.",
    },
]
