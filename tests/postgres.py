"""A throw-away PostgreSQL for the tests: a cluster in a temporary folder, a fresh database per test."""

import glob
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

from tests.ports import free_port

# Nothing here has to survive a power cut, so nothing waits for the disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB")
NOT_FOUND = "PostgreSQL's server programs are not installed"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first."""
    folders = glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/usr/pgsql-*/bin")
    found = sorted((Path(folder) for folder in folders if Path(folder, "initdb").exists()), key=_version)
    if found:
        return found[-1]
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class Cluster:
    """A running server on loopback. `database()` gives the URL of an empty or copied database."""

    def __init__(self, programs: Path):
        self._programs = programs
        # The server runs as a user of its own under root, who must reach the folder.
        self._folder = Path(tempfile.mkdtemp(prefix="ioc-postgres-"))
        self._as_user = _drop_root(self._folder)
        self._numbers = itertools.count(1)
        self.port = free_port()
        self._run("initdb", "-D", self._data, "-U", "ioc", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        settings = [f"listen_addresses=127.0.0.1 port={self.port}", "unix_socket_directories=''", *FAST]
        options = " ".join(f"-c {setting}" for setting in " ".join(settings).split())
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-o", options, "-l", self._folder / "log")

    def database(self, template: str = "template1") -> str:
        """A new database's URL; with `template`, a copy of the database of that name."""
        name = f"test_{next(self._numbers)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql://ioc@127.0.0.1:{self.port}/{name}"

    def drop(self, url: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{name_of(url)}" WITH (FORCE)')

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-D", self._data, "-m", "immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _execute(self, statement: str) -> None:
        with psycopg.connect(
            f"postgresql://ioc@127.0.0.1:{self.port}/postgres", autocommit=True
        ) as connection:
            connection.execute(statement)

    def _run(self, program: str, *arguments: object) -> None:
        command = [*self._as_user, str(self._programs / program), *map(str, arguments)]
        # pg_ctl's server keeps its parent's output open: a pipe would never end.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(command, cwd=self._folder, stdout=output, stderr=output, check=False)
            output.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} failed: {output.read().decode()}")


def name_of(url: str) -> str:
    return url.rsplit("/", 1)[-1]


def _version(folder: Path) -> int:
    digits = "".join(filter(str.isdigit, folder.parent.name))
    return int(digits or 0)


def _drop_root(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: give the folder to another user and run as them."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    if shutil.which("setpriv"):
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["runuser", "-u", user.pw_name, "--"]
