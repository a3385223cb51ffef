"""Một Cửa IOC. As a script it draws the frame around every page; imported by the server it is the ASGI
app that adds routes, headers, the document's language and compressed files. Start: streamlit run app.py"""

import streamlit as st

if __name__ == "__main__":
    from ui import shell

    shell.frame()
else:
    from starlette.middleware import Middleware
    from streamlit.runtime.pages_manager import PagesManager

    from api.document import Document
    from api.listening import LoopbackOnly, refuse_strangers
    from api.routes import ROUTES
    from api.static_files import CompressedStatic
    from ui.errors import show_error
    from ui.pages import PAGES

    refuse_strangers()
    # Until its first st.navigation, Streamlit would serve the files of pages/ by themselves.
    PagesManager.uses_pages_directory = False
    slugs = [page.slug for page in PAGES]
    app = st.App(
        __file__,
        routes=ROUTES,
        middleware=[
            Middleware(LoopbackOnly),
            Middleware(Document, addresses=slugs, front_door=f"/{slugs[0]}"),
            Middleware(CompressedStatic),
        ],
        on_script_error=show_error,
    )
