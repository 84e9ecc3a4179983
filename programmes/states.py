"""What an edition, an application and a participation can be, and what leads from one to the other.

Drawn in docs/states/, a file each; a test holds drawing and code together.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Machine, Move


class EditionState(TextChoices):
    DRAFT = "draft", _("in voorbereiding")
    OPEN = "open", _("open voor aanmelden")
    CLOSED = "closed", _("aanmelden gesloten")
    RUNNING = "running", _("bezig")
    FINISHED = "finished", _("afgelopen")
    CANCELLED = "cancelled", _("gaat niet door")


_E = EditionState

EDITION = Machine(
    "edition",
    [
        Move("open", {_E.DRAFT, _E.CLOSED}, _E.OPEN),
        Move("close", {_E.OPEN}, _E.CLOSED),
        Move("start", {_E.CLOSED}, _E.RUNNING),
        Move("finish", {_E.RUNNING}, _E.FINISHED),
        Move("cancel", {_E.DRAFT, _E.OPEN, _E.CLOSED, _E.RUNNING}, _E.CANCELLED),
    ],
)


class ApplicationState(TextChoices):
    DRAFT = "draft", _("nog niet verstuurd")
    SUBMITTED = "submitted", _("verstuurd")
    WAITING = "waiting", _("wachtlijst")
    OFFERED = "offered", _("plek aangeboden")
    ADMITTED = "admitted", _("toegelaten")
    REFUSED = "refused", _("niet toegelaten")
    EXPIRED = "expired", _("aanbod verlopen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


_A = ApplicationState

APPLICATION = Machine(
    "application",
    [
        Move("submit", {_A.DRAFT}, _A.SUBMITTED),
        Move("offer", {_A.SUBMITTED, _A.WAITING}, _A.OFFERED),
        Move("put_on_waiting_list", {_A.SUBMITTED}, _A.WAITING),
        Move("refuse", {_A.SUBMITTED, _A.WAITING}, _A.REFUSED),
        Move("accept", {_A.OFFERED}, _A.ADMITTED),
        Move("expire", {_A.OFFERED}, _A.EXPIRED),
        Move("withdraw", {_A.SUBMITTED, _A.WAITING, _A.OFFERED, _A.ADMITTED}, _A.WITHDRAWN),
        Move("begin_again", {_A.WITHDRAWN}, _A.DRAFT),
    ],
)

# Who stands on one of the places of an edition.
TAKES_A_PLACE = frozenset({_A.OFFERED, _A.ADMITTED})
# Where admission goes by order, a place is taken by sending the application.
TAKES_A_PLACE_BY_ORDER = TAKES_A_PLACE | {_A.SUBMITTED}


class ParticipationState(TextChoices):
    ADMITTED = "admitted", _("begint nog")
    STARTED = "started", _("bezig")
    COMPLETED = "completed", _("afgerond")
    LEFT = "left", _("gestopt")


_P = ParticipationState

PARTICIPATION = Machine(
    "participation",
    [
        Move("start", {_P.ADMITTED}, _P.STARTED),
        Move("complete", {_P.STARTED}, _P.COMPLETED),
        Move("leave", {_P.ADMITTED, _P.STARTED}, _P.LEFT),
        Move("admit_again", {_P.LEFT}, _P.ADMITTED),
    ],
)


class RegistrationState(TextChoices):
    REGISTERED = "registered", _("komt")
    WAITING = "waiting", _("wachtlijst")
    CANCELLED = "cancelled", _("afgezegd")


_R = RegistrationState

REGISTRATION = Machine(
    "registration",
    [
        Move("move_up", {_R.WAITING}, _R.REGISTERED),
        Move("cancel", {_R.REGISTERED, _R.WAITING}, _R.CANCELLED),
        Move("register_again", {_R.CANCELLED}, _R.REGISTERED, when=lambda facts: bool(facts.get("has_room", True))),
        Move("register_again", {_R.CANCELLED}, _R.WAITING),
    ],
)


class CallBackState(TextChoices):
    WAITING = "waiting", _("wacht")
    CALLING = "calling", _("wordt gebeld")
    CALLED = "called", _("gebeld")


_C = CallBackState

CALL_BACK = Machine(
    "call_back",
    [
        Move("take", {_C.WAITING}, _C.CALLING),
        Move("put_back", {_C.CALLING}, _C.WAITING),
        Move("finish", {_C.CALLING}, _C.CALLED),
    ],
)


class InterestState(TextChoices):
    ASKED = "asked", _("nog niet bevestigd")
    CONFIRMED = "confirmed", _("bevestigd")


INTEREST = Machine("interest", [Move("confirm", {InterestState.ASKED}, InterestState.CONFIRMED)])


class BookingState(TextChoices):
    ASKED = "asked", _("wacht op bevestiging")
    WAITING = "waiting", _("wacht op een vrije dag")
    CONFIRMED = "confirmed", _("bevestigd")
    HELD = "held", _("gegeven")
    CANCELLED = "cancelled", _("afgezegd")
    REFUSED = "refused", _("kan niet")
    LAPSED = "lapsed", _("niet bevestigd")


_B = BookingState

BOOKING = Machine(
    "booking",
    [
        Move("confirm", {_B.ASKED}, _B.CONFIRMED),
        Move("refuse", {_B.ASKED, _B.WAITING}, _B.REFUSED),
        Move("move", {_B.ASKED, _B.CONFIRMED}, _B.ASKED),
        Move("move_up", {_B.WAITING}, _B.ASKED),
        Move("lose_session", {_B.ASKED, _B.CONFIRMED}, _B.WAITING),
        Move("cancel", {_B.ASKED, _B.WAITING, _B.CONFIRMED}, _B.CANCELLED),
        Move("hold", {_B.CONFIRMED}, _B.HELD),
        Move("lapse", {_B.ASKED}, _B.LAPSED),
    ],
)

# Whose day a session is, also once it is past.
HOLDS_A_SESSION = frozenset({_B.ASKED, _B.CONFIRMED, _B.HELD})
BOOKING_STANDS = frozenset({_B.ASKED, _B.WAITING, _B.CONFIRMED})


class GroupMessageState(TextChoices):
    DRAFT = "draft", _("nog niet verstuurd")
    SENT = "sent", _("verstuurd")


_G = GroupMessageState

GROUP_MESSAGE = Machine(
    "group_message",
    [
        Move("send", {_G.DRAFT}, _G.SENT),
        # To who joined the group since.
        Move("send_to_the_rest", {_G.SENT}, _G.SENT),
    ],
)


class ReviewState(TextChoices):
    ASSIGNED = "assigned", _("te lezen")
    SUBMITTED = "submitted", _("verstuurd")
    PASSED_ON = "passed_on", _("doorgegeven")


_V = ReviewState

REVIEW = Machine(
    "review",
    [Move("submit", {_V.ASSIGNED}, _V.SUBMITTED), Move("pass_on", {_V.ASSIGNED}, _V.PASSED_ON)],
)


class ConversationState(TextChoices):
    PLANNED = "planned", _("gepland")
    OTHER_ASKED = "other_asked", _("andere tijd gevraagd")
    HELD = "held", _("geweest")
    CANCELLED = "cancelled", _("gaat niet door")


_T = ConversationState

CONVERSATION = Machine(
    "conversation",
    [
        Move("ask_other", {_T.PLANNED}, _T.OTHER_ASKED),
        Move("plan_again", {_T.PLANNED, _T.OTHER_ASKED, _T.CANCELLED}, _T.PLANNED),
        Move("hold", {_T.PLANNED, _T.OTHER_ASKED}, _T.HELD),
        Move("cancel", {_T.PLANNED, _T.OTHER_ASKED}, _T.CANCELLED),
    ],
)


class ComplaintState(TextChoices):
    SENT = "sent", _("wacht op antwoord")
    ANSWERED = "answered", _("beantwoord")
    TAKEN_BACK = "taken_back", _("teruggenomen")


_K = ComplaintState

COMPLAINT = Machine(
    "complaint",
    [
        Move("answer", {_K.SENT}, _K.ANSWERED),
        Move("take_back", {_K.SENT}, _K.TAKEN_BACK),
    ],
)


class ImportState(TextChoices):
    UPLOADED = "uploaded", _("kolommen kiezen")
    CHECKED = "checked", _("nagekeken, nog niet ingevoerd")
    STARTED = "started", _("wordt ingevoerd")
    DONE = "done", _("ingevoerd")
    FAILED = "failed", _("niet gelukt")


_I = ImportState

IMPORT = Machine(
    "import",
    [
        Move("match", {_I.UPLOADED, _I.CHECKED}, _I.CHECKED),
        Move("start", {_I.CHECKED, _I.FAILED}, _I.STARTED),
        Move("finish", {_I.STARTED}, _I.DONE),
        Move("fail", {_I.STARTED}, _I.FAILED),
    ],
)


class ImportedState(TextChoices):
    INVITED = "invited", _("gevraagd")
    ACCEPTED = "accepted", _("zei ja")
    DECLINED = "declined", _("zei nee")


IMPORTED = Machine(
    "imported",
    [
        Move("accept", {ImportedState.INVITED}, ImportedState.ACCEPTED),
        Move("decline", {ImportedState.INVITED}, ImportedState.DECLINED),
    ],
)
