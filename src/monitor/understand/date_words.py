"""How dates are written in the three languages: months, days of the week, words counting from another day, patterns."""

from __future__ import annotations

import re

EN_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
UR_MONTHS = {
    "جنوری": 1,
    "فروری": 2,
    "مارچ": 3,
    "اپریل": 4,
    "مئی": 5,
    "مءی": 5,
    "جون": 6,
    "جولائی": 7,
    "جولاءی": 7,
    "اگست": 8,
    "ستمبر": 9,
    "اکتوبر": 10,
    "نومبر": 11,
    "دسمبر": 12,
}
EN_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UR_DAYS = {"پیر": 0, "سوموار": 0, "منگل": 1, "بدھ": 2, "جمعرات": 3, "جمعہ": 4, "ہفتہ": 5, "ہفتے": 5, "اتوار": 6}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
"""Days of a month in words, in order."""
_TO_DAY = r"(?: ?(?:-|to|and) ?\d{1,2}(?:st|nd|rd|th)?)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
_PART = "(?:day|morning|afternoon|evening|night)"
_DAY_FIRST = rf"(?<![\d/.-])(?P<day>\d{{1,2}})(?P<slash>[-/.])(?P<m>\d{{1,2}})(?P=slash){YEAR}(?![\d/-])"
"""28-03-2019: the day comes first in Pakistan."""

