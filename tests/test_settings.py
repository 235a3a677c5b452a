"""`monitor.toml`: what is refused, and that the message says where and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import SettingsError
from monitor.settings import Home, Settings, load_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(Home(tmp_path)) == Settings()


def test_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "monitor.toml").write_text('[site]\nbase_url = "https://ties.example"\n', "utf-8-sig")
    assert load_settings(Home(tmp_path)).base_url == "https://ties.example"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feed_items = 3", "`feed_items` stands outside a table"),
        ("[feed]\nfeed_itmes = 3", "unknown key `feed_itmes` in [feed]"),
        ("[feed]\nfeed_items = true", "`feed_items` must be of type int, not True"),
        ("[feed]\nfeed_items = -1", "`feed_items` must be a number from 0 up, not -1"),
        ("[fetch]\ntimeout_seconds = nan", "`timeout_seconds` must be a number from 0 up, not nan"),
        ("[fetch]\ntimeout_seconds = inf", "`timeout_seconds` must be a number from 0 up, not inf"),
        ('[site]\nbase_url = "ties.example"', "`base_url` must be an http or https address, not 'ties.example'"),
        ("[site", "monitor.toml: "),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "monitor.toml").write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_settings(Home(tmp_path))
    assert str(raised.value).startswith(f"{tmp_path}/monitor.toml: ")
    assert said in str(raised.value)
