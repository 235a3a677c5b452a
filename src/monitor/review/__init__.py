"""What a person should look at, and what they decide about it (`monitor review`)."""

from __future__ import annotations

from monitor.review.doubts import Doubt, list_doubts
from monitor.review.take import Decision, take_verdict

__all__ = ["Decision", "Doubt", "list_doubts", "take_verdict"]
