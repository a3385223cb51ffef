"""Giải thích: every indicator and term, what statuses mean, where figures come from."""

from language import t
from ui import glossary, glossary_indicators, index_766_glossary, shell
from ui.choice import searched
from ui.html import html
from ui.panels import meta, section
from ui.parts import no_rows, table_with_downloads

scope = shell.framed()
words = searched("tim", t("glossary.search"))
groups = glossary_indicators.groups(scope, words)
index = index_766_glossary.groups(scope, words)
terms = glossary.listed(t("glossary.terms"), glossary.matching(glossary.terms(), words))
about = glossary.side_by_side(
    glossary.rules(words),
    glossary.listed(t("glossary.statuses"), glossary.matching(glossary.statuses(), words), span=6),
    glossary.listed(t("glossary.sources"), glossary.matching(glossary_indicators.sources(), words)),
)

how = glossary.how(words)
if how:
    section(t("glossary.how"))
    html(how)
for title, cards in (*groups, *index):
    section(title)
    html(cards)
if groups:
    title, rows = t("glossary.indicators"), glossary_indicators.rows(scope, words)
    columns = glossary_indicators.columns()
    table_with_downloads(title, rows, columns, "chi-so", meta=meta(scope, title), named=True)
if terms or about:
    section(t("glossary.words"))
    html(glossary.side_by_side(terms), about)
if not (how or groups or index or terms or about):
    no_rows()
