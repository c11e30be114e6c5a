"""Collects every pattern that the program compiles, and every place in its source that compiles one.

It must run in a process of its own, before the program is imported: patterns are compiled once and kept.
"""

import ast
import contextlib
import importlib
import inspect
import io
import pkgutil
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import regex

PROJECT = Path(__file__).parents[2]
PIPELINE = PROJECT / "pipeline"
LEFT_OUT = ("evaluation", "training")
"""Folders whose patterns meet no article of a user."""

CALLS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"}
LIBRARIES: dict[str, ModuleType] = {"re": re, "regex": sys.modules[regex.compile.__module__]}


@dataclass
class Collected:
    """What was compiled.

    Attributes:
        patterns: Compiled patterns by library, source and flags.
        places: File and line of all calls that compiled one.
    """

    patterns: dict[tuple[str, str | bytes, int], Any] = field(default_factory=dict)
    places: set[tuple[Path, int]] = field(default_factory=set)


@contextlib.contextmanager
def collecting() -> Iterator[Collected]:
    """Note each pattern that the program compiles within the block."""
    collected = Collected()
    kept = {name: library._compile for name, library in LIBRARIES.items()}

    def note(name: str) -> Any:
        def compiled(pattern: Any, flags: int, *rest: Any) -> Any:
            made = kept[name](pattern, flags, *rest)
            places = list(_callers())
            if places:
                collected.places.update(places[:1])
                collected.patterns[name, made.pattern, int(flags)] = made
            return made

        return compiled

    for name, library in LIBRARIES.items():
        library._compile = note(name)  # type: ignore[attr-defined]
    try:
        yield collected
    finally:
        for name, library in LIBRARIES.items():
            library._compile = kept[name]  # type: ignore[attr-defined]


def _callers() -> Iterator[tuple[Path, int]]:
    """The place in the program that asked for a pattern; none where another package asked."""
    frame = sys._getframe(2)
    while frame is not None and Path(frame.f_code.co_filename).parent.name in ("re", "regex"):
        frame = frame.f_back  # type: ignore[assignment]
    if frame is not None and Path(frame.f_code.co_filename).is_relative_to(PIPELINE):
        yield Path(frame.f_code.co_filename), frame.f_lineno


def compiling_calls() -> list[tuple[Path, int, int]]:
    """Find the calls in the source that compile a pattern: the file, its first and its last line."""
    found = []
    for file in PIPELINE.rglob("*.py"):
        if not set(LEFT_OUT).isdisjoint(file.parts):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _compiles(node.func):
                found.append((file, node.lineno, node.end_lineno or node.lineno))
    return found


def _compiles(called: ast.expr) -> bool:
    if not isinstance(called, ast.Attribute) or not isinstance(called.value, ast.Name):
        return False
    return called.value.id in LIBRARIES and called.attr in CALLS


def use_everything() -> None:
    """Make the program compile all its patterns: load its modules and tables, and run it over the corpus."""
    import pipeline

    for module in _modules(pipeline):
        for value in vars(module).values():
            made_here = getattr(value, "__module__", None) == module.__name__
            if made_here and hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                value()
    _use_vocabulary()
    _use_readers()
    _use_stages()


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if set(LEFT_OUT).isdisjoint(found.name.split(".")):
            yield importlib.import_module(found.name)


def _use_vocabulary() -> None:
    from pipeline.errors import VocabularyError
    from pipeline.vocabulary.patterns import pattern, wordings

    for file in (PIPELINE / "vocabulary").glob("*.toml"):
        with contextlib.suppress(VocabularyError, KeyError):
            for name in wordings(file.name):
                pattern(name, file.name)


def _use_readers() -> None:
    from hostile import MAKERS

    from pipeline.reading.article import Article
    from pipeline.reading.discover import read_articles
    from pipeline.reading.duplicates import treat_duplicates

    with tempfile.TemporaryDirectory() as folder:
        for kind, made in MAKERS.items():
            Path(folder, f"2024-05-16{kind}").write_bytes(made(["Der Umsatz stieg auf 4 Mio. Euro."]))
        items = list(treat_duplicates(read_articles([folder]), "mark"))
        assert sum(isinstance(item, Article) for item in items) == len(MAKERS), items


def _use_stages() -> None:
    from hostile import sentences

    from pipeline.evaluation.gold import read_gold
    from pipeline.figures.table import load_known_figures
    from pipeline.figures.verdicts import validate_claims
    from pipeline.flow import extract_claims, load
    from pipeline.output.files import open_output
    from pipeline.output.table import CLAIMS
    from pipeline.reading.article import Article
    from pipeline.running.validation import find_inconsistencies

    nlp = load()
    corpus = PROJECT / "corpus"
    articles = [each.article() for each in read_gold(corpus / "articles") if each.split == "development"]
    articles.append(Article("examples", "\n\n".join(sentences()), date(2024, 5, 16)))
    claims = [claim for _, found, _ in extract_claims(nlp, articles, entities=False) for claim in found]
    list(extract_claims(nlp, articles[:9], entities=True))
    known = load_known_figures(corpus / "figures" / "known_figures.csv")
    validated = list(validate_claims(claims, known))
    find_inconsistencies(validated)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_output(str(Path(folder, "claims.csv")), CLAIMS) as write,
    ):
        write(validated)


@cache
def collected() -> Collected:
    """All patterns of the program."""
    with collecting() as found, contextlib.redirect_stderr(io.StringIO()):
        use_everything()
    return found


def untouched(found: Collected) -> list[str]:
    """The calls in the source that compile a pattern and were not reached."""
    return [
        f"{file.relative_to(PROJECT)}:{first}"
        for file, first, last in compiling_calls()
        if not any((file, line) in found.places for line in range(first, last + 1))
    ]
