"""Main text, title and day of publication on public benchmarks, beside trafilatura's modes in the same run.

Give the checkouts that are at hand; the others are skipped. All are repositories on GitHub:
  --aeb       scrapinghub/article-extraction-benchmark (its own scorer is loaded)
  --naeb      AndyTheFactory/article-extraction-dataset
  --fundus    flairNLP/fundus
  --wcxb      Murrough-Foley/web-content-extraction-benchmark (articles only, both halves; its own scorer is loaded)
  --htmldate  adbar/htmldate
  --gne       GeneralNewsExtractor/GeneralNewsExtractor, with --gne-labels FILE: JSON, path in its tests/ ->
              {"title", "day", "source"}, made by reading the pages; "" where a page gives none,
              ";" between sources that are both right
Run: .venv/bin/python benchmarks/extraction.py --aeb DIR --naeb DIR --fundus DIR ... [--wrong FILE]

A page that the monitor rejects counts as empty text; title, day and source are judged by what it read there all the
same, and how many were rejected, and why, is printed. Each set is shown in two halves, parted by a hash of the page:
rules were read off half a, half b is the check. `--wrong` writes what was missed as JSON lines.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any
from unicodedata import category, normalize

from trafilatura import extract

from monitor.errors import ExtractError
from monitor.parse.article import read_page
from monitor.records import Page

MODES: Mapping[str, Mapping[str, bool]] = {
    "precision": {"favor_precision": True},
    "fast": {"fast": True},
    "default": {},
}
SPEED_SAMPLE = 150
BARS: Mapping[str, Mapping[str, float]] = {
    "naeb": {"title": 90},
    "fundus": {"title": 88, "day": 98},
    "wcxb": {"title": 80, "day": 86},
    "htmldate": {"day": 91},
    "gne": {"title": 95, "day": 95, "credit": 95},
}
"""Percent right at least; the bar of the main text is the best of trafilatura's modes in the same run."""
Score = Callable[[str, str], tuple[float, float]]
"""True and found text to precision and recall."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page of a benchmark with its truth; what the benchmark does not label is None."""

    key: str
    body: bytes
    url: str
    fetched_at: datetime
    title: str | None = None
    text: str | None = None
    day: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read from a page: `texts` by extractor, "ours" among them; `flaw` is why the monitor rejects it."""

    key: str
    half: str
    texts: Mapping[str, str]
    title: str | None
    published: str | None
    credit: str | None
    flaw: str | None
    late: bool


def load_aeb(root: Path) -> Iterator[Sample]:
    """Yield the pages of scrapinghub's benchmark: main text only."""
    truths = json.loads((root / "ground-truth.json").read_text(encoding="utf-8"))
    for key, truth in truths.items():
        body = gzip.decompress((root / "html" / f"{key}.html.gz").read_bytes())
        yield Sample(key, body, truth["url"], datetime.now(UTC), text=truth["articleBody"])


def load_naeb(root: Path) -> Iterator[Sample]:
    """Yield the pages of newspaper4k's dataset that are in the checkout."""
    for truth in json.loads((root / "news_articles.json").read_text(encoding="utf-8")):
        path = root / "html" / f"{truth['html_file']}.html"
        if path.exists():
            day = (truth["date"] or "")[:10] or None
            title, text = truth["title"], truth["text"]
            yield Sample(path.stem, path.read_bytes(), truth["link"], datetime.now(UTC), title, text, day)


def load_fundus(root: Path) -> Iterator[Sample]:
    """Yield the test pages of fundus; the versions of a publisher's parser follow each other as its pages do."""
    for meta_file in sorted((root / "tests/resources/parser/test_data").glob("*/meta.info")):
        metas = json.loads(meta_file.read_text(encoding="utf-8"))
        for truth_file in sorted(meta_file.parent.glob("*.json")):
            pages = sorted(meta_file.parent.glob(f"{truth_file.stem}_2*.html.gz"))
            truths = json.loads(truth_file.read_text(encoding="utf-8"))
            for path, version in zip(pages, sorted(truths), strict=True):
                meta, truth = metas[path.name], truths[version]
                fetched_at = datetime.fromisoformat(meta["crawl_date"])
                fetched_at = fetched_at if fetched_at.tzinfo else fetched_at.replace(tzinfo=UTC)
                title, day = truth.get("title"), (truth.get("publishing_date") or "")[:10] or None
                body = gzip.decompress(path.read_bytes())
                yield Sample(path.name, body, meta["url"], fetched_at, title, _fundus_text(truth.get("body")), day)


def _fundus_text(body: Mapping[str, Any] | None) -> str | None:
    if not body:
        return None
    parts = [*body["summary"], *(part for one in body["sections"] for part in (*one["headline"], *one["paragraphs"]))]
    return "\n".join(parts)


