"""What became of an item after readers were told it: corrected, or withdrawn."""

from __future__ import annotations

from monitor.publish.markup import escape, one_line
from monitor.publish.wording import item_html, item_title
from monitor.records import Event, Item

_NO_REASON = "Its reports were taken back, or are read otherwise by now."


def item_heading(item: Item) -> str:
    """Return the title of an item: what happened, after "Corrected:" or "Withdrawn:" where readers were told wrong.

    A withdrawn item is named as readers know it.
    """
    if item.withdrawn:
        return f"Withdrawn: {item_title(item.told or item.event)}"
    return f"Corrected: {item_title(item.event)}" if is_corrected(item) else item_title(item.event)


def item_body(item: Item) -> str:
    """Return the body of an item, what became of it first."""
    return "\n".join(part for part in (item_note(item), item_html(item)) if part)


def item_note(item: Item) -> str:
    """Return the paragraph that says what became of the item, and why; empty where it stands as it was told."""
    reason = escape(one_line(item.reason))
    if item.withdrawn:
        return f"<p><strong>Withdrawn.</strong> {reason or _NO_REASON}</p>"
    if item.told is None or not is_corrected(item):
        return ""
    told = f"<p><strong>Corrected.</strong> It was told as: {escape(item_title(item.told))}."
    return f"{told} {reason}</p>" if reason else f"{told}</p>"


def is_corrected(item: Item) -> bool:
    """Tell whether what readers were told is wrong by now, or a person has changed it.

    What is known more precisely, a visit that took place as planned, and further sources correct nothing.
    """
    told, now = item.told, item.event
    if told is None:
        return False
    if now.verdict == "corrected":
        return _facts(told) != _facts(now)
    return (
        told.stage not in ("planned", now.stage)
        or (told.relation, told.actor) != (now.relation, now.actor)
        or (told.cn_id is not None and told.cn_id != now.cn_id)
        or (told.pk_id is not None and told.pk_id != now.pk_id)
        or not _dates_agree(told.date, now.date)
    )


def _facts(event: Event) -> tuple[str | None, ...]:
    return (event.stage, event.relation, event.actor, event.cn_id, event.pk_id, event.date)


def _dates_agree(told: str | None, now: str | None) -> bool:
    """Tell whether both dates can be right; one that was told and is given up cannot."""
    if told is None:
        return True
    return now is not None and (told.startswith(now) or now.startswith(told))
