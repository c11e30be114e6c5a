"""A browser for the whole of these tests."""

from collections.abc import Iterator

import pytest
from browser import Browser, chromium


@pytest.fixture(scope="session")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("pages")) as opened:
        yield opened


@pytest.fixture
def browser(window: Browser) -> Iterator[Browser]:
    """The window, whose page must neither complain nor ask for anything but itself."""
    window.complaints()
    window.requests()
    yield window
    assert window.complaints() == []
    assert {address.partition("#")[0] for address in window.requests()} <= {
        page.as_uri() for page in window.folder.iterdir()
    }
