"""How far an agreement has come, by the words of its sentence: a wish, a letter of intent, a signed paper, a tie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.records import Stage
from monitor.understand.document import Document

_UNREAL_BEFORE = {
    "en": re.compile(
        r"\b(?:to|will|would|shall|may|might|should|could|can|must|be|yet to|not|never|for|before|once|if|unless|until"
        r"|without|about|of|on|towards?|interest(?:ed)? in|delays? in"
        r"|approv\w+|allow\w*|authori[sz]\w+|nod to|permission for)"
        r"(?: (?:also|soon|formally|officially|jointly|have|be|been|get|being|the|a))*\s$"
        r"|\bto (?:help|let|enable|see) (?:[a-z'-]+ ){1,4}$"
        r"|\b(?:to|will|would|shall|may|might|should|could|can|must)"
        r"(?: (?:[a-z]+ly|then|next|both|later|again|now|be))+\s$"
    ),
    "zh": re.compile(
        r"(?:将|拟|计划(?![与和]?发展|厅|委|局|部)|尽快|尽早|早日|推动|愿|希望|期待|商讨|探讨|有望|力争|未|没有|不|筹备|提议|提出"
        r"|建议|同意|争取|商定|约定)[^,。;、]{0,20}$|将(?:拜会|会见|会晤|访问|出席|参加"
        r"|[与同和][^,。;]{2,24}(?:会谈|座谈|会见|会晤))[^。;]{0,40},(?:并|并?(?:与|同|和)[^,。;]{0,12})$|(?:审议|批准|批复|审批)(?:通过)?后(?:再|正式|方可)?$|(?:择机|择期|适时|届时)$"
    ),
    "ur": re.compile(r"(?!)"),
}
_PROPOSED_THAT = re.compile(
    r"\b(?:propos(?:al|ed|es|ing)|suggest(?:ion|ed|s|ing)|idea|request|wish|plea|demand(?:ed)?|recommend(?:ed|ation)"
    r"|urged|asked)(?: (?!that )[a-z]+){0,4},?:? that [^.;]*\Z"
)
"""Before "become": "with a proposal that their city and ours, …, become sister cities"."""
_UNREAL_PERFECT = re.compile(
    r"\b(?<!was to )(?<!were to )(?<!would )(?<!should )(?<!could )(?:have|has|had) "
    r"(?:also |been |formally |already |recently )*$"
)
_UNREAL_AFTER = {
    "en": re.compile(
        r"^(?: ceremony)? (?:awaits?|will|would|may|could|is (?:to|due|awaited|expected|planned|set|yet|still)"
        r"|has (?:yet|been (?:put off|delayed|postponed))|remains)\b"
    ),
    "zh": re.compile(
        r"^[^,。;]{0,10}一事(?:已|获|,)|^[^,。;]{0,14}的(?:可能|意愿|愿望|建议|提议|构想|设想|想法|请求|请示|申请|手续|倡议|议案|提案|意向(?!书))|^(?:可能|意愿|愿望|建议|提议|构想|设想)"
    ),
    "ur": re.compile(
        r"^[^۔]{0,28}?(?<![آ-ۓ])(?:گ[ےای]|نہیں|جائے|جائیں|کرنے|ہونے|دینے|بنانے|چاہتے|چاہیے"
        r"|(?:کی|کے|پر) (?:منظوری|اجازت|غور|لیے))(?![آ-ۓ])"
    ),
}
_NOMINAL = re.compile(r"(?:[-*•\d]{1,2}\.? ?)?(?:the )?(?:protocol|agreement|memorandum|mou)\b[a-z ]{0,70}\bbetween\b")
_TIE_WORD = re.compile(r"(?:ties?|twins?|pairs?)$")
_KINDS = (" cit", "-cit", " town", "-town", " prov", "-prov")
"""After "twin": what are twins, and nothing is done."""
_NOUN_BEFORE = re.compile(
    r"(?:-|\b(?:sister|province|provinces|provincial|region|district|county|town|cit(?:y|ies)|friendly|friendship|their|these|the|such|of|for|and|on"
    r"|twin|trade|economic|cultural|bilateral|closer?|stronger|urban|new|formal) )$"
)
"""Before "ties" or "pair": a noun, and nothing is done by it."""
_COUNT_BEFORE = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|more|other|\d+) $")
"""Before "ties" or "pairs", but not before "tie": likewise."""
_SIGNING_HELD = re.compile(r"\bsigning\b[^.]{0,120}?\b(?:was|were|been) held\b|\bsigning\b[^.]{0,120}?\btook place\b")
_CLAUSE = {
    "en": re.compile(r"[,;:()]| that | whereas | while "),
    "zh": re.compile(r"[,;:()]"),
    "ur": re.compile(r"[،؛:()]"),
}
_ASKED = re.compile(
    r"[^,。;]{0,10}\(?草案|[^,。;]{0,8}的(?:申请|提议|建议|倡议|动议|构想|想法|意愿|请求|愿望|意向(?![书函])|商签)"
)
"""After a tie: what is spoken of is an application for it."""
_STANDING = re.compile(r"\b(?:of|from|between) the (?:sister|twin|friendship)[- ](?:cities|provinces)$")
"""Spoken of as standing: "officials of the sister cities"."""
_DONE_ZH = re.compile(r"去年|前年|已|\d{4}年")
"""In the clause of a verb: it was done, whatever another clause hopes for."""
_CONSENT_GIVEN = re.compile(r"经[^,。]{0,8}批准$")
_EARLIER = re.compile(
    r"\b(?:after|since|following|upgrad\w+|succeed\w+|replac\w+) (?:a|an|the|their|its) (?:[a-z]+ )?$"
    r"|\b(?:began|begun|started) as an? $"
    r"|\b(?:turn|convert|upgrad|transform)\w* (?:an?|the|their|its) (?:[a-z]+ )?$"
    r"|\b(?:after|since) [^,;.]{3,40} (?:signed|inked|exchanged|agreed on) an? $"
)
"""Before a letter of intent: the paper told of came after it."""
_OWN = re.compile(r"\b(?:its|their|our|as a|(?:are|is|were|remain)(?: also| already)?(?: a)?) $")
"""Before a tie: "regards it as its sister city and hopes …"."""
_CONSENTS = r"(?:clear|approv|okay|endors|allow|ratif)"
_CLEARED = re.compile(rf"\b{_CONSENTS}[a-z]*\b[^.;]*\bcabinet\b|\bcabinet\b[^.;]*\b{_CONSENTS}")
"""Before "signing": what a cabinet lets others do."""
_OF_LETTER = re.compile(r"\b(?:after|since) a letter of intent $")
"""Before a verb: the earlier letter was signed."""
_TO_WITNESS = re.compile(r"\b(?:will|to|shall|would) (?:also )?(?:witness|attend|oversee|see|watch) the \Z")
"""Before "signing": who is to be there."""
_WILL_AND = re.compile(r"\b(?:will|would|shall|(?:is|are) to) [^.;:]{3,70} and (?:also |then |jointly )?\Z")
"""Before "sign": what comes after another act that is to come."""
_LETS = re.compile(r"\b(?:let|lets|letting|help|helps|enable|enables|see) [^.,;]{3,70} \Z")
"""Before "sign": somebody is let do it."""
_NEWLY = re.compile(r"\b(?:newly|recently|already|just)[- ]$")
_ABOUT = re.compile(r"(?:就(?![是业已])|关于)[^,。;]{0,40}$")
"""就两市建立友好城市关系交换意见: what is talked about has not been done."""
_SOMETHING_ELSE = re.compile(
    r"\b(?:under (?:the|their|its|this)|negotiations?|talks|discussions|progress|the case|programmes? (?:for|of)"
    r"|(?:on|use of) (?:their|its))\b"
)
"""Between a verb like "launched" and a tie: it is not the tie that was launched."""
_BECAUSE = re.compile(r"\b(?:because|since both|as both)\b")
"""Between a tie and a verb: why it is wished for."""
_FORETELLS = re.compile(r" (?:(?:on )?[a-z]+day |here )?that\b")
"""Behind "announced" or "declared": a sentence of its own."""
_PAPERS = r"(?:agreement|pact|accord|memorandum|protocol|treaty|deal)\b"
_PAPER_OF_YEAR = re.compile(
    rf"(?: relations?)? {_PAPERS} (?:of|from|dating (?:back )?(?:from|to)) (?P<year>(?:19|20)\d\d)\b"
)
_YEARS_PAPER = re.compile(
    rf"(?P<year>(?:19|20)\d\d) (?:twinning\b|(?:sister|twin|friendship|friendly)[a-z -]{{0,24}} {_PAPERS})"
)
"""The sister-city pact of 1984, whatever is hoped for it now."""
_ANOTHERS_WISH = re.compile(r", and i \Z")
"""Between a tie and a wish: the writer's own."""
_FIRST = re.compile(r"\bfirst \Z")
"""Before "signed": an earlier act than the one told beside it."""
_BEFORE_VERB = {"en": 26, "zh": 60, "ur": 26}
"""Characters before a verb in which words may leave its act undone."""
_A_LETTER = len(" a ") + 4
"""Characters between "signed" and the letter of intent that it is said of."""
_OF_YEAR = re.compile(r" (?:of|from|dated) (?:[a-z]+ )?(?:\d{1,2},? )?(?:19|20)\d\d\b")
_NEAR_PAPER = 60
"""Characters between a paper and the verb that says it will be signed."""
_NEAR_TIE = 70
"""Characters between a verb like "declared" and the tie that it makes."""

