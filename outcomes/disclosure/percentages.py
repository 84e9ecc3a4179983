"""Shares, from published counts alone."""

from dataclasses import dataclass

SMALLEST_WHOLE = 50
FINE_FROM = 200
COARSE = 5
MOST = 95


@dataclass(frozen=True)
class Share:
    """`percent` is what a bar shows; past 95 the words are "meer dan 95 %"."""

    percent: int
    more: bool = False


def share(part: int | None, whole: int | None) -> Share | None:
    """None where nothing may be said: one of the two is hidden, or the whole is under 50.

    In steps of five up to 200, whole percents from there, halves up, never above 95.
    """
    if part is None or whole is None or whole < SMALLEST_WHOLE:
        return None
    step = COARSE if whole < FINE_FROM else 1
    percent = (200 * part + whole * step) // (2 * whole * step) * step
    return Share(MOST, more=True) if percent > MOST else Share(percent)
