"""HTML from plain figures: shared by the overview, the wall and the papers.

Pure functions of the frozen shapes in `graphics.shapes`; no Streamlit, no store. Whatever
enters as text leaves escaped: only `graphics.markup.tag` makes markup.
"""
