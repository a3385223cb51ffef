"""The guide of a template: each column with what it is, how it is written and what goes wrong with it."""

from xlsxwriter.worksheet import Worksheet

from data_access.ingest.contract import Column, Contract
from language import t

_WIDTHS = (30, 46, 24, 28, 30, 40, 52)


def guide(book, sheet: Worksheet, contract: Contract) -> None:
    """The sheet: a title, what to know, and one row a column, optional ones last."""
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E3EEFA"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.write_string(0, 0, t("template.title", kind=t(f"kind.{contract.kind}")), title)
    sentences = _sentences(contract)
    for at, sentence in enumerate(sentences, start=1):
        sheet.write_string(at, 0, sentence)
    first = len(sentences) + 2
    for place, (width, word) in enumerate(zip(_WIDTHS, _heads(), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(first, place, word, head)
    for at, column in enumerate((*contract.columns, *contract.optional), start=first + 1):
        for place, text in enumerate(_row(contract, column)):
            sheet.write_string(at, place, text, cell)
    sheet.freeze_panes(first + 1, 1)


def allowed_words(column: Column) -> list[str]:
    """One word for each value that a cell may have, where there is a closed list."""
    if column.parser == "flag":
        return ["1", "0"]
    words: dict[object, str] = {}
    for word, value in column.choices.items():
        if value not in words or words[value].isdigit():
            words[value] = word
    return list(words.values())


def _sentences(contract: Contract) -> list[str]:
    told = [t("template.intro", sheet=t("template.data")), t("template.personal")]
    if contract.is_dossiers:
        told += [t("template.month_row_help"), t("template.whole_month")]
    if contract.kind == "report_06a":
        told.append(t("template.report_help"))
    return told


def _heads() -> tuple[str, ...]:
    return (
        t("template.column"), t("template.means"), t("template.needed"), t("template.form_of"),
        t("template.example"), t("template.allowed"), t("template.mistakes"),
    )  # fmt: skip


def _row(contract: Contract, column: Column) -> tuple[str, ...]:
    name = f"{contract.kind}.{column.field}"
    return (
        column.header,
        t(f"column.{name}"),
        _needed(column),
        t(f"form.{column.parser}"),
        column.example,
        "; ".join(dict.fromkeys(column.choices)) or ", ".join(allowed_words(column)),
        t(f"mistake.{column.parser}"),
    )


def _needed(column: Column) -> str:
    if column.filled:
        return t("template.filled")
    return t("template.header") if column.required else t("template.optional")
