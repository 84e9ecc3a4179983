import argparse
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from lifecycle.commands import BAD_INPUT, OneLineCommand
from outcomes.actions import NotThisDay, publish
from outcomes.collecting import collect


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-01") from None


class Command(OneLineCommand):
    help = "Publishes the monitor's figures about one day, after bringing the facts up to date."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as-of", type=day, required=True, help="the day that the figures are about")

    def handle(self, *, as_of: date, **options: Any) -> None:
        collect()
        try:
            release, is_new = publish(as_of)
        except NotThisDay as no:
            raise CommandError(no.text, returncode=BAD_INPUT) from None
        self.stdout.write(f"{release.as_of}: {'published' if is_new else 'was published already, nothing changed'}")
