"""Routes of our own: so far the health of the data."""

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from ui.data import store


async def health(_request: Request) -> JSONResponse:
    """Whether the data, not only the server, is well: the store answers and says its revision."""
    try:
        revision = await anyio.to_thread.run_sync(lambda: store().revision())
    except Exception as error:  # whatever keeps the store from answering is what is asked for here
        return JSONResponse({"status": "store unreachable", "error": type(error).__name__}, 503)
    return JSONResponse({"status": "ok", "revision": revision}, headers={"Cache-Control": "no-store"})


ROUTES = [Route("/healthz", health)]
