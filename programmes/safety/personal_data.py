"""Who hides, whom somebody blocked, and reports. Nobody hears from her own data who blocked or reported her."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Block, Hidden, KeptFrom, Report
from programmes.safety.belonging import Naming


def _export(user: User) -> dict[str, Any]:
    """What she did herself. Of whom she blocked, what she saw of that person and nothing more."""
    naming = Naming(user)
    return {
        "hidden": list(Hidden.objects.filter(user=user).values("since")),
        "blocks": [
            {"key": one.key, "shown_as": one.shown_as, "since": one.since}
            for one in Block.objects.filter(blocker=user).order_by("since", "pk")
        ],
        "reports": [_report(one, naming) for one in Report.objects.of(user).with_programme()],
    }


def _report(report: Report, naming: Naming) -> dict[str, Any]:
    return {
        "key": report.key,
        "programme": naming.of(report.programme) if report.programme else "",
        "state": report.get_state_display(),
        "sent_at": report.sent_at,
        "closed_at": report.closed_at,
        "is_named": report.is_named,
        "for_another": report.for_another,
        "report": report.words,
        "quoted": report.quoted,
        "answers": [
            {"said_at": one.said_at, "by_contact": one.by_contact, "answer": one.words} for one in report.answers.all()
        ],
    }


def _erase(user: User) -> None:
    """Her own reports go. Of one about her, who she was and what she wrote; what another told of it stays."""
    Report.objects.filter(about=user).update(about=None, quoted="")
    Report.objects.of(user).delete()
    KeptFrom.objects.filter(user=user).delete()
    Block.objects.filter(Q(blocker=user) | Q(blocked=user)).delete()
    Hidden.objects.filter(user=user).delete()


def _closed(before: datetime) -> "QuerySet[Report]":
    return Report.objects.closed_before(before)


SAFETY = PersonalData(
    title=_("Veiligheid"),
    models=(
        "programmes.Hidden",
        "programmes.Block",
        "programmes.Report",
        "programmes.ReportAnswer",
        "programmes.FollowUp",
        "programmes.KeptFrom",
    ),
    export=_export,
    erase=_erase,
    keep_until=(KeepUntil("report", timedelta(days=730), _("een melding, nadat die is afgesloten"), _closed),),
    words={
        "hidden": _("Verborgen"),
        "since": _("Sinds"),
        "blocks": _("Wie je blokkeerde"),
        "shown_as": _("Hoe je deze persoon zag"),
        "reports": _("Wat je meldde"),
        "report": _("Melding"),
        "quoted": _("Wat meeging met je melding"),
        "is_named": _("Met je naam"),
        "for_another": _("Voor iemand anders"),
        "sent_at": _("Verstuurd"),
        "said_at": _("Gezegd"),
        "by_contact": _("Van de vertrouwenspersoon"),
        "answers": _("Antwoorden"),
        "answer": _("Antwoord"),
    },
)
