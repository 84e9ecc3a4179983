"""What stands on the forms of the desk, in which order."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from programmes.desk.forms import CarrierForm, ContactForm
from programmes.desk.question_form import QuestionForm


def both(name: str) -> FieldRowPanel:
    """A text in Dutch with the English beside it."""
    return FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])


class CarriersPanel(InlinePanel):
    """The organisations of a programme, whose rows keep the organisation they were made for."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": CarrierForm}
        return options


class ContactsPanel(InlinePanel):
    """Safeguarding contacts, each chosen from the people one may choose from."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": ContactForm, "inherit_kwargs": ["for_user"]}
        return options


class QuestionsPanel(InlinePanel):
    """Questions, each of which may hang on an earlier one of the same edition."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": QuestionForm}
        return options


PHASES = InlinePanel(
    "phases",
    [FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]), both("title"), both("when"), both("text")]
    + [both("entry"), both("outcome")],
    heading=_("Stappen op de weg"),
    label=_("stap"),
    help_text=_("Zeg bij elke stap wie meegaat en wat iemand daarna weet of kan. Zo ziet de lezer de trechter."),
)

PROGRAMME = [
    FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("for_whom"), FieldPanel("office")]),
            FieldRowPanel([FieldPanel("province"), FieldPanel("form")]),
            FieldPanel("has_mentors"),
            FieldPanel("takes_calls"),
        ],
        heading=_("Wat voor programma"),
    ),
    MultiFieldPanel(
        [both(name) for name in ("where", "hours", "costs", "travel", "access", "materials")]
        + [FieldPanel("contact_address")],
        heading=_("Feiten op de pagina"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("pilot"), FieldPanel("pilot_evaluated_on")]),
            both("pilot_learned"),
            FieldPanel("pilot_report"),
        ],
        heading=_("Proef en evaluatie"),
    ),
    CarriersPanel(
        "carriers",
        [FieldRowPanel([FieldPanel("organisation"), FieldPanel("order"), FieldPanel("is_lead")])],
        heading=_("Organisaties"),
        label=_("organisatie"),
        help_text=_("Een organisatie die erbij komt, ziet alleen de aanmeldingen die vanaf dan worden verstuurd."),
        min_num=1,
    ),
    ContactsPanel(
        "safeguarding_contacts",
        [
            FieldRowPanel([FieldPanel("user"), FieldPanel("display_name")]),
            both("hours"),
            FieldRowPanel([FieldPanel("mail_address"), FieldPanel("phone")]),
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("is_outside")]),
        ],
        heading=_("Vertrouwenspersonen"),
        label=_("vertrouwenspersoon"),
        help_text=_("Minstens twee, van wie één niet voor de organisatie werkt."),
    ),
    InlinePanel(
        "criteria",
        [FieldPanel("order"), both("title"), both("text")],
        heading=_("Criteria"),
        label=_("criterium"),
    ),
    PHASES,
    FieldPanel("is_example"),
]

EDITION = [
    FieldRowPanel([FieldPanel("programme"), FieldPanel("name")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldRowPanel([FieldPanel("admission_mode"), FieldPanel("capacity")]),
            FieldRowPanel([FieldPanel("answer_by"), FieldPanel("offer_days")]),
            FieldPanel("reviewers_each"),
        ],
        heading=_("Aanmelden"),
    ),
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Wanneer")),
    MultiFieldPanel([FieldPanel("town"), both("access")], heading=_("Waar")),
    MultiFieldPanel(
        [FieldPanel("minimum_age"), FieldPanel("reveals"), FieldPanel("names_in_group")], heading=_("Wie meedoet")
    ),
    QuestionsPanel(
        "questions",
        [
            FieldRowPanel([FieldPanel("step"), FieldPanel("order")]),
            both("step_title"),
            both("label"),
            both("help"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("required")]),
            both("choices"),
            FieldRowPanel([FieldPanel("shown_if"), FieldPanel("shown_if_answer")]),
        ],
        heading=_("Vragen bij het aanmelden"),
        label=_("vraag"),
        help_text=_("Hoogstens vier stappen met vragen. Drie als meedoen iets over iemand laat zien."),
    ),
    PHASES.clone(),
]

EVENT = [
    FieldRowPanel(
        [
            FieldPanel("organisation", help_text=_("Wie de bijeenkomst houdt.")),
            FieldPanel("programme", help_text=_("Leeg: de bijeenkomst hoort niet bij een programma.")),
        ]
    ),
    both("title"),
    both("text"),
    FieldRowPanel(
        [
            FieldPanel("starts_at", help_text=_("Kies een dag en een tijd.")),
            FieldPanel("ends_at", help_text=_("Kies een dag en een tijd.")),
        ]
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("town"), FieldPanel("province")]),
            FieldPanel("online"),
            both("access"),
            FieldRowPanel([FieldPanel("address"), FieldPanel("address_late")]),
        ],
        heading=_("Waar"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("for_whom"), FieldPanel("capacity")]),
            FieldRowPanel([FieldPanel("registering"), FieldPanel("registering_until")]),
        ],
        heading=_("Wie er komt"),
    ),
    FieldRowPanel([FieldPanel("is_public"), FieldPanel("for_alumni")]),
    FieldPanel("is_example"),
]
