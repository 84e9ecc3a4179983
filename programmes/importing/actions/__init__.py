"""What is done with a sheet and with who stood in it; each act asks, does and is written in the journal."""

from programmes.importing.actions.handing_in import hand_in, match, start, throw_away, unpacked

__all__ = ["hand_in", "match", "start", "throw_away", "unpacked"]
