"""What each role gets at the addresses by which things are found."""

from tests.walkers.expecting import everyone

EXPECTED = {
    "programmes:events_feed": everyone(),
    "programmes:stories_feed": everyone(),
    "programmes:programmes_feed": everyone(),
}
