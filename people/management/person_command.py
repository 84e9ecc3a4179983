"""What the commands about one person share: who it is, and how they end."""

import json
from abc import ABC, abstractmethod
from typing import Any

from django.core.management.base import CommandError, CommandParser

from lifecycle.commands import BAD_INPUT, OUR_RULE, OneLineCommand
from lifecycle.errors import Refused
from people.models import User


class PersonCommand(OneLineCommand, ABC):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the e-mail address of the account")

    def handle(self, *, email: str, **options: Any) -> None:
        try:
            user = User.objects.get_by_natural_key(email.strip())
        except User.DoesNotExist:
            # Without the address: what a command says ends up in logs.
            raise CommandError("there is no account with this address", returncode=BAD_INPUT) from None
        try:
            done = self.do(user, **options)
        except Refused as refusal:
            raise CommandError(refusal.text, returncode=OUR_RULE) from None
        self.stdout.write(json.dumps(done))

    @abstractmethod
    def do(self, user: User, **options: Any) -> dict[str, Any]:
        """What the command does; the answer is printed as one line of JSON."""
