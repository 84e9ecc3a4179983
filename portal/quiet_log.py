"""Faults in the log: where and of what kind, never their words, nor a link that works."""

import logging
import re
import traceback
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

# A key or a token in an address: whoever has it answers in somebody's name, also when she only reads our log.
KEY_IN_AN_ADDRESS = re.compile(r"(?<=/)(?=[^/\s]*\d)[\w=.:-]{20,}(?=[/?\s]|$)")


class WithoutWords(logging.Formatter):
    """The text of an error can hold what a row says of a person, or the address of a refused mail.

    The lines of the program that led to it stay, and so do the kinds of the errors behind it.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's name
        return KEY_IN_AN_ADDRESS.sub("…", super().formatMessage(record))

    def formatException(self, ei: Fault) -> str:  # noqa: N802  logging's name
        parts, error = [], ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(parts))
