"""What can stop an action. The web turns each into a page (portal.middleware.errors)."""


class IllegalMove(Exception):
    """A thing was asked to do what its state does not allow: 409, "dit kan nu niet meer"."""

    def __init__(self, machine: str, verb: str, state: str) -> None:
        super().__init__(f"{machine}: {verb} is not possible from {state}")
        self.machine, self.verb, self.state = machine, verb, state


class Refused(Exception):
    """A rule said no. The text is for the person: what is wrong, and what helps."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
