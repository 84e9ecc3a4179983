from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from mentoring.models import Round


def own_round(request: HttpRequest, key: UUID) -> Round:
    """Of the own programmes; a foreign one is a missing one."""
    own = Round.objects.at_the_desk_of(request.user).select_related("edition__programme")
    return get_object_or_404(own, key=key)
