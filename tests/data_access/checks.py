"""What the tests of checking share: a file in, its problems out."""

from data_access import ingest


def check(known, content: str | bytes, name="tep.csv", **how):
    """A file checked against the tiny province."""
    return ingest.check(known, content if isinstance(content, bytes) else content.encode(), name, **how)


def problems(checked) -> list[tuple]:
    """(line, column, kind) of every issue."""
    return [(i["line"], i["column"], i["kind"]) for i in checked.issues.iter_rows(named=True)]
