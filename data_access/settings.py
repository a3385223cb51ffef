"""Settings from the environment, declared once."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What may be set from outside; the name in the environment is the field's name in capitals."""

    database_url: str = Field(
        default=f"sqlite:///{ROOT / 'var' / 'ioc.sqlite'}",
        description="where the store is: sqlite:///file or postgresql://user@host/name",
    )
    busy_seconds: float = Field(
        default=60, gt=0, description="how long a write waits for another one before it says so"
    )
    dossier_code_key: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="keep a keyed hash (HMAC-SHA256) in place of each dossier code; 16 signs or more, set "
        "before the first load and never changed, else dossiers are not followed across it",
    )