_WISH_REACH = 120
_WISH_REACH_ZH = 40
"""Characters over which a wish reaches the tie it speaks of; in Chinese it stands before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The stage a sentence gives, the span of the verb that says so, whether the wording is explicit, and why."""

    stage: Stage
    start: int
    end: int
    explicit: bool
    why: str


_APPROVED = re.compile(
    r"\b(?:approved|okayed|cleared|endorsed)(?:,? among other (?:things|items|matters),?)? "
    r"(?=(?:an?|the) (?:[a-z-]+ ){0,2}(?:mou|memorandum|agreement|accord)\b)"
)
"""A paper is approved: "approved an MoU between the department and X"."""
_TO_BE_SIGNED = re.compile(
    r"\b(?:will|would|shall|should|may|might|(?:is|are|was|were) to|to) (?:also |then |soon |now )?be "
    r"(?:signed|inked|exchanged|initialled)\b"
)
"""Behind a paper that nobody has signed yet."""
_YET_TO_SIGN = re.compile(
    r"(?<!papers )(?<!documents )\b(?:has|have|is|are|was|were) (?:yet|still) to be (?:formally )?"
    r"(?:signed|inked|concluded|sealed)\b"
)
_DRAFTED = re.compile(r"\b(?:drawn up|drew up|drafted|prepared|vetted|finali[sz]ed) (?:an?|the)(?: draft)? \Z")
_ON_SIGNING = re.compile(r"\b(?:on|about|of|for|to) (?:the )?sign(?:ing)?(?: of)? (?:an? |the )?\Z")
"""Before a letter of intent that nobody has signed: "exchanged views on signing a letter of intent"."""


