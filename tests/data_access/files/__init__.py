"""Files as staff really have them, made by code, each with what must become of it.

A module is a theme and ends in `CASES`; test_files.py runs every case of every module here.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.data_access.files.case import Case


def cases() -> list[Case]:
    """The cases of all themes."""
    names = sorted(module.name for module in iter_modules(__path__))
    themes = [import_module(f"{__name__}.{name}") for name in names]
    return [case for theme in themes for case in getattr(theme, "CASES", ())]