_YEARS = (
    r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty"
)
_PATTERNS = {
    "en": [
        rf"\b{_DAY}{_TO_DAY} (?:of )?{_MONTH},? {YEAR}\b",
        rf"\b{_MONTH} {_DAY}{_TO_DAY},? {YEAR}\b",
        rf"\b(?P<ordinal>{'|'.join(reversed(ORDINALS))}) (?:day )?of {_MONTH}(?:,? {YEAR})?(?![a-z])",
        rf"\b{YEAR}-(?P<m>\d\d)-(?P<day>\d\d)\b",
        rf"(?<![\d.]){YEAR}\.(?P<m>\d{{1,2}})\.(?P<day>\d{{1,2}})\b",
        _DAY_FIRST,
        rf"\b{_MONTH},? (?:of )?{YEAR}\b",
        rf"\b(?:in |during )?(?:{_DAY} )?{_MONTH} (?:of )?(?P<thatyear>(?:the|that) same year|that year)\b",
        rf"\b(?:{_DAY} )?{_MONTH} (?:of )?(?P<thatyear>last year|this year|next year)\b",
        rf"\b{_DAY}{_TO_DAY} (?:of )?{_MONTH}(?![a-z])",
        rf"\b{_MONTH} {_DAY}(?!\d|:\d)(?: ?(?:-|to|and) ?\d{{1,2}}\b)?",
        rf"\b(?:in|last|this|during|of|early|late|since) (?:early |late |mid-?)?{_MONTH}(?![a-z])",
        rf"(?:(?<=\n)|\A){_MONTH}(?=:| -)",
        rf"(?<![\d:,.$-])\b{YEAR}\b(?![\d-]| ?(?:million|crore|km|people|pairs|forum|olympic|expo))",
        r"\b(?:next|coming) (?P<nextday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b",
        r"\b(?P<last>last )?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b",
        r"\b(?P<relative>today|tonight|(?:(?:the )?day before )?yesterday)\b",
        r"\b(?P<relative>this (?:morning|forenoon|noon|afternoon|evening)|tomorrow)\b",
        r"\b(?P<ago>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) "
        r"(?P<unit>year)s? ago (?P<samemonth>this (?:month|week)|today)\b",
        r"\b(?P<span>last month|last year|this month|this year|next month|next year)\b",
        rf"\b(?P<fromday>(?:the|that) same {_PART}|that (?:morning|afternoon|evening|night)"
        rf"|the {_PART} (?:after|before)"
        rf"(?! the| an? | his | her | their | its | last| [a-z]+day)|(?:the|on) (?:following|next|previous) {_PART}"
        r"|(?<!the )(?<!for )next day)\b",
        r"\b(?P<count>a|one|two|three|four|five|six|ten) (?P<unit>day|week)s? "
        r"(?P<fromday>earlier|later|afterwards|on|before(?=[,.;]))(?=[ ,.;])(?! end)",
        r"\b(?P<later>the (?:following|next) (?:month|year)|(?:a|one|two|three|four|five|six|seven|eight|nine|ten) "
        r"(?:month|year)s? (?:later|earlier|afterwards)|the (?:month|year) (?:after|before)(?=[,.;)]| that\b))",
        r"\b(?:on|from|until|till|(?:morning|afternoon|evening|night) of) the (?P<dayonly>\d{1,2})(?:st|nd|rd|th)"
        r"(?=[.,;:)\n]| (?:the|they|he|she|it|we|a|and|when|in|at|to|by|his|her|who|was|were)\b)",
        r"\b(?P<dayonly>\d{1,2})(?:st|nd|rd|th) inst(?:ant\b|\.)",
        r"\b(?P<ago>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) "
        r"(?P<unit>year|month|day)s? ago\b",
        rf"\b(?P<ago>{_YEARS}) (?P<unit>year)s (?:(?:have |had )?(?:now )?(?:passed|elapsed|gone by) since|since|after)"
        r"(?! (?:they|it|both|the two)\b)(?! [^,.;]*\d{4})"
        r"(?= [^,.;]{3,90} (?:became|signed|were|was|establish|entered|agreed|twinned|joined|tied))",
        r"\b(?P<ago>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<unit>year|month)s? "
        r"after (?:it|they|the [a-z]+|its signing)(?= (?:was|were) (?:signed|inked|sealed|concluded|made|formed))",
        r"(?<=and )(?P<ago>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) since"
        r"(?= [^,.;]{3,60} (?:became|joined|signed|followed))",
        r"\b(?P<relative>(?:the|that) same (?:month|year))\b",
    ],
    "zh": [
        rf"{YEAR}年(?P<hanmonth>[一二三四五六七八九十]{{1,2}})月(?:(?P<handay>[一二三四五六七八九十]{{1,3}})[日号])?",
        r"(?P<hanmonth>[一二三四五六七八九十]{1,2})月(?P<handay>[一二三四五六七八九十廿卅]{1,3})[日号]",
        r"(?P<ofmonth>本月|上个?月|下个?月)(?P<day>\d{1,2})[日号]",
        rf"{YEAR}年(?P<m>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?",
        rf"{YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"{YEAR}年(?P<m>\d{{1,2}})月",
        rf"(?<![\d.]){YEAR}\.(?P<m>\d{{1,2}})(?![\d.])",
        rf"(?<!\d){YEAR}年",
        r"(?P<thatyear>同年|当年|今年|去年|前年|明年|次年|翌年)(?P<m>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?",
        r"(?P<january>元月)(?:(?P<day>\d{1,2})[日号])?",
        r"(?<!\d)(?P<m>\d{1,2})月(?P<day>\d{1,2})(?:(?:至|到|-)\d{1,2})?[日号]",
        r"(?<![\d月年])(?P<m>\d{1,2})月(?!\d|期|份以来)",
        r"(?P<relative>今天|今日|昨天|昨日|昨晚|昨午|昨(?=与|同|在|签|会|由)|明天|明日|前天)",
        r"(?<![\d月至-])(?P<dayonly>\d{1,2})(?:(?:至|到|-)\d{1,2})?(?:日(?!前|报|本|元|方|起至)|号(?=[,、。上下中晚早凌在至与同和,]|签|访|抵|会|拜|率|赴|从))",
        r"(?<![一二三四五六七八九十月])(?P<handayonly>(?:[二三]?十|廿|卅)[一二三四五六七八九]?)日(?!前|报|本|游|谈)",
        r"(?P<week>上|本|这|下)个?(?:周|星期|礼拜)(?P<zhday>[一二三四五六日天])(?![至到刊末])",
        r"(?:周|星期|礼拜)(?P<zhday>[一二三四五六日天])(?![至到刊末])",
        r"(?P<later>次月|翌月|隔年|第二年|[一两二三四五六七八九十](?:个月|年)之?后)",
        r"(?P<span>去年|上个?月|下个?月|本月|今年|前年|明年)",
        r"(?P<relative>同年)",  # after the days that it counts from
        r"(?P<fromday>当天|同日|当日|当晚|次日|翌日|隔日|第二天|前一[天日])",
        r"(?P<count>[一两二三四五六七十])(?P<unit>[天日]|周|个?星期)(?P<fromday>之?[后前])",
        r"(?<![\d一二三四五六七八九十百])(?P<ago>\d{1,2}|[一两二三四五六七八九十]{1,3})(?P<unit>年|个月)(?:之|以)?前(?!后|夕|任)",
    ],
    "ur": [
        _DAY_FIRST,
        rf"(?<![آ-ۓ])(?P<first>یکم) ?(?P<urmonth>{'|'.join(UR_MONTHS)})(?:[ ،,۔]*{YEAR})?",
        (
            rf"(?P<day>\d{{1,2}}) ?(?P<urmonth>{'|'.join(UR_MONTHS)}) (?:سے|تا) \d{{1,2}} ?(?:{'|'.join(UR_MONTHS)})"
            rf"(?:[ ،,۔]*{YEAR})?"
        ),
        rf"(?P<urmonth>{'|'.join(UR_MONTHS)}) (?P<day>\d{{1,2}})(?!\d)(?:[ ،,]*{YEAR})?",
        rf"(?P<day>\d{{1,2}}) ?(?:(?:سے|تا|اور) ?\d{{1,2}} ?)?(?P<urmonth>{'|'.join(UR_MONTHS)})[ ،,۔]*{YEAR}",
        rf"(?P<day>\d{{1,2}}) ?(?:(?:سے|تا|اور) ?\d{{1,2}} ?)?(?P<urmonth>{'|'.join(UR_MONTHS)})",
        rf"(?P<urmonth>{'|'.join(UR_MONTHS)}) {YEAR}",
        rf"(?P<urmonth>{'|'.join(UR_MONTHS)})(?= میں| کے)",
        rf"(?<!\d){YEAR}(?!\d)",
        (
            rf"(?<![آ-ۓ])(?P<urday>{'|'.join(UR_DAYS)})(?= کو| کے روز| کے دن| کی (?:شب|رات|شام|صبح|دوپہر"
            rf"|سہ پہر))"
        ),
        rf"(?<=بروز )(?P<urday>{'|'.join(UR_DAYS)})(?![آ-ۓ])",
        r"(?<![آ-ۓ])(?P<relative>آج|گزشتہ روز|گذشتہ روز|کل)(?![آ-ۓ])",
        r"(?<![آ-ۓ])(?P<fromday>اسی (?:روز|دن|شام|رات)|اگلے (?:روز|دن)|اگلی (?:صبح|شام))(?![آ-ۓ])",
        (
            r"(?<![آ-ۓ])(?P<count>ایک|دو|تین|چار|پانچ|چھ|سات|دس) (?P<unit>دن|روز|ہفتے|ہفتہ)"
            r" (?P<fromday>بعد|قبل|پہلے)(?![آ-ۓ])"
        ),
        (
            r"(?<![آ-ۓ])(?P<ago>\d{1,2}|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس) (?P<unit>سال|برس|ماہ)"
            r" (?:قبل|پہلے)(?![آ-ۓ])"
        ),
        (
            r"(?<![آ-ۓ])(?P<later>اس کے اگلے (?:ماہ|سال|برس)"
            r"|(?:ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس) (?:سال|برس|ماہ) بعد)(?![آ-ۓ])"
        ),
        r"(?P<span>گزشتہ ماہ|گزشتہ سال|گزشتہ برس|پچھلے سال|رواں سال|رواں برس|رواں ماہ|(?:اگلے|آئندہ) (?:ماہ|سال))",
    ],
}  # fmt: skip
COMPILED = {lang: [re.compile(pattern) for pattern in patterns] for lang, patterns in _PATTERNS.items()}
ANNIVERSARY = re.compile(
    r"建交(?P<zh>\d{2})周年|(?P<en>\d{2})(?:th|st|nd|rd)? (?:anniversary|years) of (?:the )?(?:establishment of )?"
    r"(?:china[- ]pakistan |pak(?:istan)?[- ]china )?diplomatic"
)
RELATIVE_DAYS = {
    "yesterday": -1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨午": -1,
    "昨": -1,
    "前天": -2,
    "گزشتہ روز": -1,
    "گذشتہ روز": -1,
    "tomorrow": 1,
    "明天": 1,
    "明日": 1,
}
COUNTS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10,
    "ایک": 1, "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "چھ": 6, "سات": 7, "آٹھ": 8, "نو": 9,
    "دس": 10,
}  # fmt: skip
MONTHS = ("month", "个月", "ماہ")
YEARS = ("year", "年", "سال", "برس")
WEEKS = ("week", "周", "星期", "个星期", "ہفتے", "ہفتہ")
BACKWARDS = re.compile(r"before|previous|earlier|前|قبل|پہلے")
"""Among words counting from the day told before: they count back."""
SAME_DAY = re.compile(r"same|that|当|同|اسی")

SPAN_YEARS = {
    "last year": -1,
    "去年": -1,
    "前年": -2,
    "گزشتہ سال": -1,
    "گزشتہ برس": -1,
    "this year": 0,
    "今年": 0,
    "رواں سال": 0,
    "رواں برس": 0,
    "پچھلے سال": -1,
    "next year": 1,
    "明年": 1,
    "اگلے سال": 1,
    "آئندہ سال": 1,
}
SPAN_MONTHS = {
    "last month": -1,
    "上月": -1,
    "上个月": -1,
    "گزشتہ ماہ": -1,
    "this month": 0,
    "本月": 0,
    "رواں ماہ": 0,
    "next month": 1,
    "下月": 1,
    "下个月": 1,
    "اگلے ماہ": 1,
    "آئندہ ماہ": 1,
}
