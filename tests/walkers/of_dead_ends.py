"""What each role gets where somebody without an account asks something: everyone the same, a stranger's key too."""

from typing import Any

from home.models import HomePage
from programmes.models import AskCard, CallBack, ProgrammePage
from tests.programmes.dead_ends import a_call_back, an_interest
from tests.programmes.public_site import programmes_page
from tests.walkers.expecting import everyone
from tests.walkers.world import World


def the_public_programme(world: World) -> dict[str, Any]:
    """Given a page: the world's is not public."""
    if not HomePage.objects.exists() or not world.programme.pages.exists():
        page = ProgrammePage(title="Openbaar", slug="openbaar", programme=world.programme)
        programmes_page().add_child(instance=page)
    world.programme.editions.update(state="closed")
    return {"key": world.programme.key}


def the_call_back(world: World) -> dict[str, Any]:
    found = CallBack.objects.filter(programme=world.programme).first()
    return {"key": (found or a_call_back(world.programme)).key}


def the_interest(world: World) -> dict[str, Any]:
    return {"key": an_interest(world.programme).key}


def the_card(world: World) -> dict[str, Any]:
    return {"code": AskCard.objects.create().code}


EXPECTED = {
    "programmes:call_back": everyone(),
    "programmes:call_me": everyone(the_public_programme),
    "programmes:call_asked": everyone(the_call_back),
    "programmes:tell_me": everyone(),
    "programmes:tell_me_of": everyone(the_public_programme),
    "programmes:interest_sent": everyone(),
    "programmes:interest": everyone(the_interest),
    "programmes:ask_make": everyone(),
    "programmes:ask_card": everyone(the_card),
    "programmes:asked": everyone(the_card),
}
