"""Two pages that a room shows at addresses of its own: to which address, and which code.

def address(request):
    return mail_codes.ask_page(request, _steps())
"""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from people import limits
from people.mail_codes import codes
from people.mail_codes.forms import AskCodeForm, ConfirmCodeForm

Text = str | Promise


@dataclass(frozen=True)
class Steps:
    """For what an address is proved, where the two pages stand, where they lead, and the words of the first."""

    purpose: str
    ask_url: str
    confirm_url: str
    next_url: str
    back_url: str
    title: Text
    lead: Text
    about: Text
    """For what, in a few words: the title of both pages ends with it, so that no two rooms share one."""
    hint: Text = ""
    """Below the label of the field: whose address it should be."""
    privacy: Text = ""
    """What becomes of the address."""


def ask_page(request: HttpRequest, steps: Steps) -> HttpResponse:
    if request.method != "POST" and codes.known(request, steps.purpose):
        return redirect(steps.next_url)
    form = AskCodeForm(request.POST if request.method == "POST" else None, hint=steps.hint)
    if form.is_valid():
        if codes.ask(request, steps.purpose, form.cleaned_data["address"]):
            return redirect(steps.confirm_url)
        limits.say_too_often(form)
    return render(request, "people/mail_code_ask.html", {"form": form, "steps": steps}, status=limits.status_of(form))


def confirm_page(request: HttpRequest, steps: Steps) -> HttpResponse:
    address = codes.asked(request, steps.purpose)
    if address is None:
        return redirect(steps.next_url if codes.known(request, steps.purpose) else steps.ask_url)
    if request.method == "POST" and request.POST.get("action") == "resend":
        return _sent_again(request, steps, address)
    form = ConfirmCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if codes.confirm(request, steps.purpose, form.cleaned_data["code"]):
            return redirect(steps.next_url)
        form.add_error("code", _why_not(request, steps))
    return _confirm(request, steps, address, form)


def _confirm(request: HttpRequest, steps: Steps, address: str, form: ConfirmCodeForm) -> HttpResponse:
    context = {"form": form, "steps": steps, "address": address, "most": codes.MOST_AN_HOUR}
    return render(request, "people/mail_code_confirm.html", context, status=limits.status_of(form))


def _sent_again(request: HttpRequest, steps: Steps, address: str) -> HttpResponse:
    if codes.ask(request, steps.purpose, address):
        messages.success(request, _("Er is een nieuwe code onderweg. Wij sturen er hooguit drie per uur."))
        return redirect(steps.confirm_url)
    form = ConfirmCodeForm({})
    form.errors.clear()
    limits.say_too_often(form)
    return _confirm(request, steps, address, form)


def _why_not(request: HttpRequest, steps: Steps) -> forms.ValidationError:
    if codes.still_works(request, steps.purpose):
        return forms.ValidationError(_("Deze code klopt niet. Kijk nog eens in de mail en typ de code over."))
    return forms.ValidationError(_("Deze code werkt niet meer. Vraag hieronder een nieuwe code aan."))
