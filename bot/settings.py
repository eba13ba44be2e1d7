"""Settings of the process, from the environment or `.env`. What organisers choose lives in `storage.preferences`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

CODE_DATA = Path(__file__).resolve().parent.parent / "data"
"""Data that comes with the code: migrations, wording, trades, zones."""


class Settings(BaseSettings):
    """Every setting of a running bot; `.env.example` documents the same list (a test compares them)."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,  # `DATA_DIR=` left empty means the default, not the current folder
        extra="ignore",
    )

    discord_token: Annotated[
        SecretStr, Field(description="The bot's token, from Discord's developer portal. Never commit it.")
    ] = SecretStr("")
    data_dir: Annotated[
        Path, Field(description="Where each association's file and the backups live. One disk, not a network share.")
    ] = Path("data/associations")
    members_intent: Annotated[
        bool, Field(description="Sees members join and leave. Without it: no welcome, leavers found once a day.")
    ] = True
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        BeforeValidator(str.upper),
        Field(description="DEBUG, INFO, WARNING or ERROR. Discord's own logs stay at WARNING."),
    ] = "INFO"

    def content(self, name: str) -> Path:
        """The file `name` of the data that people edit: the copy in DATA_DIR/content wins over the one that is
        shipped."""
        own = self.data_dir / "content" / name
        return own if own.exists() else CODE_DATA / name
