"""How many days apart two mentions may lie and still tell one occasion. Each number says why it is what it is."""

from __future__ import annotations

from typing import Final

# Agreements
AGREEMENT_REPORT_DAYS: Final = 14
"""A signing is told within two weeks: embassy sites and municipal offices post it days after the wire."""
SAME_RUNG_DAYS: Final = 45
"""A pair does not climb the same rung twice in six weeks; late and month-dated reports lie within."""
LOOSE_WORDING_DAYS: Final = 30
"""A letter of intent becomes an agreement after months; within one, "signed" is the looser word for it."""
PROPOSAL_TO_TIE_DAYS: Final = 10
""""To become sister cities" beside "became" in the same days is one occasion; two weeks later it is a second one."""
STATED_DAYS: Final = 3
"""Two rungs that both name their day are told of one ceremony only if the days nearly agree."""
CROSSED_DAYS: Final = 14
"""Partners told crosswise contradict each other only about one ceremony."""

# Visits
VISIT_DAYS: Final = 4
"""Any day of a visit may be the one told; few delegations stay with one host for longer."""
VISIT_REPORT_DAYS: Final = 7
"""An undated report of a visit appears within the week."""
LATE_VISIT_REPORT_DAYS: Final = 21
""""Recently": a pair of named places rarely exchanges two delegations within three weeks."""
ONE_SIDED_DAYS: Final = 4
"""An envoy calls on one government again and again: without a partner place only the same days will do."""
CALL_DAYS: Final = 1
"""China's envoys live among the governments they call on: a consul general is at the Home Department on a Tuesday and
at the Assembly on the Thursday. Days two apart are of two calls; of one call outlets differ by a day."""
TOLD_TOGETHER_DAYS: Final = 2
"""Reports of one envoy and one government that appear within two days are of one call, though one dates it earlier."""
LEVEL_DAYS: Final = 2
"""A province and its city are two hosts of one tour, often three days apart; the same days are one host told twice."""
PARTNER_DAYS: Final = 4
"""An envoy is received by one host once in so many days, whichever partner places the outlets name."""
ACTOR_DAYS: Final = 1
"""An envoy and a delegation at one host are one meeting told differently only on the same day."""
UNDATED_SEEN_DAYS: Final = 60
"""A visit without any date, first seen two months after another of its pair was, is a later one."""
PLAN_SHIFT_DAYS: Final = 10
"""A visit takes place up to ten days off the day it was announced for."""
PLAN_AHEAD_DAYS: Final = 45
"""An announcement without a day is of a visit within six weeks."""
PLAN_OVERLAP_DAYS: Final = 2
"""An announcement may still be printed while the delegation has already arrived."""

# Both
EARLY_PRINT_DAYS: Final = 1
"""Outlets stamp a page with their own zone's day, or the day before print."""
NEWS_DAYS: Final = 60
"""What is new is at most two months from its report, so a vague date of news can be narrowed to that."""
VAGUE_DAYS: Final = 31
"""A date wider than a month does not tell two rungs of one year apart."""

REACH_DAYS: Final = max(NEWS_DAYS, SAME_RUNG_DAYS, PLAN_AHEAD_DAYS, LATE_VISIT_REPORT_DAYS)
"""No window reaches further: mentions that lie more days apart tell two occasions."""
