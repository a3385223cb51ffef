"""Without sign-in there is one role, *trình diễn*, which may do everything: so nobody else may reach it."""

import ipaddress

from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

REFUSAL = (
    "Sign-in is not set up, so the dashboard serves this computer only: it will not listen on {address}. "
    "Add [auth] to .streamlit/secrets.toml or leave server.address at 127.0.0.1."
)


def signs_in() -> bool:
    """Whether OpenID Connect is configured (Streamlit's own [auth] section)."""
    return secrets_singleton.load_if_toml_exists() and "auth" in secrets_singleton


def refuse_strangers() -> None:
    """End the start of a server that would let strangers in, saying why in one sentence."""
    address = config.get_option("server.address") or "0.0.0.0"
    if not is_loopback(address) and not signs_in():
        raise SystemExit(REFUSAL.format(address=address))


def is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class LoopbackOnly:
    """Middleware for servers that take their address from elsewhere (uvicorn --host): answers 403."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        host = (scope.get("server") or ("127.0.0.1",))[0]
        if scope["type"] == "lifespan" or is_loopback(host) or signs_in():
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            from starlette.responses import PlainTextResponse

            await PlainTextResponse(REFUSAL.format(address=host), 403)(scope, receive, send)
