"""The command line: one function a command. Only commands that run a flow import Prefect."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from monitor import __version__
from monitor.errors import MonitorError, UsageError, said_by_system
from monitor.settings import Home, find_home, load_settings
from monitor.sources import load_sources

_TIES_HELP = (
    "known ties from a public list, as background; a CSV file whose first line names its columns: cn, pk, source "
    "(name of the list), url; and where known date, relation, stage, note. Nothing is stored of a file with a mistake"
)
LEAST_ROOM = 16 * 2**20
"""Bytes that must be free in a home for a run to begin; it holds its database twice."""
Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 wrong use."""
    arguments = _parser().parse_args(argv)
    command: Command = arguments.command
    try:
        return command(arguments)
    except UsageError as error:
        arguments.parser.print_usage(sys.stderr)
        print(f"monitor: {error}", file=sys.stderr)
        return 2
    except MonitorError as error:
        print(f"monitor: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"monitor: {error.filename or 'system'}: {said_by_system(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nmonitor: interrupted; what is stored is whole", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="monitor", description="China-Pakistan ties monitor")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Command, text: str, *, home: bool = True, as_json: bool = True) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=run, parser=command)
        if home:
            command.add_argument("--home", metavar="DIR", help="where data is kept (else MONITOR_HOME, else here)")
        if as_json:
            command.add_argument("--json", action="store_true", help="print JSON")
        return command

    add("run", _run, "collect from the configured sources, understand, load, publish")
    add("demo", _demo, "the same against a small bundled news web on loopback, in a home of its own (./demo)")
    imports = add("import", _import, "load .jsonl articles, .warc.gz pages, or known ties")
    imports.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    imports.add_argument("--ties", type=Path, action="append", default=[], metavar="FILE.csv", help=_TIES_HELP)
    add(
        "extract", _extract, "articles JSONL in, their events as JSONL out; stores nothing", home=False, as_json=False
    ).add_argument("file", type=Path, metavar="FILE", help="one article a line; - for standard input")
    parse = add("parse", _parse, "one HTML page in, one article as JSON out", home=False, as_json=False)
    parse.add_argument("file", type=Path, metavar="FILE")
    parse.add_argument("--url", required=True, help="the address that the page was fetched from")
    add("explain", _explain, "why a page was kept or dropped, why an event is what it is").add_argument(
        "subject", metavar="URL or EVENT_ID"
    )
    add("reprocess", _reprocess, "read everything kept anew with today's rules, without the network")
    _add_review(add("review", _review, "list doubtful events, or give a verdict on one, which outranks the rules"))
    add("publish", _publish, "rebuild public/ from the warehouse, and heed verdicts.toml")
    add("sources", _sources, "list the configured sources and how they do").add_argument(
        "--check", action="store_true", help="ask each source and say how it answers"
    )
    add("backup", _backup, "write the database, the archive and the operator's files into one tar file").add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="else DIR/backups/TIME.tar"
    )
    restore = add("restore", _restore, "put a backup back into a home, and publish")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="set aside what is there, in DIR/replaced-TIME")
    add("prune", _prune, "drop old pages without evidence from the archive").add_argument(
        "--dry-run", action="store_true", help="only say what would go"
    )
    serve = add("serve", _serve, "serve public/ over HTTP", as_json=False)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8780)
    return parser


def _add_review(review: argparse.ArgumentParser) -> None:
    review.add_argument("event_id", nargs="?", metavar="EVENT_ID", help="without it, doubtful events are listed")
    verdict = review.add_mutually_exclusive_group()
    verdict.add_argument("--accept", action="store_const", const={"accept": True}, help="it is right as it stands")
    verdict.add_argument("--reject", action="store_const", const={"reject": True}, help="it did not happen so")
    verdict.add_argument(
        "--set",
        nargs="+",
        metavar="FIELD=VALUE",
        help="correct stage, relation, actor, cn, pk, date or is_new; nothing after = for an unknown cn, pk or date",
    )
    verdict.add_argument("--merge", metavar="OTHER_ID", help="both are one event; the younger id leads to the older")
    verdict.add_argument("--split", nargs="+", metavar="ARTICLE_ID", help="these articles tell another event")
    review.add_argument("--by", metavar="NAME", help="who decides; kept in verdicts.toml")
    review.add_argument("--reason", metavar="TEXT", help="why; kept in verdicts.toml and shown to readers of the feed")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _shown(path: str | Path) -> Path:
    """A path as a person would type it here: relative where it lies below the current folder."""
    return Path(path).relative_to(Path.cwd()) if Path(path).is_relative_to(Path.cwd()) else Path(path)


