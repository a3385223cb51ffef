"""Where the sample's chance comes from: one seed, one stream of uniform numbers a name and month.

Only uniform numbers are drawn, and everything else is made of them with tables of whole numbers: no
logarithm or power, whose last digit differs from machine to machine, so that files agree byte for byte.
"""

from zlib import crc32

import numpy as np

SEED = 1109


class Chance:
    """A stream of uniform numbers in [0, 1) that belongs to a name and a month (any whole number)."""

    def __init__(self, name: str, month: int = 0):
        seeds = np.random.SeedSequence([SEED, crc32(name.encode()), month])
        self._generator = np.random.Generator(np.random.PCG64(seeds))

    def uniform(self, size) -> np.ndarray:
        return self._generator.random(size)

    def happens(self, probability: np.ndarray) -> np.ndarray:
        """True with the probability given for each."""
        return self._generator.random(len(probability)) < probability

    def choose(self, weights, size: int) -> np.ndarray:
        """Positions in `weights`, each as likely as its weight."""
        bounds = np.cumsum(np.asarray(weights, dtype=np.int64))
        return np.searchsorted(bounds, self._generator.random(size) * bounds[-1], side="right")
