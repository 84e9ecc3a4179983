"""Faults in the log: where and of what kind, never their words."""

import logging
import traceback
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """The text of an error can hold what a row says of a person, or the address of a refused mail.

    The lines of the program that led to it stay, and so do the kinds of the errors behind it.
    """

    def formatException(self, ei: Fault) -> str:  # noqa: N802  logging's name
        parts, error = [], ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(parts))