def load_wcxb(root: Path) -> Iterator[Sample]:
    """Yield the articles of WCXB, of its development and its test half."""
    for half in ("dev", "test"):
        for path in sorted((root / half / "ground-truth").glob("*.json")):
            record = json.loads(path.read_text(encoding="utf-8"))
            truth = record["ground_truth"]
            if record["_internal"]["page_type"]["primary"] == "article":
                body = gzip.decompress((root / half / "html" / f"{path.stem}.html.gz").read_bytes())
                day = (truth.get("publish_date") or "")[:10] or None
                title, text = truth.get("title") or None, truth.get("main_content") or None
                url = record.get("url") or "https://page.example/"
                yield Sample(f"{half}/{path.stem}", body, url, datetime.now(UTC), title, text, day)


def load_htmldate(root: Path) -> Iterator[Sample]:
    """Yield the dated pages of htmldate."""
    for name in ("eval_mediacloud_2020.json", "eval_default.json"):
        for url, truth in json.loads((root / "tests" / name).read_text(encoding="utf-8")).items():
            paths = [root / "tests" / folder / truth["file"] for folder in ("test_set", "cache", "eval")]
            path = next((path for path in paths if path.is_file()), None)
            if path is not None:
                # A date that is no number stands for a page without one; one address is misspelt.
                day = truth["date"] if isinstance(truth["date"], str) else ""
                yield Sample(truth["file"], path.read_bytes(), url.removeprefix("x"), datetime.now(UTC), day=day)


def load_gne(root: Path, labels: Path) -> Iterator[Sample]:
    """Yield the Chinese pages of GeneralNewsExtractor that `labels` describes."""
    for name, truth in json.loads(labels.read_text(encoding="utf-8")).items():
        url = truth.get("url") or f"https://{name.split('/')[0]}.example/{name}"
        body = (root / "tests" / name).read_bytes()
        yield Sample(name, body, url, datetime.now(UTC), truth["title"], None, truth["day"], truth["source"])


def outcome_of(sample: Sample, modes: Sequence[str]) -> Outcome:
    """Read one page by the monitor, and its text by trafilatura in `modes`."""
    page = Page(sample.url, sample.url, 200, {}, sample.body, sample.fetched_at, "benchmark")
    try:
        article, flaw = read_page(page, None)
        fields = article.title, article.published, article.credit
        text, reason = "" if flaw else article.text, flaw.reason if flaw else None
    except ExtractError as error:
        fields, text, reason = (None, None, None), "", error.reason
    texts = {"ours": text}
    if sample.text is not None:
        texts |= {mode: extract(sample.body, include_comments=False, **MODES[mode]) or "" for mode in modes}
    half = "ab"[sha256(sample.body).digest()[0] % 2]
    return Outcome(sample.key, half, texts, *fields, reason, is_late(fields[1], sample.fetched_at))


def is_late(published: str | None, fetched_at: datetime) -> bool:
    """Tell whether an instant lies behind the fetching, or a day behind the day that was then anywhere on earth."""
    if published is None or len(published) == len("2021-12-09"):
        return (published or "") > (fetched_at + timedelta(hours=14)).date().isoformat()
    return datetime.fromisoformat(published) > fetched_at


def same_title(found: str | None, true: str) -> bool:
    """Tell whether two titles are the same but for blanks, unseen signs, case and the shapes of quotes and dashes."""
    return found is not None and _plain(found) == _plain(true)


def _plain(text: str) -> str:
    text = re.sub(r"[‘’‚`´]", "'", re.sub(r"[“”„«»]", '"', re.sub(r"[‐-―]", "-", normalize("NFKC", text))))
    return " ".join("".join(char for char in text if category(char) != "Cf").split()).casefold()


def shingle_score(true: str, found: str) -> tuple[float, float]:
    """Return precision and recall over runs of four words, as AEB's scorer counts them."""
    one, other = (Counter(_shingles(re.findall(r"\w+", text))) for text in (true, found))
    common = (one & other).total()
    return common / other.total() if other else float(not one), common / one.total() if one else float(not other)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(1, len(words) - 3)):
        if shingle := tuple(words[start : start + 4]):
            yield shingle


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name.replace('-', '_')}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text_f1(pairs: Sequence[tuple[str, str]], scorer: ModuleType | None) -> float:
    """Return the F1 of (true, found) pairs: by AEB's scorer, by WCXB's mean of words, else as AEB's."""
    if scorer is not None and hasattr(scorer, "string_shingle_matching"):
        return float(scorer.metrics_from_tp_fp_fns([scorer.string_shingle_matching(*pair) for pair in pairs])["f1"])
    if scorer is not None:
        return statistics.mean(scorer.word_f1(found, true)[2] for true, found in pairs)
    scores = [shingle_score(*pair) for pair in pairs]
    precision = statistics.mean(one for (one, _), (_, found) in zip(scores, pairs, strict=True) if found)
    recall = statistics.mean(other for _, other in scores)
    return 2 * precision * recall / (precision + recall)


