"""Whether a quantity as written tells its scale and its unit itself."""

import pytest

from pipeline.quantities.units import names_scale, names_unit


@pytest.mark.parametrize(
    ("written", "scale", "unit"),
    [
        ("328,2 Millionen Dollar", True, True),
        ("298Mio.€", True, True),
        ("4,5-Milliarden-Euro", True, True),
        ("TEUR 300", True, True),
        ("1.714 Mio.", True, False),
        ("12 %", False, True),
        ("8,50 Euro", False, True),
        ("$5,3", False, True),
        ("1.714", False, False),
        ("+16", False, False),
    ],
)
def test_a_quantity_names_its_measure(written: str, scale: bool, unit: bool) -> None:
    assert (names_scale(written), names_unit(written)) == (scale, unit)
