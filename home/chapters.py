"""A body of blocks, cut at its headings."""

from collections.abc import Iterable
from typing import Any

Chapter = dict[str, Any]


def chapters(body: Iterable[Any]) -> list[Chapter]:
    """Each heading (None before the first one) with the blocks below it."""
    found: list[Chapter] = []
    for block in body:
        if block.block_type == "heading":
            found.append({"heading": block, "blocks": []})
        else:
            if not found:
                found.append({"heading": None, "blocks": []})
            found[-1]["blocks"].append(block)
    return found
