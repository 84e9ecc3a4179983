import pytest

from people.messages import registered


@pytest.fixture
def example_letters(settings):
    """Messages of tests/people/example_letters.py, registered beside those of the site."""
    template = settings.TEMPLATES[0]
    folder = settings.BASE_DIR / "tests" / "people" / "templates"
    settings.TEMPLATES = [{**template, "DIRS": [*template["DIRS"], folder]}]
    names = ("neutral", "chatty", "practical", "over", "to_somebody")
    settings.LETTERS = [*settings.LETTERS, *(f"tests.people.example_letters.{name}" for name in names)]
    return registered()
