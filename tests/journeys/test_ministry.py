"""Somebody at the ministry reads the figures, and nothing else.

1. She lands at the figures: the funnel as a picture, and the same in a table. 2. She opens an earlier release, and one
that there never was. 3. Operations publish the figures of today; she reads the new release, and the earlier one says
what it said. 4. No page about people opens for her.
"""

import re
from collections.abc import Callable

from tests.journeys.at_work import PortalAtWork
from tests.journeys.together import in_days
from tests.journeys.walking import NARROW, WIDE, Walk
from tests.kept import manage

PICTURE = re.compile("Trechter van aanmelding tot zetel")
NOT_FOR_HER = ["/cms/", "/cms/aanmeldingen/", "/cms/koppelen/", "/cms/mentoren/", "/cms/beheer/mails/"]


def test_the_ministry_reads_the_figures(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    reader, today = walk(), in_days(0)
    reader.become("ministry")
    reader.stands_at("/cijfers/")
    reader.reads("Van aanmelding tot zetel", "Dezelfde cijfers in een tabel", "Publicaties door de tijd")
    see_the_picture(reader)
    assert re.search(r"\b\d*[05]\b", funnel(reader)), funnel(reader)

    releases = [day for (day,) in portal.rows("SELECT as_of FROM outcomes_release ORDER BY as_of DESC")]
    reader.go(f"/cijfers/?publicatie={releases[1]}")
    earlier = funnel(reader)
    reader.go("/cijfers/?publicatie=1999-01-01", status=404)

    is_new = today not in releases  # on the first of a month the demo has published already
    assert ("published already" not in manage(portal.folder, f"publish_monitor --as-of {today}")) == is_new
    assert "published already" in manage(portal.folder, f"publish_monitor --as-of {today}")
    reader.go("/cijfers/")
    assert reader.page.locator("select[name=publicatie]").input_value() == today
    reader.page.locator("select[name=publicatie]").select_option(releases[1])
    reader.press("Toon")
    assert funnel(reader) == earlier

    for path in NOT_FOR_HER:
        reader.go(path, status=404)


def see_the_picture(reader: Walk) -> None:
    """One of the two that there are, at each width."""
    for width in (NARROW, WIDE):
        reader.page.set_viewport_size({"width": width, "height": 900})
        assert reader.page.get_by_role("img", name=PICTURE).filter(visible=True).count() == 1


def funnel(reader: Walk) -> str:
    return reader.page.locator("table:has(#tabel-landelijk)").inner_text()