def _print_summary(summary: Any, as_json: bool) -> None:
    if as_json:
        _print_json(asdict(summary))
        return
    dropped = ", ".join(f"{count} {reason}" for reason, count in summary.dropped.items())
    if summary.flow in ("import", "reprocess"):
        print(f"read       {summary.articles} articles; {summary.kept} tell of agreements or visits")
    else:
        print(f"fetched    {summary.fetched} pages; {summary.kept} articles tell of agreements or visits")
    print(f"dropped    {sum(summary.dropped.values())}{': ' + dropped if dropped else ''}")
    for source_id, error in summary.failed.items():
        print(f"failed     {source_id}: {error}")
    print(f"events     {summary.events_new} new, {summary.events_changed} changed, {summary.announced} announced")
    print(f"feed       {_shown(summary.feed)}")
    print(f"page       {_shown(summary.page)}")
    print(f"database   {_shown(summary.database)}")


def _run(arguments: argparse.Namespace) -> int:
    return _run_news(find_home(arguments.home), arguments.json)


def _run_news(home: Home, as_json: bool) -> int:
    # What is wrong with the home is said at once: Prefect takes seconds to start, and minutes to fail in such a home.
    load_sources(home, load_settings(home))
    if home.verdicts_file.exists():
        _check_verdicts(home)
    _require_writable(home)
    _quiet_prefect(home)
    from monitor.warehouse import held, open_warehouse  # noqa: PLC0415

    try:
        with held(home.writer_file.with_name("run.lock")):
            with open_warehouse(home):
                pass
            from flows.alone import run_alone  # noqa: PLC0415

            summary = run_alone(home.root)
    except MonitorError as error:
        # Prefect keeps the error until the process ends, and its frames the database: DuckDB would complain of that.
        traceback.clear_frames(error.__traceback__)
        raise
    _print_summary(summary, as_json)
    return 0


def _check_verdicts(home: Home) -> None:
    from monitor.understand.gazetteer import load_gazetteer  # noqa: PLC0415
    from monitor.verdicts import load_verdicts  # noqa: PLC0415

    load_verdicts(home, load_gazetteer())


def _require_writable(home: Home) -> None:
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home.root) as file:
            os.posix_fallocate(file.fileno(), 0, LEAST_ROOM)
    except OSError as error:
        raise MonitorError(f"{home.root}: cannot be written: {said_by_system(error)}") from error


def _quiet_prefect(home: Home) -> None:
    """Leave the output to the command, whose errors name what went wrong; and keep Prefect's records with the data."""
    for name in ("PREFECT_LOGGING_LEVEL", "PREFECT_LOGGING_ROOT_LEVEL"):
        os.environ.setdefault(name, "CRITICAL")
    os.environ.setdefault("PREFECT_HOME", str(home.root / ".prefect"))
    # Its server is our own child, here: one that does not answer is gone, and will not come back in a minute.
    os.environ.setdefault("PREFECT_CLIENT_MAX_RETRIES", "2")


def _demo(arguments: argparse.Namespace) -> int:
    from monitor.demo import demo_web  # noqa: PLC0415

    home = find_home(arguments.home or "demo")
    with demo_web(home) as web:
        code = _run_news(home, arguments.json)
        asked = len(web.requests)
    if not arguments.json:
        print(f"requests   {asked} to {len(web.bases)} outlets on loopback")
        print('try        .venv/bin/python -c "import duckdb; duckdb.connect(', end="")
        print(f"'{_shown(home.snapshot_file)}', read_only=True).sql('FROM events').show()\"")
    return code


def _import(arguments: argparse.Namespace) -> int:
    from monitor.pipeline import import_files, import_ties, open_run  # noqa: PLC0415

    if not (arguments.paths or arguments.ties):
        raise UsageError("import needs a PATH, or --ties FILE.csv")
    with open_run("import", find_home(arguments.home)) as run:
        import_ties(run, arguments.ties)
        import_files(run, arguments.paths)
        run.publish()
        _print_summary(run.summary({}), arguments.json)
    return 0


def _reprocess(arguments: argparse.Namespace) -> int:
    from monitor.pipeline import open_run  # noqa: PLC0415
    from monitor.reprocess import reprocess  # noqa: PLC0415

    with open_run("reprocess", find_home(arguments.home)) as run:
        reprocess(run)
        run.publish()
        _print_summary(run.summary({}), arguments.json)
    return 0


def _review(arguments: argparse.Namespace) -> int:
    from monitor.review import list_doubts, take_verdict  # noqa: PLC0415

    home, action = find_home(arguments.home), _action(arguments)
    if arguments.event_id is None and not action:
        doubts = list_doubts(home)
        if arguments.json:
            _print_json(doubts.as_json())
        else:
            print(doubts.as_text())
        return 0
    if not (arguments.event_id and action and arguments.by and arguments.reason):
        raise UsageError(
            "a verdict needs EVENT_ID, --by, --reason, and one of --accept, --reject, --set, --merge, --split"
        )
    decision = take_verdict(home, arguments.event_id, action, arguments.by, arguments.reason)
    if arguments.json:
        _print_json(asdict(decision))
        return 0
    print(f"{decision.event_id}  {decision.title} ({'in the feed' if decision.in_feed else 'not in the feed'})")
    for path in decision.files:
        print(f"wrote {_shown(path)}")
    return 0


