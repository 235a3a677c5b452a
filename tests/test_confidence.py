"""The confidence of mentions: by kind of reading, lower where a place was guessed, and an error names what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import DataError
from monitor.settings import Settings
from monitor.understand import confidence, read_article
from monitor.understand.confidence import load_shares
from scoring import article

SIGNED = "Karachi and Urumqi signed a sister city agreement on Monday."


def confidence_in(title: str, text: str) -> float:
    mentions = read_article(article(text, title)).mentions
    return min(mention.confidence for mention in mentions if mention.type == "agreement")


def test_what_title_and_text_tell_is_surer_than_what_one_sentence_tells() -> None:
    assert confidence_in("Karachi and Urumqi become sister cities", SIGNED) > confidence_in("A good day", SIGNED)


def test_a_letter_of_intent_called_so_is_surer_than_loose_wording() -> None:
    explicit = confidence_in(
        "A good day", "Karachi and Urumqi signed a letter of intent on sister city ties on Monday."
    )
    assert explicit > confidence_in("A good day", SIGNED)


def test_a_name_read_by_edit_distance_is_published_and_reviewed() -> None:
    guessed = confidence_in("A good day", "Karachi and the Chinese city of Shenyangg signed a sister city agreement.")
    assert Settings().min_confidence < guessed < Settings().review_confidence


def test_people_who_do_something_together_are_less_sure_than_people_who_meet() -> None:
    def visit(verb: str, title: str = "A good day") -> float:
        text = f"LAHORE: Governor Rehman of Punjab {verb} Zhao Shiren, China's consul general, on Monday."
        (mention,) = read_article(article(text, title)).mentions
        return mention.confidence

    assert visit("planted a mango with") < visit("met")
    assert visit("planted a mango with", "Governor receives Chinese consul general") > visit("met")


@pytest.mark.parametrize("share", ["1.5", "0", '"high"', "true"])
def test_a_share_that_is_none_is_an_error_that_names_file_and_key(
    share: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "confidence.toml"
    broken.write_text(f"[visit]\nplain = {share}\n[agreement]\nplain = 0.5\n[place]\nexact = 1.0\n", "utf-8")
    monkeypatch.setattr(confidence, "_PATH", broken)
    load_shares.cache_clear()
    with pytest.raises(DataError, match=r"confidence\.toml: \[visit\] plain must be a share"):
        load_shares()
    load_shares.cache_clear()
