"""The address of a body: readable, the same each time, and different for each of them."""

from django.utils.text import slugify

from elections.models import Kind

# A city, a province and a water board can share a name: Groningen, Utrecht, Limburg.
PREFIXES: dict[str, str] = {Kind.PROVINCE: "provincie", Kind.WATER_BOARD: "waterschap"}


def slug_for(kind: str, name: str, code: str, *, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """'s-Gravenhage becomes s-gravenhage, Bergen (NH) bergen-nh; a name that is taken gets its code."""
    slug = slugify(name)
    prefix = PREFIXES.get(kind)
    if prefix and not slug.startswith("wetterskip"):
        slug = f"{prefix}-{slug}"
    return slug if slug not in taken else f"{slug}-{code.lower()}"
