"""Addresses for test_page_cache: pages that may and may not be kept. Each counts how often it was made."""

from collections import Counter

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.urls import path

made: Counter[str] = Counter()


def plain(request: HttpRequest, **kwargs: str) -> HttpResponse:
    made[request.path] += 1
    return HttpResponse(f"<p>{made[request.path]} {request.GET.get('pagina', '')}</p>")


def token(request: HttpRequest) -> HttpResponse:
    response = plain(request)
    response.write(f'<input name="csrfmiddlewaretoken" value="{get_token(request)}">')
    return response


def with_header(name: str, value: str):
    def view(request: HttpRequest) -> HttpResponse:
        response = plain(request)
        response[name] = value
        return response

    return view


def cookie(request: HttpRequest) -> HttpResponse:
    response = plain(request)
    response.set_cookie("iets", "1")
    return response


def session(request: HttpRequest) -> HttpResponse:
    request.session["iets"] = 1
    return plain(request)


def personal(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    return HttpResponse(f"<p>{request.user.is_authenticated}</p>")


def other_status(request: HttpRequest) -> HttpResponse:
    plain(request)
    return HttpResponse(status=404)


def streaming(request: HttpRequest) -> StreamingHttpResponse:
    made[request.path] += 1
    return StreamingHttpResponse(["<p>", "</p>"])


def large(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    return HttpResponse("x" * 600_000)


urlpatterns = [
    path("stuk/", plain),
    path("", plain),
    path("en/stuk/", plain),
    path("token/", token),
    path("koek/", cookie),
    path("sessie/", session),
    path("wie/", personal),
    path("weg/", other_status),
    path("stroom/", streaming),
    path("groot/", large),
    path("prive/", with_header("Cache-Control", "private")),
    path("vers/", with_header("Cache-Control", "no-store")),
    path("wisselt/", with_header("Vary", "HX-Request")),
    path("verpakt/", with_header("Content-Encoding", "gzip")),
    path("cijferlijst/", with_header("Content-Type", "application/json")),
    *(
        path(f"{prefix}{name}/<path:rest>", plain)
        for prefix in ("", "en/")
        for name in ("campagne", "mijn", "cijfers", "account", "demo", "health", "aanmelden")
    ),
]
