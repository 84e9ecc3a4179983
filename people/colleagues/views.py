"""Where the link in an invitation leads: what is asked, and a button. Opening it changes nothing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from people.access import public
from people.colleagues import actions
from people.colleagues.roles import colleague_roles


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: UUID) -> HttpResponse:
    """For who has an account or not: the yes itself is an account's, of the address that was invited."""
    found = actions.invitation_behind(token)
    role = colleague_roles().get(found.role) if found else None
    if found is None or role is None:
        return render(request, "people/colleagues/gone.html", status=404)
    here = reverse("people:invitation", args=[token])
    context = {
        "invitation": found,
        "role": role,
        "login_url": f"{reverse('account_login')}?{urlencode({'next': here})}",
        "signup_url": f"{reverse('account_signup')}?{urlencode({'next': here})}",
    }
    if not request.user.is_authenticated:
        return render(request, "people/colleagues/invitation.html", context)
    if request.method != "POST":
        return render(
            request, "people/colleagues/invitation.html", {**context, "is_hers": actions.is_for(found, request.user)}
        )
    try:
        actions.accept_invitation(found, by=request.user)
    except Refused as refused:
        return render(
            request,
            "people/colleagues/invitation.html",
            {**context, "is_hers": actions.is_for(found, request.user), "refused": refused.text},
            status=409,
        )
    messages.success(
        request,
        _("Je bent nu %(role)s van %(where)s.") % {"role": role.label, "where": found.organisation},
    )
    return redirect(role.lands_on)
