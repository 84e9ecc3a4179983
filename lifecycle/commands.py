"""How our commands end: 0 done, 1 something was refused, 2 bad input, 3 a rule of ours; one line on stderr says why."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

BAD_INPUT, OUR_RULE = 2, 3


class OneLineCommand(BaseCommand):
    """A wrong argument is told in one line, as every other refusal; `--help` tells the rest."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.print_usage = lambda file=None: None  # type: ignore[method-assign]  # stands above each error
        return parser
