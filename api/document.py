"""The one HTML document: its language, where it is served, and the headers that every answer carries."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response

from api.static_files import FOLDER

REPAIRS = Path(__file__).parent / "repairs.js"
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
NEEDS_SCRIPT = {
    "vi": "Hãy bật JavaScript để dùng trang này.",
    "en": "Switch JavaScript on to use this page.",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Document:
    """Middleware that serves Streamlit's document itself, in the reader's language, at the pages' addresses.

    Any other address a browser opens leads to the front door: Streamlit would serve its document
    anywhere and then complain in English. Every answer gets the security headers.
    """

    def __init__(self, app, addresses, front_door: str):
        self.app = app
        self._addresses = {f"/{address}" for address in addresses}
        self._front_door = front_door
        document = _repaired((FOLDER / "index.html").read_bytes())
        self._documents = {language: _in_language(document, language) for language in NEEDS_SCRIPT}
        self._headers = {"Content-Security-Policy": content_security_policy(document), **HEADERS}

    async def __call__(self, scope, receive, send):
        async def send_with_headers(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] in self._addresses and scope["method"] in ("GET", "HEAD"):
            await self._document(scope)(scope, receive, send_with_headers)
        elif scope["path"] == "/":
            await self._to_front_door(scope)(scope, receive, send_with_headers)
        else:
            await self._elsewhere(scope, receive, send_with_headers)

    async def _elsewhere(self, scope, receive, send):
        """Whatever else there is, but not the document."""
        replaced = False

        async def send_unless_document(message):
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == 200:
                replaced = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
                if replaced:
                    await self._to_front_door(scope)(scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(scope, receive, send_unless_document)

    def _document(self, scope) -> Response:
        language = "en" if parse_qs(_query(scope)).get("lang") == ["en"] else "vi"
        no_cache = {"Cache-Control": "no-cache"}
        return Response(self._documents[language], media_type="text/html", headers=no_cache)

    def _to_front_door(self, scope) -> Response:
        query = _query(scope)
        target = self._front_door + (f"?{query}" if query else "")
        return RedirectResponse(target, 307, headers={"Cache-Control": "no-store"})


def content_security_policy(document: bytes) -> str:
    """Everything from this server; scripts by file or by the hash of what the document holds itself.

    Styles are set by scripts, charts draw in blobs, and components are loaded from them.
    """
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in INLINE_SCRIPT.findall(document))
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def _repaired(document: bytes) -> bytes:
    """With the few lines of script that mend what Streamlit's own markup gets wrong."""
    return document.replace(b"</body>", b"<script>" + REPAIRS.read_bytes() + b"</script></body>")


def _in_language(document: bytes, language: str) -> bytes:
    document = document.replace(b'<html lang="en">', f'<html lang="{language}">'.encode())
    document = document.replace(b"<title>Streamlit</title>", "<title>Một Cửa IOC</title>".encode())
    return NO_SCRIPT.sub(f"<noscript><p>{NEEDS_SCRIPT[language]}</p></noscript>".encode(), document)


def _query(scope) -> str:
    return scope.get("query_string", b"").decode("latin-1")


def _digest(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode()
