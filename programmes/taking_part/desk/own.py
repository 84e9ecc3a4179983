"""Whose meeting or participation this is: a foreign one is a missing one."""

from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from programmes.desk.looking import note_list
from programmes.models import Edition, GroupMeeting, Participation, Programme
from programmes.states import ParticipationState

PER_PAGE = 50


def own_meeting(request: HttpRequest, key: UUID) -> GroupMeeting:
    own = Programme.objects.carried_by(request.user)
    found = GroupMeeting.objects.filter(edition__programme__in=own).select_related("edition__programme")
    return get_object_or_404(found, key=key)


def people_of(request: HttpRequest, edition: Edition) -> QuerySet[Participation]:
    """Of whom something can be said here: not oneself, not who stopped, nor who has yet to agree to be seen."""
    own = Participation.objects.at_the_desk_of(request.user).with_consent_asked().filter(edition=edition)
    here = own.exclude(state=ParticipationState.LEFT).exclude(user=request.user.pk).filter(consent_is_asked=False)
    return here.select_related("user", "edition__programme").order_by("user__name", "pk")


def page_of(request: HttpRequest, people: QuerySet[Participation]) -> Page:
    """One page of names; that they were seen is noted."""
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("p"))
    note_list(list(page), request.user)
    return page
