from outcomes.models.fairness import FairnessCell, FairnessSheet
from outcomes.models.funnel import FunnelFact, FunnelPerson
from outcomes.models.grant import Grant, Promise
from outcomes.models.national_figure import NationalFigure
from outcomes.models.questionnaire import (
    AnswerCount,
    QuestionnaireAsked,
    QuestionnaireQuestion,
    QuestionnaireWave,
    SpentCode,
)
from outcomes.models.release import CountedCell, GoneSince, PublishedCell, Release

__all__ = [
    "AnswerCount",
    "CountedCell",
    "FairnessCell",
    "FairnessSheet",
    "FunnelFact",
    "FunnelPerson",
    "GoneSince",
    "Grant",
    "NationalFigure",
    "Promise",
    "PublishedCell",
    "QuestionnaireAsked",
    "QuestionnaireQuestion",
    "QuestionnaireWave",
    "Release",
    "SpentCode",
]
