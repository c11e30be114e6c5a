"""Remembers the metrics that a document spoke of, for a figure whose sentence names none."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.claims.metric_classes import COUNTED, MARKET
from pipeline.mentions.mention import MetricMention

FindMetrics = Callable[[], Sequence[MetricMention]]
"""Finds the metrics of a sentence; called only where a later sentence asks what was spoken of."""


@dataclass(slots=True)
class Topics:
    """The metrics that the document spoke of.

    Attributes:
        named_last: Metric of the last noun that named one in a sentence with figures.
        before: Finds the metrics of the sentence before, where that has no figures.
        listed: Finds the metrics of the line that heads a list, while its lines follow.
        asked: Finds the metrics of what an interviewer asked last.
        asked_in: Number of the sentence with which he asked.
    """

    named_last: str | None = None
    before: FindMetrics | None = None
    listed: FindMetrics | None = None
    asked: FindMetrics | None = None
    asked_in: int = -9
    _spoken: list[tuple[str, int]] = field(default_factory=list)
    _unread: list[tuple[int, FindMetrics]] = field(default_factory=list)

    def name(self, mentions: Sequence[MetricMention]) -> None:
        """Note the metrics that a sentence with figures names."""
        self.named_last = _last_noun(mentions) or self.named_last

    def state(self, metric: str, number: int) -> None:
        """Note the metric of a claim.

        Args:
            metric: The metric; `other` is none that a later sentence goes on with.
            number: Number of its sentence.
        """
        if metric != "other":
            self._spoken.append((metric, number))
            self._unread.clear()

    def touch_on(self, find: FindMetrics, number: int) -> None:
        """Note a sentence without figures, which may speak of one metric (`Die Teuerung lässt nach.`).

        Args:
            find: Finds its metrics.
            number: Number of the sentence.
        """
        self._unread.append((number, find))

    def spoken(self, since: int) -> Iterator[str]:
        """The metrics spoken of, the last first: by a claim, or as the topic of a sentence without figures.

        Args:
            since: Number of the first sentence that still counts.
        """
        unread, self._unread = self._unread, []
        for number, find in unread:
            if number < since:
                continue
            named = {mention.metric for mention in find() if not mention.verb and mention.metric != "other"}
            if named == {"net_income"} and self._spoken and self._spoken[-1][0] in MARKET:
                continue  # `Um die Mittagszeit bröckelten die Gewinne ab`
            if len(named) == 1 and not named & COUNTED:  # `Dann kündigte ein Kunde seine Abrufe`
                self._spoken.append((named.pop(), number))
        for metric, number in reversed(self._spoken):
            if number < since:
                return
            yield metric

    def recall(self, since: int = 0) -> str | None:
        """The metric spoken of last in a sentence of a number or after it, None where none was."""
        return next(self.spoken(since), None)

    def latter(self) -> str | None:
        """The metric named last before this sentence, with figures or without; None where none was."""
        return _last_noun(self.before() if self.before else ()) or self.named_last


def _last_noun(mentions: Sequence[MetricMention]) -> str | None:
    return next((mention.metric for mention in reversed(mentions) if not mention.verb), None)