def read_stage(doc: Document, start: int, end: int, tie: tuple[int, int] | None) -> Reading | None:
    """Return the stage that `text[start:end]` gives to the tie (or, without one, the paper) it speaks of."""
    letter = [span for span in doc.cue_spans("letter_of_intent", start, end) if not _is_earlier(doc, span)]
    signed = _real(doc, "sign", start, end) or _signing_held(doc, start, end)
    before = earlier_letter(doc, start, end)
    signed = [verb for verb in signed if not (before and 0 <= before[0] - verb[1] <= _A_LETTER)]
    if signed and (tie or letter or doc.says("instrument", start, end)):
        later = [span for span in signed if not _FIRST.search(doc.text, max(start, span[0] - 10), span[0])] or signed
        verb = min(later, key=lambda span: abs(span[0] - (tie or later[0])[0]))
        letter = letter or _letter_behind_plan(doc, start, end, signed)
        if letter:
            return Reading("letter_of_intent", *letter[0], True, "called a letter of intent, and signed")
        return Reading("signed", *verb, False, "a paper was signed")
    yet = _YET_TO_SIGN.search(doc.text, start, end) if tie else None
    if yet and not letter:
        return Reading("proposed", *yet.span(), False, "yet to be signed")
    wish = doc.cue_spans("wish", start, end)
    if letter:
        if _OF_YEAR.match(doc.text, letter[0][1], end):
            return Reading("letter_of_intent", *letter[0], True, "a letter of intent of a year told")
        if wish and wish[0][0] < letter[0][0]:
            return Reading("proposed", *wish[0], False, "a letter of intent is only planned")
        drafted = [hit.span() for hit in _DRAFTED.finditer(doc.text, start, letter[0][0])]
        drafted += [hit.span() for hit in _ON_SIGNING.finditer(doc.text, start, letter[0][0])]
        drafted += doc.cue_spans("draft", letter[0][1], end) + doc.cue_spans("pending", start, end)
        drafted = drafted or [hit.span() for hit in _TO_BE_SIGNED.finditer(doc.text, letter[0][1], end)]
        if drafted:
            return Reading("proposed", *drafted[0], False, "a letter of intent is only drafted")
        return Reading("letter_of_intent", *letter[0], True, "called a letter of intent")
    return _read_tie(doc, start, end, tie, wish) if tie else _read_plan(doc, start, end, wish)


