"""What this floor shows on /mijn/ (settings.DASHBOARD_SECTIONS): what waits for a press, and who belongs to whom."""

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring import policies
from mentoring.models import Match, Meeting, MenteeProfile, Mentor, MentorProfile, Nudge, PairMessage
from mentoring.pace.models import pace_of
from mentoring.pace.waiting import steps as steps_of_pace
from mentoring.pace.waiting import with_what_waits
from mentoring.proposals import day_in_words, status_of
from mentoring.pseudonyms import called
from mentoring.states import Side
from mentoring.status import status_of_mentor
from mentoring.waiting import Why, why_waiting
from people.models import User
from people.roles import Visitor
from people.sections import Section, Step, once
from programmes.own import taken_part_in

MOST_WAITING = 2  # each asks three questions; hardly anybody takes part in more at a time
MOST_SHOWN = 40  # twice as many as one mentor can help


def with_a_mentor(request: HttpRequest) -> Section | None:
    """For who is helped."""
    return _section(request, Side.MENTEE, _("Jij en je mentor"))


def as_a_mentor(request: HttpRequest) -> Section | None:
    """For who helps."""
    return _section(request, Side.MENTOR, _("Wie jij helpt"))


def _section(request: HttpRequest, side: Side, title: str) -> Section | None:
    user = request.user
    matches = once(request, _as_mentee if side == Side.MENTEE else _as_mentor)
    if not matches:
        return None
    now = timezone.now()
    pairs = {match.pk: match for match in matches if match.is_active}
    meetings = list(Meeting.objects.planned().filter(match__in=pairs).order_by("starts_at")) if pairs else []
    for meeting in meetings:
        meeting.match = pairs[meeting.match_id]
    answers = [_answer(match, side) for match in matches if policies.shows_accept(user, match)]
    presses = [step for meeting in _one_of_each_offer(meetings) if (step := _press(user, meeting, side, now))]
    presses += [_to_read(match, side) for match in pairs.values() if getattr(match, "has_unread", False)]
    presses += [step for match in pairs.values() for step in steps_of_pace(match, _name(match, side.other))]
    presses += [_first_talk(match, side) for match in pairs.values() if _never_met(match, meetings, now)]
    rows = [_row(match, side, meetings, now) for match in matches if not policies.shows_accept(user, match)]
    template = "mentoring/section_pairs.html" if rows else ""
    return Section(template, {"title": title, "rows": rows, "id": f"koppels-{side}"}, steps=(*answers, *presses))


def _one_of_each_offer(meetings: list[Meeting]) -> list[Meeting]:
    """Of times to choose from the first: they are one thing to do."""
    firsts: dict[object, Meeting] = {}
    for one in meetings:
        firsts.setdefault(one.pk if one.is_agreed else one.offered_in or one.pk, one)
    return list(firsts.values())


def _to_read(match: Match, side: Side) -> Step:
    return Step(
        title=_("%(name)s schreef je") % {"name": _name(match, side.other)},
        text=_("Er staat een bericht voor je klaar."),
        url=reverse("mentoring:messages", kwargs={"key": match.key}),
        link_label=_("Lees het bericht"),
    )


def _never_met(match: Match, meetings: list[Meeting], now: datetime) -> bool:
    """A pair that begins: no talk yet, none to come, and nobody said that they do it otherwise."""
    if getattr(match, "has_met", True) or getattr(match, "blocks_the_other", False):
        return False
    pace = pace_of(match)
    to_come = any(one.match_id == match.pk and (one.is_agreed or one.starts_at > now) for one in meetings)
    return not (to_come or pace.is_outside or pace.is_paused())


def _first_talk(match: Match, side: Side) -> Step:
    return Step(
        title=_("Spreek af met %(name)s") % {"name": _name(match, side.other)},
        text=_("Jullie zijn een koppel. Stel een paar tijden voor. Het kost ongeveer 3 minuten."),
        url=reverse("mentoring:meeting_propose", kwargs={"key": match.key}),
        link_label=_("Stel een tijd voor"),
    )


