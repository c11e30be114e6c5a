"""What a pattern needs is a safe sign: where it is missing, the pattern does not match."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims import direction
from pipeline.evaluation.gold import read_gold
from pipeline.language.boundaries import sentence_spans
from pipeline.mentions import context, metrics
from pipeline.vocabulary.patterns import spotted, wordings
from pipeline.vocabulary.pieces import Spotted, folded, needs_of

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


def sentences() -> Iterator[str]:
    for document in read_gold(CORPUS):
        text = document.article().text
        yield from (text[start:end] for start, end in sentence_spans(text))


def patterns() -> dict[str, Spotted]:
    found = {name: spotted(name) for name, wording in wordings("claims.toml").items()}
    found |= {f"phrase {number}": phrase for number, (_, phrase) in enumerate(metrics._phrases())}
    found |= {f"verb {number}": verb for number, (_, verb) in enumerate(context._split_verbs())}
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


@pytest.mark.parametrize("stems", [metrics._stems(), metrics._weak_stems()])
def test_stems_are_found_as_by_trying_all_of_them(stems: metrics._Stems) -> None:
    words = {word.lower() for sentence in sentences() for word in metrics._WORD.findall(sentence)}
    found = {word: stems.last(word) for word in words}
    assert any(found.values())
    every = metrics._Stems(stems._rules)
    every._always.update(range(len(stems._rules)))
    assert found == {word: every.last(word) for word in words}


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
