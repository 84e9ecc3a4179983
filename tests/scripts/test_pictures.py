"""The README shows the pictures that `make pictures` takes, and they stay light."""

from pathlib import Path

from PIL import Image

from scripts.pictures import MOST_BYTES, PICTURES, TAKEN, shrink
from scripts.places import ROOT


def test_the_readme_shows_each_picture_that_is_taken() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    taken = {f"{picture.name}.png" for picture in TAKEN}
    assert {path.name for path in PICTURES.iterdir()} == taken
    assert [name for name in taken if f"docs/pictures/{name}" not in readme] == []


def test_pictures_are_light() -> None:
    heavy = {path.name: path.stat().st_size for path in PICTURES.iterdir() if path.stat().st_size > MOST_BYTES}
    assert heavy == {}


def test_a_picture_keeps_its_size_and_gets_few_colours(tmp_path: Path) -> None:
    path = tmp_path / "many.png"
    many = Image.new("RGB", (64, 64))
    many.putdata([(x * 4, y * 4, (x + y) * 2) for y in range(64) for x in range(64)])
    many.save(path)
    assert shrink(path) == path.stat().st_size
    with Image.open(path) as image:
        assert image.size == (64, 64)
        assert len(image.convert("RGB").getcolors(4096) or []) <= 256
