"""Sister ties that are only proposed, in the many ways of proposing one."""

from __future__ import annotations

import pytest

from monitor.understand import read_mentions
from scoring import article

PROPOSED = """
proposed that Multan and Lanzhou become sister cities
proposed a sister city relationship between Multan and Lanzhou
proposed to twin Multan and Lanzhou
suggested twinning Multan with Lanzhou
suggested that Multan be twinned with Lanzhou
floated the idea of making Multan and Lanzhou sister cities
mooted a sister city link between Multan and Lanzhou
pitched a sister city agreement between Multan and Lanzhou
put forward a plan to make Multan and Lanzhou sister cities
came up with a plan to make Multan and Lanzhou sister cities
broached a sister city relationship between Multan and Lanzhou
raised the matter of a sister city agreement between Multan and Lanzhou
raised the possibility of a sister city tie between Multan and Lanzhou
called for a sister city agreement between Multan and Lanzhou
urged that Multan and Lanzhou become sister cities
asked for Multan to be made a sister city of Lanzhou
sought sister city status for Multan with Lanzhou
wanted Multan to have Lanzhou as a sister city
would like to see Multan and Lanzhou as sister cities
wished to see Multan and Lanzhou become sister cities
hoped Multan and Lanzhou would become sister cities
hoped for a sister city agreement between Multan and Lanzhou
voiced the wish that Multan and Lanzhou be sister cities
spoke in favour of a sister city relationship between Multan and Lanzhou
spoke of making Multan and Lanzhou sister cities
talked about a sister city tie between Multan and Lanzhou
discussed a sister city agreement between Multan and Lanzhou
went over a draft sister city agreement between Multan and Lanzhou
explored a sister city relationship between Multan and Lanzhou
looked into a sister city relationship between Multan and Lanzhou
considered a sister city relationship between Multan and Lanzhou
was considering a sister city relationship between Multan and Lanzhou
weighed making Multan and Lanzhou sister cities
studied a proposal to make Multan and Lanzhou sister cities
backed a proposal to make Multan and Lanzhou sister cities
supported a sister city agreement between Multan and Lanzhou
welcomed a proposal to make Multan and Lanzhou sister cities
agreed to make Multan and Lanzhou sister cities
agreed that Multan and Lanzhou should become sister cities
agreed in principle on a sister city agreement between Multan and Lanzhou
decided to declare Multan and Lanzhou sister cities
decided that Multan and Lanzhou would be sister cities
resolved to twin Multan and Lanzhou
approved a sister city agreement between Multan and Lanzhou
gave its nod to a sister city agreement between Multan and Lanzhou
cleared a draft sister city agreement between Multan and Lanzhou
gave the go-ahead for a sister city agreement between Multan and Lanzhou
gave the green light to a sister city agreement between Multan and Lanzhou
okayed a sister city agreement between Multan and Lanzhou
endorsed making Multan and Lanzhou sister cities
allowed Multan to sign a sister city agreement with Lanzhou
authorised Multan to sign a sister city agreement with Lanzhou
promised to work for a sister city agreement between Multan and Lanzhou
pledged to make Multan and Lanzhou sister cities
offered to make Lanzhou a sister city of Multan
offered a sister city relationship between Multan and Lanzhou
invited Multan to become a sister city of Lanzhou
planned to sign a sister city agreement between Multan and Lanzhou
intended to make Multan and Lanzhou sister cities
aimed at a sister city agreement between Multan and Lanzhou
was keen on a sister city agreement between Multan and Lanzhou
was in favour of a sister city agreement between Multan and Lanzhou
was ready for a sister city agreement between Multan and Lanzhou
was working on a sister city agreement between Multan and Lanzhou
was preparing a sister city agreement between Multan and Lanzhou
started work on a sister city agreement between Multan and Lanzhou
tabled a resolution to make Multan and Lanzhou sister cities
moved a resolution for Multan and Lanzhou to be sister cities
passed a resolution that Multan and Lanzhou be sister cities
requested a sister city agreement between Multan and Lanzhou
stressed the need for a sister city agreement between Multan and Lanzhou
saw room for a sister city agreement between Multan and Lanzhou
thought Multan and Lanzhou could become sister cities
said Multan and Lanzhou could become sister cities
said Multan and Lanzhou will soon be sister cities
said Multan and Lanzhou would be declared sister cities
said Multan and Lanzhou were about to become sister cities
said a sister city agreement between Multan and Lanzhou was on the cards
said a sister city agreement between Multan and Lanzhou was in the pipeline
said a sister city agreement between Multan and Lanzhou was under way
said a sister city agreement between Multan and Lanzhou was being drawn up
said a sister city agreement between Multan and Lanzhou would be signed
said a sister city agreement between Multan and Lanzhou was to be signed next month
said a sister city agreement between Multan and Lanzhou was due to be signed
said a sister city agreement between Multan and Lanzhou was near
said a sister city agreement between Multan and Lanzhou should be signed
said a sister city agreement between Multan and Lanzhou awaited approval
said talks on a sister city agreement between Multan and Lanzhou had begun
said talks on a sister city agreement between Multan and Lanzhou were at an advanced stage
recommended Multan and Lanzhou as sister cities
nominated Multan as a sister city of Lanzhou
picked Multan to be the sister city of Lanzhou
shortlisted Multan to become a sister city of Lanzhou
""".strip().splitlines()


@pytest.mark.parametrize("verb", PROPOSED)
def test_a_tie_is_only_proposed(verb: str) -> None:
    for who in ("The mayor of Multan, Ali Khan,", "The governor, on Monday,", "The Punjab government"):
        found = read_mentions(article(f"MULTAN: {who} {verb}. Trade was spoken of.", published="2023-06-15"))
        assert {(m.stage, m.cn, m.pk, m.is_new) for m in found} == {("proposed", "Lanzhou", "Multan", True)}, who


def test_what_a_heading_calls_foreseen_is_proposed() -> None:
    text = (
        "A letter of intent on sister cities was given to the cabinet.\nThe pairs foreseen are:\n"
        "- Faisalabad and Qingdao\n- Rawalpindi and Wuhan"
    )
    found = {(m.cn, m.stage) for m in read_mentions(article(text))}
    assert found == {("Qingdao", "proposed"), ("Wuhan", "proposed")}


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("announced that {} would soon be sister cities", "proposed"),
        ("announced on Monday that {} are to be made sister cities", "proposed"),
        ("declared on Monday that {} are sister cities now", "signed"),
    ],
)
def test_what_is_announced_may_lie_ahead(words: str, stage: str) -> None:
    text = f"SUKKUR: The minister {words.format('Sukkur and Huainan')}."
    assert [m.stage for m in read_mentions(article(text))] == [stage]
