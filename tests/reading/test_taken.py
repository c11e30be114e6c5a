"""A name is free once, in little memory however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.taken import Taken


@given(st.lists(st.text()))
def test_each_name_is_free_once(names: list[str]) -> None:
    taken, known = Taken(), set[str]()
    for name in names:
        assert taken.take(name) is (name not in known)
        known.add(name)


def test_half_a_surrogate_pair_is_a_name_too() -> None:
    taken = Taken()
    assert taken.take("\ud800")
    assert not taken.take("\ud800")
    assert taken.take("\ud801")


def test_many_names_take_few_bytes() -> None:
    taken = Taken()
    assert all(taken.take(f"artikel-{number}") for number in range(20_000))
    assert not any(taken.take(f"artikel-{number}") for number in range(20_000))
    assert sum(map(len, taken._buckets.values())) == 20_000
