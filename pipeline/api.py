"""The pipeline in a notebook: texts, articles or files in, pandas tables out."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - the parameters are called date, as the option is
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.reading.article import Article, Reject
from pipeline.reading.dates import parse_day
from pipeline.reading.discover import finish, read_articles
from pipeline.reading.encoding import article_without_surrogates
from pipeline.records.reading import Reading
from pipeline.running.batch import extractor
from pipeline.running.outcome import Extracted
from pipeline.running.pool import extract_all

if TYPE_CHECKING:
    import pandas as pd

logger = logging.getLogger(__name__)

Input = str | Path | Article


def extract(
    inputs: Input | Iterable[Input],
    *,
    model: str | None = None,
    workers: int = 1,
    date: Date | str | None = None,
) -> "pd.DataFrame":
    """Extract the claims of texts, articles or files.

    Args:
        inputs: One or many of: the text of an article; an `Article`; a file or folder as `kennzahl extract`
            reads them, given as a path or as a string that names one.
        model: Name of a German spaCy pipeline, None for the built-in one.
        workers: Number of processes.
        date: Day of publication of articles that tell none, against which `Vorjahr` is resolved; a date or
            `YYYY-MM-DD`.

    Returns:
        A row a claim, with the columns of the claim record, in the order of the input. Articles that could
        not be read are told as warnings of the logger `pipeline`.

    Raises:
        UsageError: A path does not exist.
        ModelError: The model is not installed.
    """
    from pipeline.records.frame import claims_frame

    results = _extract(inputs, model, workers, date, entities=False)
    return claims_frame(claim for result in results for claim in result.claims)


def entities(
    inputs: Input | Iterable[Input],
    *,
    model: str | None = None,
    workers: int = 1,
    date: Date | str | None = None,
) -> "pd.DataFrame":
    """Extract the named entities of texts, articles or files.

    Args:
        inputs: As for `extract`.
        model: As for `extract`.
        workers: As for `extract`.
        date: As for `extract`.

    Returns:
        A row an entity, with the columns of the entity record, in the order of the input.

    Raises:
        UsageError: A path does not exist.
        ModelError: The model is not installed.
    """
    from pipeline.records.frame import entities_frame

    results = _extract(inputs, model, workers, date, entities=True)
    return entities_frame(entity for result in results for entity in result.entities)


def read(
    text: str | Article,
    *,
    figures: "str | Path | None" = None,
    model: str | None = None,
    date: Date | str | None = None,
) -> Reading:
    """Read one article, to be looked at: a notebook shows its text with the claims marked.

    Args:
        text: The text of an article, or an `Article`.
        figures: A table of known figures that gives each claim its verdict, or None.
        model: As for `extract`.
        date: As for `extract`.

    Returns:
        The article with its claims and entities.

    Raises:
        ArticleError: The article is longer than the pipeline takes.
        FiguresError: The table of known figures cannot be used.
        ModelError: The model is not installed.
    """
    article = text if isinstance(text, Article) else Article("text", text)
    article = article_without_surrogates(replace(article, date=_day(article.date) or _day(date)))
    extract_from = extractor(model, Path(figures) if figures is not None else None)
    ((_, claims, entities),) = extract_from([article])
    return Reading(article, tuple(claims), tuple(entities))


def validate(frame: "pd.DataFrame", figures: "str | Path | pd.DataFrame") -> "pd.DataFrame":
    """Hold claims against known figures.

    Args:
        frame: Claims as `extract` gives them, or as pandas read them from a file.
        figures: The table of known figures, or a CSV or Parquet file of it.

    Returns:
        The same table, its rows, index and further columns as they were, with the columns `verdict`,
        `verdict_reason`, `known_low`, `known_high` and `known_source` filled.

    Raises:
        ClaimsError: A row of the table is no claim.
        FiguresError: The table of known figures cannot be used.
    """
    from pipeline.figures.table import load_known_figures
    from pipeline.figures.verdicts import validate_claims
    from pipeline.records.frame import claims_frame, claims_from_frame

    known = load_known_figures(figures)
    validated = claims_frame(validate_claims(claims_from_frame(frame), known)).set_axis(frame.index)
    names = ["verdict", "verdict_reason", "known_low", "known_high", "known_source"]
    return frame.assign(**{name: validated[name] for name in names})


def consistency(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Hold each text against itself: levels and changes, parts and sums, a figure told twice.

    Args:
        frame: Claims as `extract` gives them, or as pandas read them from a file; those of a document side by
            side.

    Returns:
        A row a finding, with both places (`start`, `end`, `text`, `sentence` and the same of the other
        figure) and the `reason`; no row where all figures of a text can be right.

    Raises:
        ClaimsError: A row of the table is no claim.
    """
    from pipeline.records.frame import claims_from_frame, findings_frame
    from pipeline.running.validation import find_inconsistencies

    return findings_frame(find_inconsistencies(claims_from_frame(frame)))