def _action(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the verdict on the command line as `verdicts.toml` has it, empty where there is none."""
    if arguments.set:
        pairs = [text.partition("=") for text in arguments.set]
        wrong = next((field for field, equals, _ in pairs if not equals), None)
        if wrong:
            raise UsageError(f"--set {wrong}: FIELD=VALUE is wanted, such as stage=letter_of_intent")
        flags = {"true": True, "false": False}
        return {"set": {field: flags.get(value, value) for field, _, value in pairs}}
    named = {name: getattr(arguments, name) for name in ("merge", "split") if getattr(arguments, name)}
    return arguments.accept or arguments.reject or named


def _extract(arguments: argparse.Namespace) -> int:
    from monitor.articles import read_articles  # noqa: PLC0415
    from monitor.understanding import understand_articles  # noqa: PLC0415

    path = Path("/dev/stdin") if str(arguments.file) == "-" else arguments.file
    for article in read_articles(path):
        events = [
            {key: value for key, value in asdict(mention).items() if key != "article_id"}
            for mention in understand_articles([article]).mentions
        ]
        print(json.dumps({"id": article.article_id, "events": events}, ensure_ascii=False))
    return 0


def _parse(arguments: argparse.Namespace) -> int:
    from monitor.parse.file import parse_file  # noqa: PLC0415

    _print_json(
        {key: value for key, value in asdict(parse_file(arguments.file, arguments.url)).items() if key != "fetched_at"}
    )
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from monitor.explain import explain  # noqa: PLC0415

    story = explain(find_home(arguments.home), arguments.subject)
    if arguments.json:
        _print_json(story.as_json())
    else:
        print(story.as_text())
    return 0


def _publish(arguments: argparse.Namespace) -> int:
    from monitor.pipeline import republish  # noqa: PLC0415

    changed = republish(find_home(arguments.home))
    if arguments.json:
        _print_json([str(path) for path in changed])
    else:
        print("\n".join(f"wrote {path}" for path in changed) or "nothing changed")
    return 0


def _sources(arguments: argparse.Namespace) -> int:
    from monitor.source_list import gives_links, listed_sources, source_line  # noqa: PLC0415
    from monitor.warehouse import health_of  # noqa: PLC0415

    home = find_home(arguments.home)
    settings = load_settings(home)
    sources = load_sources(home, settings)
    answers: dict[str, str] = {}
    if arguments.check:
        from monitor.collect.run import check_all  # noqa: PLC0415

        answers = asyncio.run(check_all(sources, settings))
    rows = listed_sources(sources, health_of(home), answers)
    if arguments.json:
        _print_json(rows)
    else:
        print("\n".join(source_line(row) for row in rows))
        if arguments.check:
            print(f"{sum(gives_links(row) for row in rows)} of {len(rows)} sources answer with links to articles")
    return 0


def _backup(arguments: argparse.Namespace) -> int:
    from monitor.backup import backup  # noqa: PLC0415

    path = backup(find_home(arguments.home), arguments.file)
    if arguments.json:
        _print_json({"file": str(path), "bytes": path.stat().st_size})
    else:
        print(f"wrote {_shown(path)} ({path.stat().st_size:,} bytes)")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from monitor.backup import restore  # noqa: PLC0415
    from monitor.pipeline import republish  # noqa: PLC0415

    home = find_home(arguments.home)
    restored = restore(home, arguments.file, replace=arguments.replace)
    republish(home)
    if arguments.json:
        _print_json([str(path) for path in restored])
    else:
        print(f"restored {len(restored)} files into {_shown(home.root)}, and published")
    return 0


def _prune(arguments: argparse.Namespace) -> int:
    from monitor.prune import prune  # noqa: PLC0415

    pruned = prune(find_home(arguments.home), datetime.now(UTC), dry_run=arguments.dry_run)
    if arguments.json:
        _print_json(asdict(pruned))
    else:
        verb = "would drop" if arguments.dry_run else "dropped"
        print(f"{verb} {pruned.dropped} pages of {pruned.dropped + pruned.kept}, {pruned.bytes_freed:,} bytes")
    for damage in pruned.damaged:
        print(f"monitor: {damage}; the file stays as it is", file=sys.stderr)
    return 1 if pruned.damaged else 0


def _serve(arguments: argparse.Namespace) -> int:
    from monitor.serve import serve  # noqa: PLC0415

    serve(find_home(arguments.home).public, arguments.host, arguments.port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
