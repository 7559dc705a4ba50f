from pathlib import Path

import pytest

from bot.archive.publishers import Publisher, Publishers, load_publishers
from bot.errors import SettingsError

GULL = """[[publisher]]
name = "The Gull"
variants = ["Gull Post"]
country = "Ness"
kind = "newspaper"
side = "Russian"
"""


def loaded(folder: Path, content: str) -> Publishers:
    file = folder / "publishers.toml"
    file.write_text(content, encoding="utf-8")
    return load_publishers(file)


def test_a_publisher_with_everything(tmp_path: Path) -> None:
    gull = Publisher("The Gull", "Ness", "newspaper", "Russian", ("Gull Post",))
    publishers = loaded(tmp_path, GULL)
    assert publishers.publishers == (gull,)
    assert [publishers.named(name) for name in ("the gull", "Gull", "GULL POST")] == [gull] * 3


@pytest.mark.parametrize("name", ["", "The", "Gull Posts", "The Gull of Ness"])
def test_another_name_is_not_known(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path, GULL).named(name) is None


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[publisher]]\ncountry = 'Ness'", "a publisher: “name”"),
        (GULL.replace('country = "Ness"\n', ""), "“The Gull”: “country”"),
        (GULL.replace("newspaper", "gazette"), "“kind” must be one of wire agency, newspaper"),
        (GULL.replace("Russian", "neutral"), "“side” must be one of Ukrainian, Russian"),
        (GULL.replace('side = "Russian"\n', ""), "“side”"),
        (GULL + "owner = 'Ada'", "“owner” is not a key"),
        (GULL + GULL.replace("The Gull", "Heron"), "“The Gull” and “Heron” share the name “gull post”"),
    ],
)
def test_faults_of_the_file_are_named_in_one_sentence(tmp_path: Path, content: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named) as refused:
        loaded(tmp_path, content)
    assert str(refused.value).endswith(".")
