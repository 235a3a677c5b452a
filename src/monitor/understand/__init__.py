"""From an article to the events it tells, each with the words that prove it. Pure: the same article, the same answer.

article -> document -> places, dates -> agreements, visits -> mentions
"""

from monitor.understand.reading import Reading, read_article, read_mentions

__all__ = ["Reading", "read_article", "read_mentions"]
