"""What the two of a pair say to each other: of the two, and of nobody else."""

from tests.walkers.expecting import by_post
from tests.walkers.of_the_path import of_the_two, the_meeting, the_pair

PRESSED = ["messages", "messages_read", "contact", "contact_take_back", "pair_mail"]
MEETINGS = ["meeting_move", "meeting_turn_down"]

EXPECTED = {
    **dict.fromkeys(["mentoring:messages", "mentoring:contact", "mentoring:pair_mail"], of_the_two(the_pair)),
    **dict.fromkeys(["mentoring:messages_read", "mentoring:contact_take_back"], by_post(the_pair)),
    "mentoring:meeting_move": of_the_two(the_meeting),
    "mentoring:meeting_turn_down": by_post(the_meeting),
}
