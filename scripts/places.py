"""Where things lie in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VAR = ROOT / "var"
BUILD = ROOT / "build"
NODE_MODULES = ROOT / "node_modules"
LOCALE = ROOT / "locale"

# Our apps from low to high: one imports from those before it and never from those behind it.
FLOORS = (
    "lifecycle",
    "people",
    "home",
    "elections",
    "programmes",
    "mentoring",
    "outcomes",
    "search",
    "portal",
)
