"""Every amount from nothing to a quadrillion has one value, however it is written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import found_in, told, values

GREATEST = 10**15
UNITS = [
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
]  # fmt: skip
POWERS = {
    "Tsd.": 3,
    "Mio.": 6,
    "Mio": 6,
    "Millionen": 6,
    "Mrd.": 9,
    "Milliarden": 9,
    "Mia.": 9,
    "Billionen": 12,
}
TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
TEENS = ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]


def in_words(number: int) -> str:
    """A number below a million in words, spelled by the grammar and not by the library that reads them."""
    if number >= 1000:
        rest = in_words(number % 1000) if number % 1000 else ""
        return f"{joined(number // 1000)}tausend{rest}"
    if number >= 100:
        rest = in_words(number % 100) if number % 100 else ""
        return f"{joined(number // 100)}hundert{rest}"
    if number <= 12:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 13]
    unit = f"{joined(number % 10)}und" if number % 10 else ""
    return f"{unit}{TENS[number // 10 - 2]}"


def joined(number: int) -> str:
    """A number as the first part of a longer word: `ein`, not `eins`."""
    written = in_words(number)
    return written.removesuffix("s") if written.endswith("eins") else written


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def assert_amount(written: str, amount: float, unit: str = "EUR") -> None:
    text = f"Nach Angaben vom Abend waren es {written} im Werk."
    assert values(text) == [(pytest.approx(amount, rel=1e-12), unit)], text
    assert told(text)[0][0] == written


unhurried = settings(deadline=None)
"""The first call compiles all patterns."""

amounts = st.one_of(st.integers(0, 9999), st.integers(0, GREATEST))


@unhurried
@given(amount=amounts, mark=st.sampled_from([".", "'", "’", " ", "\u00a0", "\u202f"]))
def test_grouped_digits(amount: int, mark: str) -> None:
    assert_amount(f"{grouped(amount, mark)} Euro", amount)


@unhurried
@given(amount=amounts)
def test_digits_without_groups(amount: int) -> None:
    assert_amount(f"{amount} Euro", amount)


@unhurried
@given(amount=st.integers(10**6, GREATEST))
def test_english_groups_in_a_quotation(amount: int) -> None:
    assert_amount(f"${grouped(amount, ',')}", amount, "USD")


@unhurried
@given(amount=amounts, currency=st.sampled_from(["EUR {}", "€{}", "US$ {}", "CHF {}"]))
def test_the_currency_before_the_amount(amount: int, currency: str) -> None:
    unit = {"US$ {}": "USD", "CHF {}": "CHF"}.get(currency, "EUR")
    assert_amount(currency.format(grouped(amount, ".")), amount, unit)


@unhurried
@given(
    digits=st.integers(0, 10**6),
    places=st.integers(0, 3),
    word=st.sampled_from(sorted(POWERS)),
)
def test_decimals_with_a_scale(digits: int, places: int, word: str) -> None:
    value = Decimal(digits).scaleb(-places)
    written = f"{value:f}".replace(".", ",")
    assert_amount(f"{written} {word} Euro", float(value.scaleb(POWERS[word])))


@unhurried
@given(
    thousands=st.integers(0, 10**9),
    form=st.sampled_from(["TEUR {}", "{} TEUR", "T€ {}", "{} T€", "{} Tsd. Euro"]),
)
def test_thousands(thousands: int, form: str) -> None:
    assert_amount(form.format(grouped(thousands, ".")), thousands * 1000.0)


@unhurried
@given(amount=st.integers(2, 999_999))
def test_words(amount: int) -> None:
    assert_amount(f"{in_words(amount)} Euro", amount)


@unhurried
@given(amount=st.integers(2, 9999), word=st.sampled_from(["Millionen", "Milliarden", "Billionen"]))
def test_words_with_a_scale(amount: int, word: str) -> None:
    assert_amount(f"{in_words(amount)} {word} Euro", amount * 10.0 ** POWERS[word])


@unhurried
@given(whole=st.integers(0, 99), decimals=st.lists(st.integers(0, 9), min_size=1, max_size=3))
def test_spoken_decimals(whole: int, decimals: list[int]) -> None:
    spoken = " ".join(in_words(digit) for digit in decimals)
    value = float(f"{whole}.{''.join(map(str, decimals))}")
    assert_amount(f"{in_words(whole)} Komma {spoken} Milliarden Euro", value * 1e9)


@settings(unhurried, max_examples=300)
@given(amount=amounts)
def test_all_writings_of_one_amount_agree(amount: int) -> None:
    writings = [
        f"{amount} Euro",
        f"{grouped(amount, '.')} Euro",
        f"EUR {grouped(amount, '.')}",
        f"{grouped(amount, chr(39))} Euro",
        f"{f'{Decimal(amount) / 10**6:f}'.replace('.', ',')} Mio. Euro",
        f"{f'{Decimal(amount) / 10**9:f}'.replace('.', ',')} Milliarden Euro",
        f"{f'{Decimal(amount) / 1000:f}'.replace('.', ',')} TEUR",
    ]
    found = [found_in(f"Es waren {written} im Werk.") for written in writings]
    assert {len(quantities) for quantities in found} == {1}
    assert [quantities[0].low for quantities in found] == [pytest.approx(amount, rel=1e-12)] * len(writings)
    assert [quantities[0].text for quantities in found] == writings
