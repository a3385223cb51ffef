"""What apps and their figures are called; one without words of its own is called by its code."""

from language import t
from language.catalogue import catalogue

PREFIX = "app_"  # a measure is app_<name>_<what>


def app(measure: str) -> str:
    """The app that a measure is about: "Bình Dương Số"."""
    name, _ = _parts(measure)
    return _words(name, name)


def what(measure: str, unit: str) -> str:
    """What is counted of it: "lượt cài đặt"; else the unit that was reported."""
    return _words(_parts(measure)[1], unit)


def _parts(measure: str) -> tuple[str, str]:
    name, _, counted = measure.removeprefix(PREFIX).rpartition("_")
    return name, counted


def _words(code: str, otherwise: str) -> str:
    return t(f"app.{code}") if f"app.{code}" in catalogue("vi") else otherwise