def is_undone(doc: Document, start: int, verb: tuple[int, int]) -> bool:
    """Tell whether the words before a verb, in the sentence from `start` on, leave its act undone: "will be …"."""
    return _is_unreal(doc, doc.text[max(start, verb[0] - _BEFORE_VERB[doc.lang]) : verb[0]], start, *verb)


def earlier_letter(doc: Document, start: int, end: int) -> tuple[int, int] | None:
    """The letter of intent that the paper of `text[start:end]` came after, where it names one."""
    letters = doc.cue_spans("letter_of_intent", start, end)
    return next((span for span in letters if _is_earlier(doc, span)), None)


def _letter_behind_plan(doc: Document, start: int, end: int, signed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "A is to have a sister city in B after a letter of intent was concluded": only the letter was signed."""
    letter = earlier_letter(doc, start, end)
    if letter is None or min(verb[0] for verb in signed) < letter[1]:
        return []
    return [letter] if doc.says("wish", start, letter[0]) else []


def _is_earlier(doc: Document, letter: tuple[int, int]) -> bool:
    return bool(_EARLIER.search(doc.text[max(0, letter[0] - 60) : letter[0]]))


def _read_plan(doc: Document, start: int, end: int, wish: Sequence[tuple[int, int]]) -> Reading | None:
    """A paper named, and that it will be signed or drawn up: "agreed to draft a memorandum", 尽早签署备忘录."""
    papers = doc.cue_spans("instrument", start, end)
    acts = doc.cue_spans("sign", start, end) + doc.cue_spans("draft", start, end)
    near = [act for act in acts for paper in papers if _gap(act, paper) <= _NEAR_PAPER]
    near += [hit.span() for hit in _APPROVED.finditer(doc.text, start, end)] if papers else []
    wish = wish or doc.cue_spans("pending", start, end)
    if near and wish and (doc.lang != "en" or wish[0][0] <= near[0][0]):
        return Reading("proposed", *wish[0], False, "a paper is to be signed")
    return None


def _signing_held(doc: Document, start: int, end: int) -> list[tuple[int, int]]:
    """ "A ceremony for the signing of the agreement was held"."""
    hit = _SIGNING_HELD.search(doc.text, start, end)
    return [hit.span()] if hit else []


def _read_tie(
    doc: Document, start: int, end: int, tie: tuple[int, int], wish: Sequence[tuple[int, int]]
) -> Reading | None:
    """Without a paper: the tie was listed, made, or wished for."""
    listed = _NOMINAL.match(doc.text, start, end)
    if listed and not wish:
        return Reading("signed", *listed.span(), False, "a paper listed with its parties")
    made = [span for span in _real(doc, "establish", start, end) if _gap(span, tie) <= _NEAR_TIE]
    made = [span for span in made if not _SOMETHING_ELSE.search(doc.text, span[1], tie[0])]
    made = [span for span in made if not _BECAUSE.search(doc.text, tie[1], span[0])]
    free = [span for span in made if not _governed(doc, span, wish) and not _is_foretold(doc, span, wish, tie)]
    if free:
        verb = min(free, key=lambda span: _gap(span, tie))
        return Reading("signed", *verb, False, "the tie was made")
    paper = _PAPER_OF_YEAR.match(doc.text, tie[1], end) or _YEARS_PAPER.match(doc.text, max(start, tie[0] - 5), end)
    if paper and doc.lang == "en":
        return Reading("signed", *paper.span("year"), False, "a paper of a year told")
    asked = _ASKED.match(doc.text, tie[1], end)
    if asked:
        return Reading("proposed", *asked.span(), False, "an application or proposal")
    if _STANDING.search(doc.text[max(0, tie[0] - 12) : tie[1]]):
        return None
    near = min(wish, key=lambda span: (not _wish_reaches(doc, span, tie), _gap(span, tie)), default=None)
    governs = any(_governs(doc, span, tie) for span in wish)
    if near and near[0] > tie[0] and not governs and _OWN.search(doc.text[max(0, tie[0] - 8) : tie[0]]):
        near = next((span for span in reversed(wish) if span[1] <= tie[0]), None)  # "wants X, its neighbour, as a …"
    if near and _wish_reaches(doc, near, tie) and not _nurtures(doc, near, tie):
        return Reading("proposed", *near, False, "a wish, plan or draft")
    return None


def _wish_reaches(doc: Document, wish: tuple[int, int], tie: tuple[int, int]) -> bool:
    if doc.lang == "zh":
        return _is_talked_about(doc, tie) if wish[0] > tie[0] else tie[0] <= wish[1] + _WISH_REACH_ZH
    if doc.lang == "en" and _ANOTHERS_WISH.search(doc.text, tie[1], wish[0]):
        return False
    return _gap(wish, tie) <= _WISH_REACH


def _nurtures(doc: Document, wish: tuple[int, int], tie: tuple[int, int]) -> bool:
    """ "Mean to strengthen their sister-province friendship": the tie stands already."""
    left, right = sorted((wish, tie))
    clause = doc.text.rfind("," if doc.lang == "zh" else ", ", max(0, left[0] - 20), left[0])
    first = clause if clause >= 0 else max(0, left[0] - 20)
    told = doc.cue_spans("nurture", first, right[1] + (6 if doc.lang == "zh" else 0))
    return any(not tie[0] < start < tie[1] for start, _ in told)  # "to pair their towns"


def _real(doc: Document, group: str, start: int, end: int) -> list[tuple[int, int]]:
    """Verbs of a group that tell an act done: not "to sign", "will be declared", 将签署."""
    kept = []
    for first, last in doc.cue_spans(group, start, end):
        before = doc.text[max(start, first - _BEFORE_VERB[doc.lang]) : first]
        if _is_unreal(doc, before, start, first, last) or _is_noun(doc, before, first, last):
            continue
        if not _UNREAL_AFTER[doc.lang].match(doc.text[last : min(end, last + 40)]):
            kept.append((first, last))
    return kept


def _is_unreal(doc: Document, before: str, start: int, first: int, last: int) -> bool:
    """Tell whether the words before a verb, in the sentence from `start` on, leave its act undone or another's."""
    if doc.text[first:last] == "signing" and _CLEARED.search(doc.text, start, first):
        return True
    bare = doc.text[first:last] in ("sign", "ink", "seal")
    if bare and (_WILL_AND.search(doc.text, start, first) or _LETS.search(doc.text, start, first)):
        return True
    if _OF_LETTER.search(before) or (doc.text[first:last] == "signing" and _TO_WITNESS.search(before)):
        return True
    if doc.text[first:last] in ("become", "establish") and _PROPOSED_THAT.search(doc.text, start, first):
        return True
    return bool(_UNREAL_BEFORE[doc.lang].search(before)) and not _UNREAL_PERFECT.search(before)


def _is_noun(doc: Document, before: str, first: int, last: int) -> bool:
    """Tell whether "ties", "twins" or "pairs" is a noun where it stands."""
    if not _TIE_WORD.match(doc.text, first, last):
        return False
    if doc.text[last - 1] == "s" and (_COUNT_BEFORE.search(before) or doc.text.startswith(" between ", last)):
        return True
    return bool(_NOUN_BEFORE.search(before)) or doc.text.startswith(_KINDS, last)


def _governed(doc: Document, verb: tuple[int, int], wishes: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a wish governs a verb; what is "newly established" is so whatever is hoped of it."""
    if _NEWLY.search(doc.text[max(0, verb[0] - 12) : verb[0]]):
        return False
    return any(_governs(doc, wish, verb) for wish in wishes)


def _is_foretold(doc: Document, verb: tuple[int, int], wishes: Sequence[tuple[int, int]], tie: tuple[int, int]) -> bool:
    """ "Announced that A and B would soon be sister cities"."""
    return bool(_FORETELLS.match(doc.text, verb[1])) and any(verb[1] < wish[0] <= tie[0] for wish in wishes)


def _governs(doc: Document, wish: tuple[int, int], verb: tuple[int, int]) -> bool:
    """A wish before the verb in its clause governs it; in Urdu, verb last, one after it does."""
    text, border = doc.text, _CLAUSE[doc.lang]
    if doc.lang == "ur":
        return wish[0] >= verb[0] and not border.search(text[verb[1] : wish[0]])
    if doc.lang == "zh" and wish[0] > verb[0]:
        return _is_talked_about(doc, verb)
    if doc.lang == "zh" and wish[1] <= verb[0] <= wish[1] + _WISH_REACH_ZH:
        clause = text[text.rfind(",", wish[1], verb[0]) + 1 : verb[0]] if "," in text[wish[1] : verb[0]] else ""
        return not _DONE_ZH.search(clause) and not _CONSENT_GIVEN.search(text[max(0, wish[0] - 8) : wish[1]])
    between = text[wish[1] : verb[0]]
    return wish[1] <= verb[0] and not border.search(between.removeprefix(" that"))


def _is_talked_about(doc: Document, what: tuple[int, int]) -> bool:
    """ "Views on …": the wish of a Chinese sentence may stand behind what 就 or 关于 opens."""
    return bool(_ABOUT.search(doc.text[max(0, what[0] - 44) : what[0]]))


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, b[0] - a[1], a[0] - b[1])
