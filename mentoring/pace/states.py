"""What a plan, a question about speaking, a check-in, a wish and the pace of a pair can be.

Drawn in docs/states/.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Machine, Move


class AgreementState(TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    AGREED = "agreed", _("allebei akkoord")
    REPLACED = "replaced", _("vervangen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


_A = AgreementState

AGREEMENT = Machine(
    "agreement",
    [
        Move("agree", {_A.PROPOSED}, _A.AGREED),
        Move("withdraw", {_A.PROPOSED}, _A.WITHDRAWN),
        Move("replace", {_A.AGREED}, _A.REPLACED),
    ],
)


class PaceState(TextChoices):
    INSIDE = "inside", _("via het portaal")
    OUTSIDE = "outside", _("buiten het portaal")


_P = PaceState

PACE = Machine(
    "pace",
    [
        Move("go_outside", {_P.INSIDE}, _P.OUTSIDE),
        Move("come_back", {_P.OUTSIDE}, _P.INSIDE),
    ],
)


class NudgeState(TextChoices):
    ASKED = "asked", _("gevraagd")
    SPOKEN = "spoken", _("gesproken")
    NOT_YET = "not_yet", _("nog niet gesproken")
    NOTED = "noted", _("gesprek genoteerd")


_N = NudgeState

NUDGE = Machine(
    "nudge",
    [
        Move("confirm", {_N.ASKED, _N.NOT_YET}, _N.SPOKEN),
        Move("deny", {_N.ASKED}, _N.NOT_YET),
        Move("note", {_N.ASKED, _N.NOT_YET}, _N.NOTED),
    ],
)


class CheckInState(TextChoices):
    ASKED = "asked", _("gevraagd")
    ANSWERED = "answered", _("beantwoord")
    LAPSED = "lapsed", _("niet beantwoord")


_C = CheckInState

CHECK_IN = Machine(
    "check_in",
    [
        Move("answer", {_C.ASKED}, _C.ANSWERED),
        Move("lapse", {_C.ASKED}, _C.LAPSED),
    ],
)


class WishState(TextChoices):
    OPEN = "open", _("zoekt een andere mentor")
    FULFILLED = "fulfilled", _("heeft een andere mentor")
    TAKEN_BACK = "taken_back", _("teruggenomen")


_W = WishState

WISH = Machine(
    "mentor_wish",
    [
        Move("fulfil", {_W.OPEN}, _W.FULFILLED),
        Move("take_back", {_W.OPEN}, _W.TAKEN_BACK),
    ],
)
