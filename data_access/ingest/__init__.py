"""From a file to what counts, in reading order.

bytes → reading → recognising → checking → *staging* → comparing → *applying* → *undoing*.
Everything before staging is pure: the preview and the commit run the very same parser.
"""

from importlib import import_module

# Imported when first asked for: the process that reads a file is started by one that has imported nothing
# yet, and has no use for what applies and undoes.
_MODULES = {
    "apart": ("check_apart", "checking_apart"),
    "applying": ("apply", "discard", "rehearse", "undo"),
    "checking": ("check",),
    "arriving": ("Arriving",),
    "child": ("ahead",),
    "comparing": ("Comparison", "compare"),
    "declaring": ("declare_nothing",),
    "known": ("Known",),
    "noting": ("note",),
    "outcome": ("Checked",),
    "restaging": ("restage",),
    "staging": ("stage",),
    "unseen": ("unseen_dossiers",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    return found
