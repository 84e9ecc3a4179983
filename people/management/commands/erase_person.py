from typing import Any

from people import privacy
from people.management.person_command import PersonCommand
from people.models import User


class Command(PersonCommand):
    help = "Erases an account and everything about the person, at once and for good."

    def do(self, user: User, **options: Any) -> dict[str, Any]:
        key = str(user.key)
        privacy.erase(user)
        return {"erased": key}
