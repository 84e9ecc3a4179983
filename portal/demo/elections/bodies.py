from django.db.models import QuerySet

from elections.models import Body

COUNCILS = ("GM0034", "GM0106", "GM0193", "GM0344", "GM0758", "GM0917")
PROVINCES = ("PV22", "PV31")


def bodies_that_vote() -> QuerySet[Body]:
    """The bodies of which the demo has official lists."""
    return Body.objects.filter(code__in=[*COUNCILS, *PROVINCES]).order_by("code")
