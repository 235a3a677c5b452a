"""Acts of a pair in words that no list of verbs holds, and what a pair does to a tie that leaves it as it was."""

from __future__ import annotations

import pytest

from monitor.understand import read_mentions
from scoring import article

MADE = """
signed a sister city agreement
inked a sister city agreement
put their names to a sister city agreement
put their hands to a sister city agreement
put pen to paper on a sister city agreement
put pen to a sister city agreement
set their signatures to a sister city agreement
set their hands to a sister city agreement
affixed their signatures to a sister city agreement
appended their signatures to a sister city agreement
clinched a sister city agreement
sealed a sister city agreement
struck a sister city deal
concluded a sister city pact
entered into a sister city agreement
penned a sister city agreement
exchanged signed copies of a sister city agreement
exchanged sister city documents
wrapped up a sister city deal
closed a sister city deal
shook hands on a sister city agreement
completed a sister city agreement
executed a sister city agreement
finalised and signed a sister city agreement
became sister cities
were made sister cities
were declared sister cities
were named sister cities
were named as sister cities
were pronounced sister cities
were proclaimed sister cities
were designated sister cities
were designated as sister cities
were twinned
were twinned as sister cities
were paired as sister cities
were paired off as sister cities
were matched as sister cities
were joined as sister cities
joined hands as sister cities
were bound together as sister cities
were tied together as sister cities
were linked as sister cities
were coupled as sister cities
teamed up as sister cities
were given the status of sister cities
were given the standing of sister cities
were given the rank of sister cities
were given the title of sister cities
were accorded the status of sister cities
were granted sister city status
were accorded sister city status
were conferred sister city status
acquired the status of sister cities
got sister city status
won sister city status
attained sister city status
obtained the status of sister cities
received the status of sister cities
gained sister city status
entered into a sister city relationship
entered a sister city relationship
established a sister city relationship
set up a sister city relationship
built a sister city relationship
created a sister city relationship
forged sister city ties
formed sister city ties
founded a sister city relationship
launched a sister city relationship
opened a sister city relationship
started a sister city relationship
began a sister city relationship
struck up a sister city relationship
took up a sister city relationship
embarked on a sister city relationship
instituted a sister city relationship
inaugurated a sister city relationship
concluded a sister city relationship
sealed a sister city relationship
cemented a sister city relationship
formalised a sister city relationship
made official a sister city relationship
tied the sister city knot
tied the knot as sister cities
knotted sister city ties
are sister cities from now on
are from now on sister cities
are now sister cities
are sister cities now
are henceforth sister cities
are as of today sister cities
are officially sister cities
are, as of Wednesday, sister cities
can now call each other sister cities
can call themselves sister cities from now on
accepted each other as sister cities
adopted each other as sister cities
recognised each other as sister cities
embraced as sister cities
have one another as sister cities now
have turned into sister cities
turned into sister cities
were turned into sister cities
were raised to sister cities
were elevated to sister cities
were admitted as sister cities
were confirmed as sister cities
were registered as sister cities
were announced as sister cities
were brought together as sister cities
were brought into a sister city relationship
found themselves sister cities
are now tied as sister cities
stand as sister cities from today
upgraded their ties to a sister city relationship
elevated their ties to sister city level
raised their friendship to a sister city relationship
""".strip().splitlines()
BECAME_REAL = """
was signed
was inked
was put on paper
was sealed
was concluded
was clinched
was struck
was initialled
got its signatures
bears the signatures of both mayors
now bears both mayors' signatures
carries the signatures of both sides
was given its signatures
was signed and sealed
has been penned
was penned
was executed
was finalised and signed
came into being
took effect
came into force
was formally entered into
was entered into
was made official
became official
was formalised
was reached
is now in place
was exchanged by the two sides
was settled
was agreed and signed
was undersigned
was ratified with the signatures of the two mayors
was closed
was sealed with a handshake
was handed over signed
was sealed by the two mayors
was solemnised
was put in writing
was made
was signed into effect
was signed off
received the two mayors' signatures
got the two mayors' signatures
has been struck
""".strip().splitlines()
STOOD = """
celebrated their sister city relationship
marked the anniversary of their sister city agreement
reviewed their sister city agreement
discussed a sister city agreement
praised their sister city ties
enjoyed close sister city ties
benefited from their sister city ties
exchanged delegations as sister cities
exchanged gifts as sister cities
cooperated closely as sister cities
treated each other as sister cities
held a seminar on their sister city ties
opened a photo exhibition on their sister city ties
opened an exhibition of sister cities
organised a festival of sister cities
attended a forum of sister cities
took part in a conference of sister cities
were invited to a forum of sister cities
sent teams to a tournament of sister cities
competed in a football cup for sister cities
were mentioned in a list of sister cities
were described as sister cities
were cited as sister cities
were likened to sister cities
resembled sister cities
looked like sister cities
acted like sister cities
have long been sister cities in spirit
pledged to honour the sister city agreement
failed to sign a sister city agreement
cancelled their sister city agreement
ended their sister city relationship
broke off their sister city relationship
suspended their sister city relationship
terminated their sister city agreement
hoped for a sister city relationship
studied a sister city agreement
weighed a sister city agreement
debated a sister city agreement
considered a sister city relationship
shelved a sister city agreement
postponed a sister city agreement
delayed a sister city agreement
drafted a sister city agreement
exchanged views on a sister city agreement
exchanged ideas about a sister city relationship
talked of a sister city relationship
lacked a sister city agreement
missed a sister city agreement
won praise for their sister city ties
took stock of their sister city ties
took note of their sister city ties
gave thought to a sister city relationship
put off a sister city agreement
put forward a sister city agreement
brought up a sister city agreement
took up the matter of a sister city agreement
drew closer as sister cities
went ahead with projects under their sister city agreement
built on their sister city relationship
drew on their sister city agreement
gave new life to their sister city ties
gave substance to the sister city agreement
got little from their sister city ties
made use of their sister city ties
made progress on a sister city agreement
made the case for a sister city agreement
set great store by their sister city ties
shook hands, though the sister city agreement was left for later
compared notes on a sister city agreement
prepared for a sister city agreement
moved closer to a sister city agreement
inched towards a sister city agreement
agreed in principle on a sister city relationship
reopened talks on a sister city agreement
started talks on a sister city agreement
launched negotiations on a sister city agreement
stepped up work on a sister city agreement
were encouraged to become sister cities
were asked to become sister cities
were urged to become sister cities
were found suitable as sister cities
were suggested as sister cities
were shortlisted as sister cities
were nominated as sister cities
were picked as possible sister cities
were once sister cities
expanded their sister city cooperation
launched a programme under their sister city agreement
set up a joint office under the sister city agreement
opened a library under the sister city agreement
inaugurated a garden of sister cities
built a park for sister cities
planted a tree of sister city friendship
""".strip().splitlines()


