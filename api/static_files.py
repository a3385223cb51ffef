"""Streamlit's script files, compressed once and kept.

Streamlit sends them as they are; compressing each answer anew would cost 0.2 s for Plotly's alone.
"""

import gzip
from functools import cache
from mimetypes import guess_type
from pathlib import Path

import anyio
import brotli
from starlette.responses import Response
from streamlit import file_util

FOLDER = Path(file_util.get_static_dir())
WORTHWHILE = {".js", ".css", ".svg", ".json"}
# Their names carry a hash of their content.
FOR_EVER = "public, immutable, max-age=31536000"
# Level 5 is 9 % larger than 9 and six times as fast: a first visitor waits for it.
COMPRESS = {"br": lambda data: brotli.compress(data, quality=5), "gzip": lambda data: gzip.compress(data, 6)}


class CompressedStatic:
    """Middleware that answers for compressible files below /static/ and leaves the rest alone."""

    def __init__(self, app):
        self.app = app
        self._files = {
            f"/{file.relative_to(FOLDER).as_posix()}": file
            for file in (FOLDER / "static").rglob("*")
            if file.suffix in WORTHWHILE
        }

    async def __call__(self, scope, receive, send):
        file = self._files.get(scope.get("path", "")) if scope["type"] == "http" else None
        encoding = _encoding(scope) if file and scope["method"] in ("GET", "HEAD") else None
        if encoding is None:
            await self.app(scope, receive, send)
            return
        body = await anyio.to_thread.run_sync(_compressed, file, encoding)
        headers = {"Content-Encoding": encoding, "Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
        await Response(body, headers=headers, media_type=_media_type(file))(scope, receive, send)


def _encoding(scope) -> str | None:
    """The best encoding that the browser takes and we have."""
    accepted = b",".join(value for name, value in scope["headers"] if name == b"accept-encoding").decode()
    offered = {part.split(";")[0].strip() for part in accepted.split(",") if not part.endswith("q=0")}
    return next((encoding for encoding in COMPRESS if encoding in offered), None)


@cache
def _compressed(file: Path, encoding: str) -> bytes:
    return COMPRESS[encoding](file.read_bytes())


def _media_type(file: Path) -> str:
    # Windows' registry may call .js something else, and browsers then refuse to run it.
    return "text/javascript" if file.suffix == ".js" else guess_type(file.name)[0] or "text/plain"
