from typing import Any

from people.colleagues.portal_roles import make_administrator
from people.management.person_command import PersonCommand
from people.models import User


class Command(PersonCommand):
    help = "Makes an account an administrator: the first two; they make the next ones together, at the desk."

    def do(self, user: User, **options: Any) -> dict[str, Any]:
        make_administrator(user)
        return {"administrator": str(user.key)}
