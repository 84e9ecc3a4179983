"""/mijn/netwerk/vraag/: a question that somebody in the network got or put, and the answer."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from mentoring.alumni import policies, questions
from mentoring.alumni.forms import AnswerForm
from mentoring.alumni.models import NetworkQuestion
from people.access import signed_in


def _own(request: HttpRequest, key: UUID) -> NetworkQuestion:
    mine = Q(pk__in=questions.asked_of(request.user).values("pk")) | Q(asker=request.user.pk)
    found = NetworkQuestion.objects.filter(mine).select_related("member__programme", "member__user", "asker")
    return get_object_or_404(found, key=key)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: UUID) -> HttpResponse:
    """For the two alone. Who was asked answers below it, once."""
    found = _own(request, key)
    is_asked = policies.can_answer_question(request.user, found.member)
    may_answer = is_asked and found.answered_at is None
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if may_answer and form.is_valid():
        try:
            questions.answer_question(found, form.cleaned_data["words"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Je antwoord is verstuurd."))
            return redirect("mentoring:network_question", key=key)
    context = {
        "question": found,
        "is_asked": is_asked,
        "asker": questions.called(found),
        "form": form if may_answer else None,
    }
    return render(request, "mentoring/alumni/question.html", context)
