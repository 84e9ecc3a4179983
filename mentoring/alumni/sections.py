"""What this room shows on /mijn/ (settings.DASHBOARD_SECTIONS)."""

from typing import Any

from django.db.models import F, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring import policies
from mentoring.alumni.actions.inviting import can_become
from mentoring.alumni.models import Barrier, MentorInvitation, NetworkMember
from mentoring.alumni.policies import took_part
from mentoring.alumni.questions import asked_of
from mentoring.sections import mentors_of
from people.roles import Visitor
from people.sections import Section, Step, once
from programmes.models import Participation
from programmes.own import taken_part_in

ASKED, INVITED, MEMBER, TOLD = "asked", "invited", "member", "told"


def network(request: HttpRequest) -> Section | None:
    """The door for who took part until the end or mentors; what waits for an answer there is a step."""
    done = any(one.is_completed for one in once(request, taken_part_in))
    takes_part = done or any(one.is_under_way for one in once(request, taken_part_in))
    mentors = any(policies.is_admitted(mentor) for mentor in once(request, mentors_of))
    waiting = _waiting(request.user) if done or mentors or not takes_part else []
    links = []
    if done or mentors or any(kind == MEMBER for kind, _key in waiting):
        links.append({"url": reverse("mentoring:networks"), "label": _("Netwerk: vind anderen")})
    if takes_part or any(kind == TOLD for kind, _key in waiting):
        links.append({"url": reverse("mentoring:barriers"), "label": _("Wat ik tegenkwam en wat hielp")})
    if not links:
        return None
    steps = tuple(_step(kind, key) for kind, key in waiting if kind not in (MEMBER, TOLD))
    return Section("mentoring/section_profile.html", {"own_links": links}, steps=steps, aside=True)


def _waiting(user: Visitor) -> list[tuple[str, Any]]:
    """All in one question; also where somebody stands and what she told, for who takes part in nothing any more."""
    invited = MentorInvitation.objects.waiting().filter(user=user.pk).order_by()
    asked = asked_of(user).filter(answered_at=None).select_related(None).order_by()
    invitations = invited.annotate(what=Value(INVITED), which=F("programme__key")).values_list("what", "which")
    own = NetworkMember.objects.filter(user=user.pk).order_by()
    members = own.annotate(what=Value(MEMBER), which=F("programme__key")).values_list("what", "which")
    barriers = Barrier.objects.filter(user=user.pk).order_by()
    told = barriers.annotate(what=Value(TOLD), which=F("key")).values_list("what", "which")
    return list(
        invitations.union(members, told, asked.annotate(what=Value(ASKED), which=F("key")).values_list("what", "which"))
    )


def _step(kind: str, key: Any) -> Step:
    if kind == INVITED:
        return Step(
            title=_("Wil je mentor worden?"),
            text=_("De organisatie vraagt het je. Je profiel gaat mee."),
            url=reverse("mentoring:become_mentor", kwargs={"key": key}),
            link_label=_("Lees en kies"),
        )
    return Step(
        title=_("Iemand uit je netwerk vraagt je iets"),
        text=_("Je mag antwoorden, maar het hoeft niet."),
        url=reverse("mentoring:network_question", kwargs={"key": key}),
        link_label=_("Lees de vraag"),
    )


def afterwards(request: HttpRequest, participation: Participation) -> Section | None:
    """On the own page of who took part until the end (settings.AFTER_PARTICIPATION): three doors."""
    programme = participation.edition.programme
    keyed = {"key": programme.key}
    links = [
        {"url": reverse("mentoring:barrier_tell", kwargs=keyed), "label": _("Vertel wat je tegenkwam en wat hielp")}
    ]
    if took_part(request.user, programme):
        links.insert(0, {"url": reverse("mentoring:network", kwargs=keyed), "label": _("Vind anderen die meededen")})
        if can_become(request.user, programme):
            door = {"url": reverse("mentoring:become_mentor", kwargs=keyed)}
            links.append(door | {"label": _("Word mentor. Je profiel gaat mee")})
    return Section("mentoring/alumni/afterwards.html", {"links": links})