def signed_now(text: str) -> set[tuple[str | None, str | None]]:
    """Return the pairs of the agreements that an article tells as news, and as signed."""
    found = read_mentions(article(text, published="2023-06-15"))
    return {(m.cn, m.pk) for m in found if m.type == "agreement" and m.stage == "signed" and m.is_new}


@pytest.mark.parametrize("verb", MADE)
def test_a_pair_makes_a_tie(verb: str) -> None:
    for pair in ("Multan and Lanzhou", "Lanzhou and Multan"):
        assert signed_now(f"{pair} {verb} in Lanzhou on Wednesday. Trade was spoken of.") == {("Lanzhou", "Multan")}


@pytest.mark.parametrize("verb", BECAME_REAL)
def test_a_paper_comes_to_be(verb: str) -> None:
    for paper in ("A sister city agreement between Multan and Lanzhou", "The sister city accord of Lanzhou and Multan"):
        assert signed_now(f"{paper} {verb} in Lanzhou on Wednesday. Trade was spoken of.") == {("Lanzhou", "Multan")}


@pytest.mark.parametrize("verb", STOOD)
def test_a_tie_is_left_as_it_was(verb: str) -> None:
    assert signed_now(f"Multan and Lanzhou {verb} on Wednesday. Trade was spoken of.") == set()


def test_a_list_of_pairs_shares_the_act_told_before_it() -> None:
    text = (
        "An online forum on Thursday ended with agreements that Pakistan and China signed.\n"
        "They are sister province Qinghai-Khyber, sister cities Xining-Peshawar, Shenyang-Karachi, Zhengzhou-Quetta "
        "and sister lake Qinghai Lake-Keenjhar Lake."
    )
    assert signed_now(text) == {
        ("Qinghai", "Khyber Pakhtunkhwa"),
        ("Xining", "Peshawar"),
        ("Shenyang", "Karachi"),
        ("Zhengzhou", "Quetta"),
    }


def test_a_sentence_may_leave_its_act_to_the_one_before() -> None:
    text = "Shenyang and Karachi were declared sister cities on Thursday. So were Zhengzhou and Quetta."
    assert signed_now(text) == {("Shenyang", "Karachi"), ("Zhengzhou", "Quetta")}
