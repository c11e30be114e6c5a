"""What a mention is: a place in the text that names a company, a metric, a period or another entity."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """One place where the text speaks of a company.

    Attributes:
        start: First code point of the mention in the text.
        end: First code point after it.
        text: The text between them (`Zooms`, `der Konzern`, `VW`).
        name: The longest form by which the document names the company (`SAP SE`).
        company_id: ISIN where the register knows the company.
        role: `name` where it is named, `reference` where a noun stands for it (`der Konzern`, `die Grazer`).
        subject: It can be the one that the sentence is about (`Zoom steigerte`), not a mere side
            figure (`der frühere Konkurrent E-Plus`, `an Baker Hughes`, `Analysten der Deutschen Bank`).
        standing: A company like any other; or a central bank, since an article that names one is mostly about
            an economy; or a house that judges others (`laut der Beratung X`).
    """

    start: int
    end: int
    text: str
    name: str
    company_id: str | None = None
    role: Literal["name", "reference"] = "name"
    subject: bool = True
    standing: Literal["firm", "central_bank", "judge"] = "firm"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place where the text names an organisation, a person, a place or something else.

    Attributes:
        start: First code point of the name in the text.
        end: First code point after it.
        text: The text between them.
        label: `ORG`, `PER`, `LOC` or `MISC`.
        name: The form by which the document names it in full (`Klaus Müller` for `Müllers`).
        company_id: ISIN where the register knows the organisation.
    """

    start: int
    end: int
    text: str
    label: str
    name: str
    company_id: str | None = None


@dataclass(frozen=True, slots=True)
class MetricMention:
    """One place where the text names a metric.

    Attributes:
        start: First code point of the mention in the text.
        end: First code point after it.
        text: The text between them, without the hyphen of a parted word and with composed letters.
        metric: The metric that it names.
        loss: It names a loss (`Fehlbetrag`), so that a level is negative.
        prefix: What a compound says before the metric (`Retail-` in `Retail-Umsatz`).
        suffix: What it says after it, in lower case (`plus` in `Umsatzplus`).
        verb: It is a verb or adjective (`verdiente`, `kauft`), weaker evidence than a noun.
    """

    start: int
    end: int
    text: str
    metric: str
    loss: bool = False
    prefix: str = ""
    suffix: str = ""
    verb: bool = False


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One place where the text names a time that a figure can cover or be compared with.

    Attributes:
        start: First code point of the mention in the text.
        end: First code point after it.
        text: The text between them (`im dritten Quartal`, `Vorjahr`, `2022/23`, `zu Ende April`).
        label: The period in the form of the record (`2020-Q1`), None where no form fits or nothing tells.
        first_day: First day of the period, None where it cannot be known.
        last_day: Last day of the period.
        fiscal: The text calls it fiscal (`Geschäftsjahr`, `Fiskalquartal`).
        shift: Years to go back from the period that the sentence otherwise speaks of, for words that only
            say so (`Vorjahr`, `Vorjahresquartal`, `vor Jahresfrist`: 1); `label` then holds the reading
            against the day of publication, for a sentence that names no other period.
        comparison: The mention stands as something to compare with (`gegenüber dem Vorjahr`, `nach 12 Mio. im
            Vorjahr`, `Vorjahr: 38`, `als vor einem Jahr`), so that it is no period of the figure itself.
        granularity: What kind of time it is.
    """

    start: int
    end: int
    text: str
    label: str | None
    first_day: date | None = None
    last_day: date | None = None
    fiscal: bool = False
    shift: int = 0
    comparison: bool = False
    granularity: Literal["year", "half", "nine_months", "quarter", "month", "week", "day", "other"] = "other"
