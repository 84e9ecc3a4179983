"""Our commands refuse in one line."""

import pytest
from django.core.management import get_commands, load_command_class

from lifecycle.commands import BAD_INPUT
from scripts.places import FLOORS

OURS = sorted((app, name) for name, app in get_commands().items() if app in FLOORS)


def test_there_are_commands_to_ask() -> None:
    assert {"set_up", "worker", "export_person", "purge_expired"} <= {name for _app, name in OURS}


@pytest.mark.parametrize(("app", "name"), OURS, ids=lambda part: part)
def test_a_wrong_argument_is_one_line_and_bad_input(app: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = load_command_class(app, name)
    command._called_from_command_line = True
    with pytest.raises(SystemExit) as ended:
        command.create_parser("manage.py", name).parse_args(["--no-such-thing"])
    told = capsys.readouterr().err.splitlines()
    assert ended.value.code == BAD_INPUT
    assert len(told) == 1 and told[0].startswith(f"manage.py {name}: error: ")
