"""The dossier of a subsidy: who carries the programme keeps it, and nobody else knows that it is there."""

from datetime import date
from typing import Any

from django.utils import timezone

from outcomes.models import Grant, QuestionnaireAsked, QuestionnaireQuestion, QuestionnaireWave
from tests.walkers.expecting import Expected, everyone, only
from tests.walkers.world import World


def the_grant(world: World) -> Grant:
    """Of the organiser's programme, made when it is first asked for."""
    year = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    return Grant.objects.get_or_create(programme=world.programme, grantor="Het ministerie", defaults=year)[0]


def the_question(world: World) -> QuestionnaireQuestion:
    text = "Weet je nu hoe de raad werkt?"
    return QuestionnaireQuestion.objects.get_or_create(programme=world.programme, text=text, at_end=True)[0]


def at_the_desk(world: World, name: str) -> dict[str, Any]:
    view = name.partition(":")[2]
    if view in ("programme", "grant_new", "question_new"):
        return {"key": world.programme.key}
    if view.startswith("question_"):
        return {"key": the_question(world).key}
    return {"key": the_grant(world).key, **({"form": "xlsx"} if view == "grant_file" else {})}


def the_wave(world: World) -> dict[str, Any]:
    """The participant was asked."""
    today = timezone.localdate()
    days = {"opened_on": today, "closes_on": today}
    wave, _new = QuestionnaireWave.objects.get_or_create(
        edition=world.participation.edition, moment="end", defaults=days
    )
    QuestionnaireAsked.objects.get_or_create(wave=wave, user=world.people["participant"])
    return {"key": wave.key}


EXPECTED: dict[str, Expected] = {
    "outcomes:questionnaire": only("participant", arguments=the_wave),
    "outcomes:questionnaire_answer": everyone(),
    "outcomes:questionnaire_done": everyone(),
}
