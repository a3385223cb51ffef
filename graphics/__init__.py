"""HTML from plain figures: shared by the overview, the wall and the papers.

Pure functions of frozen shapes, each beside its drawing (`graphics.shapes` has those of several); no
Streamlit, no store. Whatever enters as text leaves escaped: only `graphics.markup.tag` makes markup.
"""
