"""/mijn/verhaal/: telling one's own story, and seeing where it stands."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from people.access import signed_in
from programmes.actions.stories import tell_story
from programmes.models import StoryPage
from programmes.story_form import StoryForm

MOST_SHOWN = 10


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest) -> HttpResponse:
    form = StoryForm(request.POST if request.method == "POST" else None, teller=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            tell_story(
                form.words(),
                by=request.user,
                programme=form.cleaned_data["programme"],
                language=get_language() or "nl",
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dank je wel. Wij lezen je verhaal en zetten het daarna op de site."))
            return redirect("programmes:story")
    own = StoryPage.objects.filter(story__user=request.user).select_related("locale").defer_streamfields()
    return render(request, "programmes/story_tell.html", {"form": form, "own": own.order_by("-pk")[:MOST_SHOWN]})