def _as_mentee(user: Visitor) -> list[Match]:
    return _own(user, Side.MENTEE) if user.is_authenticated else []


def _as_mentor(user: Visitor) -> list[Match]:
    return _own(user, Side.MENTOR) if user.is_authenticated else []


def _own(user: User, side: Side) -> list[Match]:
    """Going on, of which this person is that side."""
    whose = {"participation__user": user} if side == Side.MENTEE else {"mentor__user": user}
    related = ("participation__user__mentee_profile", "mentor__user__mentor_profile", "pace")
    met = Exists(Meeting.objects.held().filter(match=OuterRef("pk")))
    heard = Exists(Nudge.objects.spoken().filter(match=OuterRef("pk")))
    unread = Exists(PairMessage.objects.unread_at(side).filter(match=OuterRef("pk")))
    own = with_what_waits(Match.objects.going_on().filter(**whose), side)
    own = own.annotate(has_unread=unread, has_met=met | heard).select_related(*related)
    return list(own.order_by("answer_until")[:MOST_SHOWN])


def _answer(match: Match, side: Side) -> Step:
    mentee = side == Side.MENTEE
    return Step(
        title=_("Bekijk het voorstel voor een mentor") if mentee else _("Iemand zoekt een mentor zoals jij"),
        text=_("Kies uiterlijk op %(day)s. Het kost ongeveer 3 minuten.") % {"day": day_in_words(match)},
        url=reverse("mentoring:proposal", kwargs={"key": match.key}),
        link_label=_("Bekijk het voorstel"),
        until=match.last_day,
    )


def _press(user: Visitor, meeting: Meeting, side: Side, now: datetime) -> Step | None:
    name = {"name": _name(meeting.match, side.other), "day": date_format(timezone.localdate(meeting.starts_at), "j F")}
    url = reverse("mentoring:room", kwargs={"key": meeting.match.key})
    day = timezone.localdate(meeting.starts_at)
    if meeting.is_agreed and meeting.starts_at <= now:
        title, text = _("Heb je %(name)s gesproken?"), _("Jullie hadden een afspraak op %(day)s. Eén druk is genoeg.")
        return Step(title=title % name, text=text % name, url=url, link_label=_("Laat het weten"), until=day)
    is_kept_out = getattr(meeting.match, "blocks_the_other", False)
    if meeting.starts_at > now and not is_kept_out and policies.shows_meeting_move(user, meeting, "agree"):
        title, text = _("%(name)s stelt een tijd voor"), _("Kun je op %(day)s? Zeg ja of nee.")
        return Step(title=title % name, text=text % name, url=url, link_label=_("Bekijk de tijd"), until=day)
    return None


def _row(match: Match, side: Side, meetings: list[Meeting], now: datetime) -> dict[str, object]:
    if not match.is_active:
        status = status_of(match, side)
        return {
            "title": _pseudonym(match, side.other),
            "url": reverse("mentoring:proposal", kwargs={"key": match.key}),
            "text": status.text,
            "chosen": True,
            "badge": {"kind": "now", "label": status.label},
        }
    coming = [one for one in meetings if one.match_id == match.pk and one.is_agreed and one.starts_at > now]
    return {
        "title": _name(match, side.other),
        "url": reverse("mentoring:room", kwargs={"key": match.key}),
        "text": _how_they_go_on(match, coming),
        "chosen": True,
        "badge": {"kind": "done", "label": _("Koppel")},
    }


def _how_they_go_on(match: Match, coming: list[Meeting]) -> str:
    if coming:
        when = date_format(timezone.localtime(coming[0].starts_at), _("l j F, H.i"))
        return _("Afspraak: %(when)s uur.") % {"when": when}
    pace = pace_of(match)
    if pace.paused_until and pace.is_paused():
        return _("Jullie hebben pauze tot en met %(day)s.") % {"day": date_format(pace.paused_until, "j F Y")}
    return _("Jullie spreken elkaar buiten het portaal.") if pace.is_outside else _("Er staat nog geen afspraak.")


def _name(match: Match, side: Side) -> str:
    """Of a pair."""
    return match.user_at(side).name or _pseudonym(match, side)