def report(name: str, samples: Sequence[Sample], outcomes: Sequence[Outcome], scorer: ModuleType | None) -> None:
    """Print the figures of one benchmark, of all its pages and of both halves."""
    print(f"\n{name}: {len(samples)} pages, rejected {dict(Counter(one.flaw for one in outcomes if one.flaw))}")
    judged = list(zip(samples, outcomes, strict=True))
    for half in ("all", "a", "b"):
        part = [pair for pair in judged if half in ("all", pair[1].half)]
        figures = [f"{half:>3} {len(part):>4} pages"]
        texts = [(sample.text, outcome.texts) for sample, outcome in part if sample.text is not None]
        if texts:
            f1s = {kind: text_f1([(true, found[kind]) for true, found in texts], scorer) for kind in texts[0][1]}
            best = max((f1 for kind, f1 in f1s.items() if kind != "ours"), default=None)
            figures += [f"{kind} {f1:.4f}" for kind, f1 in f1s.items()]
            figures += [] if best is None else [f"(bar: {best:.4f}, {'met' if f1s['ours'] >= best else 'MISSED'})"]
        for field, right in MEASURES.items():
            marks = [right(*pair) for pair in part if getattr(pair[0], field) is not None]
            if marks:
                figures.append(_beside_bar(field, 100 * statistics.mean(marks), BARS.get(name, {}).get(field)))
        print("  " + "   ".join(figures))
    print(f"  dates after the fetch: {sum(outcome.late for outcome in outcomes)} (bar: 0)")


def _beside_bar(field: str, share: float, bar: float | None) -> str:
    told = f"{field} {share:.1f} %"
    return told if bar is None else f"{told} (bar: {bar:g}, {'met' if share >= bar else 'MISSED'})"


MEASURES: Mapping[str, Callable[[Sample, Outcome], bool]] = {
    "title": lambda sample, outcome: same_title(outcome.title, sample.title or ""),
    "day": lambda sample, outcome: (outcome.published or "")[:10] == sample.day,
    "credit": lambda sample, outcome: (outcome.credit or "") in (sample.credit or "").split(";"),
}


def write_wrong(path: Path, name: str, samples: Sequence[Sample], outcomes: Sequence[Outcome]) -> None:
    """Append what was missed in one benchmark to `path`, a JSON object a line."""
    with path.open("a", encoding="utf-8") as file:
        for sample, outcome in zip(samples, outcomes, strict=True):
            for field, right in MEASURES.items():
                if (true := getattr(sample, field)) is not None and not right(sample, outcome):
                    found = outcome.published if field == "day" else getattr(outcome, field)
                    row = {"set": name, "key": sample.key, "half": outcome.half, "url": sample.url, "field": field}
                    row |= {"true": true, "found": found, "flaw": outcome.flaw}
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")


def speed(samples: Sequence[Sample]) -> None:
    """Print pages a second on one core: ours whole, and trafilatura's text alone, in its fast and precise modes."""
    begun = time.perf_counter()
    for sample in samples:
        outcome_of(sample, ())
    ours = len(samples) / (time.perf_counter() - begun)
    rates = [f"ours {ours:.1f}"]
    for mode in ("fast", "precision"):
        begun = time.perf_counter()
        for sample in samples:
            extract(sample.body, include_comments=False, **MODES[mode])
        rates.append(f"trafilatura {mode} {len(samples) / (time.perf_counter() - begun):.1f}")
    print(f"\npages a second on one core, {len(samples)} pages: {', '.join(rates)}")


def main() -> None:
    """Measure each benchmark whose checkout is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    loaders = {"aeb": load_aeb, "naeb": load_naeb, "fundus": load_fundus, "wcxb": load_wcxb, "htmldate": load_htmldate}
    for name in (*loaders, "gne", "gne-labels", "wrong"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--ours-only", action="store_true", help="leave trafilatura out")
    given = parser.parse_args()
    modes = () if given.ours_only else tuple(MODES)
    fast: list[Sample] = []
    with ProcessPoolExecutor() as pool:
        for name, load in (*loaders.items(), ("gne", lambda root: load_gne(root, given.gne_labels))):
            root = getattr(given, name)
            if root is None:
                continue
            samples = list(load(root))
            outcomes = list(pool.map(outcome_of, samples, [modes] * len(samples), chunksize=8))
            scorer = _module(root / "evaluate.py") if name in ("aeb", "wcxb") else None
            report(name, samples, outcomes, scorer)
            fast += samples[: SPEED_SAMPLE // 3]
            if given.wrong:
                write_wrong(given.wrong, name, samples, outcomes)
    if fast and not given.ours_only:
        speed(fast[:SPEED_SAMPLE])


if __name__ == "__main__":
    main()
