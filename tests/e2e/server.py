"""The real server, started as a reader of the README starts it, on a port and a store of its own."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds


class Server:
    """`streamlit run app.py` on loopback; stop it when done."""

    def __init__(self, store: Path, log: Path, **settings: str):
        self.url = f"http://127.0.0.1:{free_port()}"
        self.log = log
        self.store_url = f"sqlite:///{store}"
        port = self.url.rsplit(":", 1)[-1]
        environment = {**os.environ, "DATABASE_URL": self.store_url, **settings}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port]
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
            )

    def wait(self) -> "Server":
        """Until it answers; says what it wrote if it never does."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5):
                    return self
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"the server did not start:\n{self.said()}")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def exit_code(self) -> int:
        """Wait for a server that ends by itself."""
        return self._process.wait(PATIENCE)

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