def _pseudonym(match: Match, side: Side) -> str:
    profile = getattr(match.user_at(side), "mentee_profile" if side == Side.MENTEE else "mentor_profile", None)
    return (profile and profile.display_name) or (_("Een deelnemer") if side == Side.MENTEE else _("Een mentor"))


def without_a_mentor(request: HttpRequest) -> Section | None:
    """For who waits for a mentor: why, and what she can do about it. An unfinished profile is a step already."""
    asked = [one for one in once(request, taken_part_in) if one.is_under_way and one.edition.programme.has_mentors]
    if not asked:
        return None
    helped = {match.participation_id for match in once(request, _as_mentee)}
    waiting = [one for one in asked if one.pk not in helped][:MOST_WAITING]
    waits = [found for one in waiting if (found := why_waiting(one))]
    said = [one for one in waits if one.why != Why.PROFILE]
    return Section("mentoring/section_waiting.html", {"rows": said}) if said else None


def mentorship(request: HttpRequest) -> Section | None:
    """For who is a mentor or asked to be: how that stands; the profile is a step while it is not complete."""
    own = once(request, mentors_of)
    if not own:
        return None
    profile = once(request, _mentor_profile)
    rows = [_mentor_row(mentor, profile) for mentor in own]
    steps = () if profile and profile.is_complete else (_fill_in("mentoring:mentor_step"),)
    return Section("mentoring/section_mentor.html", {"rows": rows}, steps=steps)


def mentors_of(user: Visitor) -> list[Mentor]:
    """Where this person mentors or asked to: asked once a page."""
    return list(Mentor.objects.of(user).going_on().with_programme().order_by("-asked_at"))


def _mentor_profile(user: Visitor) -> MentorProfile | None:
    return MentorProfile.objects.filter(user=user.pk).first() if user.is_authenticated else None


def _mentor_row(mentor: Mentor, profile: MentorProfile | None) -> dict[str, object]:
    text, kind = status_of_mentor(mentor)
    chosen = policies.is_admitted(mentor)
    if chosen and profile and profile.paused_until and profile.is_paused():
        text = _("Je hebt pauze tot en met %(day)s.") % {"day": date_format(profile.paused_until, "j F Y")}
    return {
        "title": called(mentor.programme),
        "url": reverse("mentoring:mentor"),
        "text": text,
        "chosen": chosen,
        "badge": {"kind": kind, "label": mentor.get_state_display()},
    }


def profile(request: HttpRequest) -> Section | None:
    """The doors to the own profiles; filling one in is a step for who takes part where there are mentors."""
    mentee = MenteeProfile.objects.filter(user=request.user).first()
    asked = any(one.is_under_way and one.edition.programme.has_mentors for one in once(request, taken_part_in))
    links = []
    if mentee or asked:
        links.append({"url": reverse("mentoring:profile"), "label": _("Mijn profiel, en wie wat ziet")})
    matches = once(request, _as_mentee)
    if any(match.is_asked for match in matches) and not any(match.is_active for match in matches):
        links.append({"url": reverse("mentoring:choose_mentor"), "label": _("Mentoren die ik vroeg")})
    if once(request, mentors_of) or once(request, _mentor_profile) is not None:  # policies.can_keep_mentor_profile
        links.append({"url": reverse("mentoring:mentor"), "label": _("Mijn profiel als mentor")})
    if not links:
        return None
    steps = (_fill_in("mentoring:profile_step"),) if asked and not (mentee and mentee.is_complete) else ()
    return Section("mentoring/section_profile.html", {"own_links": links}, steps=steps, aside=True)


def _fill_in(step: str) -> Step:
    as_mentor = step == "mentoring:mentor_step"
    return Step(
        title=_("Vul je profiel als mentor in") if as_mentor else _("Vul je profiel voor een mentor in"),
        text=_("Dan weten wij wie bij je past. Het kost ongeveer 5 minuten."),
        url=reverse(step, kwargs={"number": 1}),
        link_label=_("Vul in"),
    )
