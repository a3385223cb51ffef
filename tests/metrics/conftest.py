"""What every comparison with the oracle needs; each module brings its own `sample`."""

import pytest

from tests.brute_force import Oracle


@pytest.fixture(scope="module")
def oracle(sample) -> Oracle:
    """The slow second reading of the module's sample."""
    return Oracle(sample)


@pytest.fixture
def connection(sample):
    """A read of the module's sample."""
    with sample.read() as opened:
        yield opened
