"""What a pattern needs is a safe sign: where it is missing, the pattern does not match."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims import direction
from pipeline.evaluation.gold import read_gold
from pipeline.language.boundaries import sentence_spans
from pipeline.mentions import context, metric_phrases, metric_words
from pipeline.vocabulary.needles import Needles
from pipeline.vocabulary.patterns import spotted, wordings
from pipeline.vocabulary.pieces import Spotted, SpottedTogether, folded, needs_of

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("Prognose", [[{"prognose"}]]),
        ("Prognose|Ausblick", [[{"prognose", "ausblick"}]]),
        ("Verband|Verbandes|Verbandsangaben|Kreis", [[{"verband", "kreis"}]]),
        (r"\d+(?:,\d)?", [[]]),
        (r"(?i)(?<!\w)(?:[Kk]urse?|Papiere)(?!\w)", [[{"kurs", "papiere"}]]),
        (r"Gewinne? vor (?:Steuern|Zinsen)", [[{"gewinn"}, {"steuern", "zinsen"}, {" vor "}]]),
        (r"(?:hob|senkte).{0,60}Prognose", [[{"prognose"}, {"hob", "senkte"}]]),
        (r"(?:hob|\d+) Prozent", [[{" prozent"}]]),
        (r"Umsatz(?=plus)(?P<x>Rück\x20gang)?", [[{"umsatz"}]]),
        (r"(?:Umsatz){2}", [[{"umsatz"}]]),
        (r"(?:Umsatz){0,2}|Ertrag", [[]]),
        (r"[^a]bc\.de[)\]]", [[{"bc.de"}]]),
        (r"(?(DEFINE)(?P<y>Euro))(?&y) mehr", [[{" mehr"}]]),
        (r"Stra(?:ß|ss)en*+bahn", [[{"bahn"}, {"stra"}]]),
    ],
)
def test_what_a_pattern_needs(pattern: str, ways: list[list[set[str]]]) -> None:
    assert [sorted(map(sorted, way)) for way in needs_of(pattern)] == [
        sorted(map(sorted, way)) for way in ways
    ]


TOGETHER: dict[str, Callable[[], SpottedTogether[Any]]] = {
    "phrase": metric_phrases._phrases,
    "verb": context._split_verbs,
    "stem": metric_words._stems,
    "weak stem": metric_words._weak_stems,
}


def sentences() -> Iterator[str]:
    for document in read_gold(CORPUS):
        text = document.article().text
        yield from (text[start:end] for start, end in sentence_spans(text))


def patterns() -> dict[str, Spotted]:
    found = {name: spotted(name) for name, wording in wordings("claims.toml").items()}
    for kind, together in TOGETHER.items():
        found |= {f"{kind} {number}": pattern for number, (_, pattern) in enumerate(together().patterns)}
    return found | {f"noun {sign}": leading for sign, leading, _ in direction._nouns()}


def test_no_sentence_of_the_corpus_is_passed_over_that_matches() -> None:
    whole = list(sentences())
    for name, pattern in patterns().items():
        matching = [
            sentence
            for sentence in whole
            for text in (sentence, sentence.lower())
            if pattern.pattern.search(text) and not pattern.may_match(folded(text))
        ]
        assert not matching, name


@pytest.mark.parametrize("kind", TOGETHER)
def test_patterns_asked_together_are_those_asked_one_by_one(kind: str) -> None:
    together = TOGETHER[kind]()
    texts = [folded(sentence) for sentence in sentences()]
    texts += {word.lower() for text in texts for word in text.split()}
    found = [together.that_may_match(text) for text in texts]
    assert any(found)
    assert found == [
        [(meaning, pattern.pattern) for meaning, pattern in together.patterns if pattern.may_match(text)]
        for text in texts
    ]


@given(st.sets(st.text("aAäß1 .", min_size=1, max_size=4)), st.text("aAäß1 .\U0001f4c8\ud800", max_size=30))
def test_needles_are_found_wherever_they_stand(needles: set[str], text: str) -> None:
    places = Needles(needles).ends_in(text)
    assert Needles(needles).held_by(text) == {needle for _, needle in places}
    assert sorted(places) == sorted(
        (start + len(needle) - 1, needle)
        for needle in needles
        for start in range(len(text))
        if text.startswith(needle, start)
    )


def test_cues_are_found_as_by_trying_their_pattern_everywhere() -> None:
    for sentence in map(str.lower, sentences()):
        found = [(cue.span(), cue.lastgroup) for cue in context._plain_cues(sentence)]
        assert found == [(cue.span(), cue.lastgroup) for cue in context._plain().finditer(sentence)]


def test_most_sentences_are_passed_over() -> None:
    whole = [folded(sentence) for sentence in sentences()]
    asked = [pattern for name, pattern in patterns().items() if name.startswith("phrase")]
    looked_into = sum(pattern.may_match(sentence) for pattern in asked for sentence in whole)
    assert looked_into < 0.15 * len(asked) * len(whole)


LETTERS = st.sampled_from(["a", "B", "ä", "ß", "s", "ſ", "İ", "i", "K", "(", ".", "-", "1"])
FORMS = st.recursive(
    st.one_of(
        st.lists(LETTERS, min_size=1, max_size=4).map(lambda letters: regex.escape("".join(letters))),
        st.sampled_from([r"\d", ".", "[Aa]", "[ab]", r"\w*", "(?=a)", "(?<!b)", r"\p{L}", ""]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{1,3}?", "*+"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda part: f"(?P<g>{part})" if "?P<" not in part else part),
    ),
    max_leaves=8,
)


@settings(max_examples=500)
@given(form=FORMS, text=st.lists(LETTERS, max_size=12).map("".join), flags=st.sampled_from(["", "(?i)"]))
def test_any_pattern_in_any_text(form: str, text: str, flags: str) -> None:
    pattern = regex.compile(flags + form)
    found, spotted_ = pattern.search(text), Spotted(pattern).search(text)
    assert (found and found.span()) == (spotted_ and spotted_.span())
