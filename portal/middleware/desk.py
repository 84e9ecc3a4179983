"""The door of /cms/: the login page for visitors, and for accounts without a role nothing is there."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from home.page_cache import purge
from people.desk import may_enter
from people.roles import asked_once
from programmes.editing.rights import keep_in_step


class DeskDoorMiddleware:
    """By address and not view by view, so that each screen a later package adds is behind it too.

    Stands behind DemandMfaMiddleware: who may enter has proved more than a mailbox.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != "/cms" and not request.path_info.startswith("/cms/"):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if request.method in ("GET", "HEAD"):
            with asked_once():
                return self._behind_the_door(request)
        return self._behind_the_door(request)

    def _behind_the_door(self, request: HttpRequest) -> HttpResponse:
        if not may_enter(request.user):
            raise Http404
        keep_in_step(request.user)
        response = self.get_response(request)
        if request.method == "POST" and 300 <= response.status_code < 400:
            purge()  # a form was saved: pages show records too (an organisation, a picture, a redirect)
        return response
