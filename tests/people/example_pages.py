"""A room of tests that asks for an address: its two pages and where they lead."""

from django.http import HttpRequest, HttpResponse

from people.access import public
from people.mail_codes import codes, views

STEPS = views.Steps(
    purpose="example",
    ask_url="/voorbeeld/adres/",
    confirm_url="/voorbeeld/code/",
    next_url="/voorbeeld/",
    back_url="/hulp/",
    title="Waar kunnen wij je mailen?",
    lead="Wij sturen een code.",
    about="een voorbeeld",
)


@public
def ask(request: HttpRequest) -> HttpResponse:
    return views.ask_page(request, STEPS)


@public
def confirm(request: HttpRequest) -> HttpResponse:
    return views.confirm_page(request, STEPS)


@public
def known(request: HttpRequest) -> HttpResponse:
    return HttpResponse(codes.known(request, STEPS.purpose) or "onbekend")
