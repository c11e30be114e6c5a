"""What holds for any text, any label and any business year."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.mentions.periods.calendar import days_of, label_of, shift_period
from pipeline.mentions.periods.finding import find_periods, infer_fiscal_year_end
from pipeline.mentions.periods.patterns import lower_in_place, mend, period_rules, table

YEARS = st.integers(1900, 2099)
LABELS = st.one_of(
    YEARS.map(str),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M"])),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat),
)
YEAR_ENDS = st.one_of(st.none(), st.integers(1, 12))
PIECES = st.sampled_from(
    (
        *(
            "im",
            "in",
            "den",
            "bis",
            "seit",
            "vor",
            "nach",
            "zum",
            "zu",
            "zuvor",
            "soll",
            "lag",
            "heuer",
            "zwei",
            "neun",
        ),
        *(
            "ersten",
            "dritten",
            "3.",
            "vergangenen",
            "kommenden",
            "Ende",
            "März",
            "April",
            "Januar",
            "Mittwoch",
        ),
        *(
            "Quartal",
            "Quartalsgewinn",
            "Halbjahr",
            "Jahr",
            "Vorjahr",
            "Vj.",
            "Vorjahreszeitraum",
            "Geschäftsjahr",
        ),
        *("Gesamtjahr", "Jahresprognose", "Monaten", "Q3", "H1", "9M", "2015", "2015/16", "2099", "1900"),
        *("31.12.", "29.2.2015", "(", ")", ":", ",", ".", "-", "\n", ""),
    )
)
RULE_TEXTS = st.sampled_from([text for rule in period_rules() for text, _, _ in rule.examples])
NEWS = st.lists(PIECES, max_size=30).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), NEWS, st.lists(PIECES, max_size=30).map("".join))


@given(LABELS, YEAR_ENDS)
def test_days_and_label_agree(label: str, year_end: int | None) -> None:
    days = days_of(label, year_end)
    assert days is not None
    assert label_of(*days, year_end) == label


@given(LABELS.filter(lambda label: not label.endswith("02-29")), YEAR_ENDS, st.integers(-50, 50))
def test_shift_there_and_back(label: str, year_end: int | None, years: int) -> None:
    days = days_of(label, year_end)
    assert days is not None
    assert shift_period(*shift_period(label, *days, years), -years) == (label, *days)


@given(LABELS.filter(lambda label: "02-2" not in label), YEAR_ENDS, st.integers(-50, 50))
def test_shifted_days_are_the_days_of_the_shifted_label(label: str, year_end: int | None, years: int) -> None:
    days = days_of(label, year_end)
    assert days is not None
    shifted, first_day, last_day = shift_period(label, *days, years)
    assert shifted is not None
    assert days_of(shifted, year_end) == (first_day, last_day)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), YEAR_ENDS)
def test_any_text_is_read(text: str, published: date | None, year_end: int | None) -> None:
    end = 0
    for mention in find_periods(text, published, year_end):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert (mention.first_day is None) == (mention.last_day is None)
        if mention.first_day is not None and mention.last_day is not None:
            assert mention.first_day <= mention.last_day
        end = mention.end
    assert infer_fiscal_year_end(text) in (None, *range(1, 13))


@settings(deadline=None)
@given(NEWS, st.dates(date(2000, 1, 1), date(2030, 1, 1)))
@example("2015 \n - Jahresprognose", date(2000, 1, 1))
def test_white_space_and_umlauts_do_not_matter(text: str, published: date) -> None:
    def read(variant: str) -> list[tuple[str | None, int, bool]]:
        return [(one.label, one.shift, one.comparison) for one in find_periods(variant, published)]

    assert read(text.replace(" ", "\u00a0")) == read(text)
    assert read(text.replace("ä", "ae").replace("ü", "ue").replace("ö", "oe")) == read(text)


@settings(deadline=None)
@given(RULE_TEXTS, st.sampled_from([" ", "\u00a0", "\u202f", "  ", "\n", "\t"]))
def test_any_blank_does(text: str, blank: str) -> None:
    published = date(2016, 2, 18)
    spaced = [one.label for one in find_periods(text.replace(" ", blank), published)]
    assert spaced == [one.label for one in find_periods(text, published)]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(table("relative"))), st.sampled_from(["", " ", "\n"]), st.dates(date(2000, 1, 1))
)
def test_adjectives_that_lost_their_blanks(word: str, blank: str, published: date) -> None:
    for spelled in (word, "zu ende gegangen".replace(" ", blank), "zuende gehend"):
        find_periods(f"im {spelled}en Jahr, {spelled}e{blank}Woche, im {spelled}en Quartal", published)


@given(st.text(max_size=200))
def test_lower_case_keeps_its_places(text: str) -> None:
    assert len(lower_in_place(text)) == len(text)


@given(TEXTS)
def test_mended_text_leads_back_to_the_original(text: str) -> None:
    whole, places = mend(text)
    if not places:
        assert whole == text
        return
    assert len(places) == len(whole) + 1
    assert all(character in (" ", text[place]) for character, place in zip(whole, places[:-1], strict=True))
