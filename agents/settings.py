"""The settings, read from the environment or `.env` with the prefix `BOLE_`; nothing else reads the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from records.errors import SettingsError
from records.language import Language, preferred_language
from retrieval.index_source import IndexPlace


class Settings(BaseSettings):
    """Everything that can be set; with nothing set Bole runs by itself and opens no connection beyond this machine."""

    model_config = SettingsConfigDict(env_prefix="BOLE_", env_file=".env", extra="ignore", frozen=True)

    llm_url: str = Field(default="", description="address of an OpenAI-compatible server, such as http://host:8001/v1")
    llm_model: str = Field(default="Qwen/Qwen3-4B-Instruct-2507", description="the name it serves the model under")
    llm_key: str = Field(default="", description="its key, if it asks for one")
    llm_concurrency: int = Field(default=64, ge=1, le=1024, description="requests it is sent at the same time")
    samples: int = Field(default=1, ge=1, le=9, description="how often a model assesses each case; more than one votes")
    embedding: str = Field(default="bundled", description="bundled, qwen3, an address, or a model's name or folder")
    embedding_model: str = Field(default="Qwen/Qwen3-Embedding-4B", description="the name served at an address")
    embedding_dimensions: int | None = Field(default=None, ge=32, le=4096, description="fewer dimensions than it has")
    reranker_url: str = Field(default="", description="address of a vLLM server of the reranker; empty is none")
    reranker_model: str = Field(default="Qwen/Qwen3-Reranker-4B", description="the name it serves the reranker under")
    chroma_url: str = Field(default="", description="address of a Chroma server; empty keeps the index in DATA_DIR")
    database_url: str = Field(default="", description="SQLAlchemy address; empty is SQLite in DATA_DIR")
    data_dir: Path = Field(default=Path(".bole"), description="folder for the database, the files and the index")
    auth: Literal["local"] = Field(default="local", description="who may use the chat: this machine only")
    language: Language | None = Field(default=None, description="zh or en; empty follows the browser or the system")
    max_upload_mb: int = Field(default=20, ge=1, le=500, description="largest file that is read")
    strong_line: float | None = Field(
        default=None, ge=0, le=1, description="cosine from which a match is called strong"
    )

    @property
    def database(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'bole.db').resolve()}"

    @property
    def workflow_database(self) -> str:
        """Where the state of batches is kept beside the records: the same PostgreSQL; empty is a file in DATA_DIR."""
        return self.database_url if self.database_url.startswith("postgresql") else ""

    @property
    def index_place(self) -> IndexPlace:
        """Where the indexes live."""
        folder = self.data_dir / "index"
        return IndexPlace(vectors=self.chroma_url or folder, store=folder)

    @property
    def speech(self) -> Language:
        """The language for people where no browser tells it: the setting, else the system's."""
        system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
        return self.language or preferred_language(system)


def read_settings() -> Settings:
    """The settings as they are now; raises `SettingsError` that names the first one that cannot work."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        setting = "BOLE_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(setting=setting, reason=first["msg"]) from error
