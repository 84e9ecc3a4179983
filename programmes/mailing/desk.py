"""Berichten at the desk: writing to a group, reading back how the mail looks, sending it once, and what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button

from lifecycle.errors import IllegalMove, Refused
from people.access import needs
from people.delivery import progress
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.models import Letter
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.views import DeskList
from programmes.mailing import actions, fixed, policies
from programmes.mailing.audiences import label_of, recipients
from programmes.mailing.forms import GroupMessageForm
from programmes.mailing.looking import failures, note_failures
from programmes.mailing.preview import previews
from programmes.models import Edition, GroupMessage, Programme


def own_editions(request: HttpRequest) -> "QuerySet[Edition]":
    own = Edition.objects.filter(programme__in=Programme.objects.carried_by(request.user))
    return own.select_related("programme").order_by("programme__name", "-starts_on", "-pk")


def _told(message: GroupMessage) -> str:
    return message.__dict__.get("told", "")


class GroupMessageIndexView(DeskList):
    model = GroupMessage
    page_title = _("Berichten")
    header_icon = "mail"
    index_url_name = "desk_messages:index"
    index_results_url_name = "desk_messages:index_results"
    may_enter = staticmethod(is_organiser)
    default_ordering = "-saved_at"
    when_empty = _("Je schreef nog niemand. Schrijf een bericht aan een groep. Je leest het eerst na.")
    add_item_label = _("Schrijf een bericht")
    columns = [
        TitleColumn(
            "subject",
            label=_("Onderwerp"),
            get_url=lambda message: reverse("desk_messages:detail", args=[message.key]),
        ),
        Column("edition", label=_("Editie"), accessor=lambda message: message.edition.full_name),
        Column("audience", label=_("Aan wie"), accessor=label_of),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        Column("told", label=_("Mails"), accessor=_told),
        DayColumn("sent_at", label=_("Verstuurd"), sort_key="sent_at"),
    ]

    def get_base_queryset(self) -> "QuerySet[GroupMessage]":
        return GroupMessage.objects.at_the_desk_of(self.request.user).select_related("edition__programme")

    def get_add_url(self) -> str:
        return reverse("desk_messages:write")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [Button(gettext("Bekijk de vaste mails"), url=reverse("desk_messages:fixed"), icon_name="mail")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = list(context["object_list"])
        counted = progress(Letter.objects.all(), "group_letter__message", [message.pk for message in rows])
        for message in rows:
            message.told = _in_words(counted[message.pk]) if not message.is_draft else ""
        return context


def _in_words(counted: Any) -> str:
    said = gettext("%(sent)s van %(total)s verstuurd") % {"sent": counted.sent, "total": counted.total}
    if counted.failed:
        failed = ngettext("%(count)s niet aangekomen", "%(count)s niet aangekomen", counted.failed)
        said = f"{said}, {failed % {'count': counted.failed}}"
    return said


# Writing ----------------------------------------------------------------------------------------


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new draft; `?editie=` and `?aan=` choose the edition and the group beforehand."""
    editions = own_editions(request)
    asked = request.GET.get("editie", "")
    initial: dict[str, Any] = {"audience": request.GET.get("aan", "")}
    if asked:
        initial["edition"] = next((one for one in editions if str(one.key) == asked), None)
    form = GroupMessageForm(request.POST or None, editions=editions, initial=initial)
    if request.method == "POST" and form.is_valid():
        written = actions.write_message(
            form.cleaned_data["edition"], audience=form.cleaned_data["audience"], by=request.user, **form.words()
        )
        return redirect("desk_messages:detail", key=written.key)
    return _form_page(request, form, title=gettext("Schrijf een bericht"), has_editions=editions.exists())


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    message = _own(request, key)
    if not message.is_draft:
        messages.error(request, gettext("Dit bericht is al verstuurd. Je kunt het niet meer veranderen."))
        return redirect("desk_messages:detail", key=key)
    now = {name: getattr(message, name) for name in ("audience", *actions.WORDS)}
    form = GroupMessageForm(request.POST or None, editions=own_editions(request), fixed=True, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_message(message, audience=form.cleaned_data["audience"], by=request.user, **form.words())
        except Refused as refused:
            form.add_error(None, refused.text)
        except IllegalMove:
            form.add_error(
                None, gettext("Een collega verstuurde dit bericht intussen. Wat jij schreef, staat hieronder.")
            )
        else:
            return redirect("desk_messages:detail", key=key)
    return _form_page(request, form, title=gettext("Verander het bericht"), message=message)


def _form_page(request: HttpRequest, form: GroupMessageForm, *, title: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "has_editions": True, "breadcrumbs_items": _breadcrumbs(title), **more}
    return render(request, "programmes/mailing/desk/write.html", context)


# Reading back and sending -----------------------------------------------------------------------


def _own(request: HttpRequest, key: UUID) -> GroupMessage:
    own = GroupMessage.objects.at_the_desk_of(request.user).select_related("edition__programme")
    return get_object_or_404(own, key=key)


@needs(is_organiser)
@never_cache
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    message = _own(request, key)
    context = {
        "message": message,
        "group": label_of(message),
        "previews": previews(message),
        "number": recipients(message, request.user).count(),
        "verbs": [verb for verb in SENDS if policies.shows_send(request.user, message, verb)],
        "breadcrumbs_items": _breadcrumbs(message.subject),
        **(_before_sending(message) if message.is_draft else _after_sending(request, message)),
    }
    return render(request, "programmes/mailing/desk/message.html", context)


def _before_sending(message: GroupMessage) -> dict[str, Any]:
    return {
        "found": actions.persons_in(message),
        "goes_neutral": actions.goes_neutral(message),
        "why_not": actions.why_not(message),
        "seen": message.fingerprint,
    }


def _after_sending(request: HttpRequest, message: GroupMessage) -> dict[str, Any]:
    failed = failures(message, request.user)
    note_failures(message, failed, by=request.user)
    return {
        "progress": progress(Letter.objects.all(), "group_letter__message", [message.pk])[message.pk],
        "without_mail": message.letters.filter(letter=None).count(),
        "failed": failed,
    }


def _send(message: GroupMessage, request: HttpRequest) -> str:
    return _gone(actions.send_message(message, by=request.user, seen=request.POST.get("seen", "")))


def _rest(message: GroupMessage, request: HttpRequest) -> str:
    return _gone(actions.send_to_the_rest(message, by=request.user))


def _gone(number: int) -> str:
    return ngettext("Het bericht gaat naar %(count)s mens.", "Het bericht gaat naar %(count)s mensen.", number) % {
        "count": number
    }


def _again(message: GroupMessage, request: HttpRequest) -> str:
    number = actions.send_failed_again(message, by=request.user)
    return ngettext("Wij proberen %(count)s mail opnieuw.", "Wij proberen %(count)s mails opnieuw.", number) % {
        "count": number
    }


def _trial(message: GroupMessage, request: HttpRequest) -> str:
    actions.try_message(message, by=request.user)
    return gettext("De proef gaat naar jouw e-mailadres.")


SENDS = ("send", "send_to_the_rest")
VERBS = {"send": _send, "send_to_the_rest": _rest, "send_again": _again, "try": _trial}


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    message = _own(request, key)
    if verb not in VERBS:
        raise Http404
    press(request, lambda: VERBS[verb](message, request))
    return redirect("desk_messages:detail", key=key)


@needs(is_organiser)
@require_POST
def discard(request: HttpRequest, key: UUID) -> HttpResponse:
    message = _own(request, key)
    try:
        actions.discard_message(message, by=request.user)
    except (Refused, IllegalMove):
        messages.error(request, gettext("Dat kan nu niet meer: de stand is intussen veranderd."))
    else:
        messages.success(request, gettext("Het bericht is weg. Niemand kreeg het."))
    return redirect("desk_messages:index")


def _breadcrumbs(label: str) -> list[dict[str, str]]:
    return [{"url": reverse("desk_messages:index"), "label": gettext("Berichten")}, {"url": "", "label": label}]


class GroupMessageViewSet(ViewSet):
    name = "desk_messages"
    url_prefix = "berichten"
    menu_label = _("Berichten")
    icon = "mail"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", GroupMessageIndexView.as_view(), name="index"),
            path("results/", GroupMessageIndexView.as_view(results_only=True), name="index_results"),
            path("nieuw/", write, name="write"),
            path("vaste/", fixed.fixed_messages, name="fixed"),
            path("vaste/<str:name>/", fixed.fixed_message, name="fixed_message"),
            path("<uuid:key>/", detail, name="detail"),
            path("<uuid:key>/veranderen/", change, name="change"),
            path("<uuid:key>/weggooien/", discard, name="discard"),
            path("<uuid:key>/<slug:verb>/", move, name="move"),
        ]
