"""The files of cue words: what people may write into them, and what they are told when it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import DataError
from monitor.understand.cues import compiled_words

FILE = Path("cues.toml")


def test_a_cue_is_found_as_a_whole_word_only() -> None:
    pattern = compiled_words(FILE, {"sign": ["ink(?:ed|s)?"]}, "en")["sign"]
    assert [hit.group() for hit in pattern.finditer("inked a paper; inkling of ink")] == ["inked", "ink"]


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ("inked", "cues.toml: `sign` must be a list of strings"),
        (["inked", 3], "cues.toml: `sign` must be a list of strings"),
        (["(inked"], "cues.toml: `sign` is no regular expression"),
        (["had inked "], "cues.toml: `sign`: 'had inked ' ends in a space"),
    ],
)
def test_what_cannot_match_is_refused_with_file_and_group(entries: object, complaint: str) -> None:
    with pytest.raises(DataError) as caught:
        compiled_words(FILE, {"sign": entries}, "en")
    assert str(caught.value).startswith(complaint)
