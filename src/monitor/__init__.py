"""Finds agreements and visits between Chinese and Pakistani places in the news, and publishes them.

    sources.py      where news is looked for (data/sources.toml, the home's sources.toml)
        |
    collect/        discover links, fetch politely, archive as WARC                    I/O
        |  pages
    parse/          one HTML page -> one article                                       pure
        |  articles
    understand/     places and dates -> agreements and visits, each with its evidence  pure
        |  mentions
    resolve/        near-duplicates; mentions -> events; what to announce              pure
        |  decisions
    warehouse/      candidates for resolving; one transaction; the snapshot for SQL    I/O
        |  items
    publish/        feeds, their list, the page                                        I/O
    review/         doubtful events, and the verdicts that people give on them         I/O

records.py holds what is handed from step to step, settings.py the home and its `monitor.toml`, errors.py what can go
wrong; replacing.py puts files in place whole. understanding.py takes pages through parse/ and understand/, and turns
what fails into rejections. verdicts.py and known_ties.py read what people decided and what public lists know.
loading.py resolves and stores one load, pipeline.py puts the steps in a row, reprocess.py replays what is kept; the
Prefect flows in `flows/` and the command line (cli.py) call them.
"""

__version__ = "0.1.0"
