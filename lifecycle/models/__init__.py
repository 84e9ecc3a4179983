from lifecycle.models.heartbeat import Heartbeat
from lifecycle.models.journal_line import JournalLine
from lifecycle.models.keyed import Keyed
from lifecycle.models.leased import Leased, LeasedQuerySet

__all__ = ["Heartbeat", "JournalLine", "Keyed", "Leased", "LeasedQuerySet"]