def summary(frame: "pd.DataFrame", by: str = "company", articles: str | Path | None = None) -> "pd.DataFrame":
    """Count how many claims held, by company, by source or by any other column.

    Args:
        frame: Claims with verdicts, as `validate` gives them.
        by: `company` (one company under whatever names), `source` (who brought the article: the site of its
            address, else the file or folder it came from), or the name of a column.
        articles: The articles of the claims, as `kennzahl extract --articles` writes them; needed for
            `source` where the table has no such column.

    Returns:
        A row a group, with the most wrong claims first: `documents`, `claims`, `confirmed`, `wrong`, `open`,
        `unchecked`, `held` (share of the checked ones that is confirmed), and of the claim furthest off
        `worst_off` (as a share of the known value), `worst_verdict`, `worst_doc_id`, `worst_text` and
        `worst_reason`.

    Raises:
        UsageError: There is no such column, or the articles are not given.
        ClaimsError: A row of the table is no claim.
    """
    from pipeline.records.frame import claims_from_frame
    from pipeline.running.summary import group_names, summary_frame

    claims = claims_from_frame(frame)
    if by in frame.columns and by != "company":
        missing = frame[by].isna()
        names = [None if none else str(name) for name, none in zip(frame[by], missing, strict=True)]
        return summary_frame(claims, by, names)
    return summary_frame(claims, by, group_names(claims, by, articles))


def _extract(
    inputs: Input | Iterable[Input], model: str | None, workers: int, date: Date | str | None, entities: bool
) -> Iterator[Extracted]:
    single = isinstance(inputs, Input) or not isinstance(inputs, Iterable)
    items = finish(_articles([inputs] if single else inputs), _day(date))  # type: ignore[list-item,arg-type]
    with closing(extract_all(items, partial(extractor, model, None, entities), workers)) as results:
        for result in results:
            if isinstance(result, Reject):
                logger.warning("%s: %s. %s", result.place, result.fault, result.cure)
            elif isinstance(result, Extracted):
                yield result


def _day(given: Date | str | None) -> Date | None:
    """The day of a date, of a moment (a pandas Timestamp too) or of `YYYY-MM-DD`."""
    if isinstance(given, str):
        return parse_day(given, "date")
    if given is None or isinstance(given, Date):
        return given.date() if isinstance(given, datetime) else given
    raise UsageError(f"date={given!r} is no day: give a date or YYYY-MM-DD")


def _articles(inputs: Iterable[Input]) -> Iterator[Article | Reject]:
    number = 0
    for are_paths, group in groupby(inputs, is_path):
        if are_paths:
            yield from read_articles([str(path) for path in group])
            continue
        for text in group:
            number += 1
            if isinstance(text, Article):
                yield replace(text, date=_day(text.date))
            else:
                yield Article(f"text-{number}", str(text))


def is_path(given: Input) -> bool:
    """Tell the name of a file from the text of an article, which has blanks and is no file's name.

    Raises:
        UsageError: A single word that is no file's name: the name of a file that does not exist; or something
            that is neither text, article nor path.
    """
    if not isinstance(given, str):
        if not isinstance(given, Article | Path):
            raise UsageError(f"{type(given).__name__} is no input: give a text, an Article or a path")
        return isinstance(given, Path)
    if "\n" not in given and given.strip() and _exists(given):
        return True
    if given.strip() and not any(sign.isspace() for sign in given):
        raise UsageError(f"{given!r} is neither the text of an article nor a file: correct the name")
    return False


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # longer than a name can be, or with a null in it: a text
        return False
