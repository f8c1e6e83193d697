"""Looks at every part: what it resolves to, and whether it answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from agents.bootstrap import make_embedding, make_folder, make_reranker
from agents.settings import Settings
from agents.strong_line import LineOfOffice, origin_told
from records.database import open_database
from records.errors import RecruitingError
from records.postings import Postings
from records.strong_lines import StrongLines
from retrieval.documents.formats.office import office_program
from retrieval.embedding import Embedding
from retrieval.loaded_later import LoadedLater
from retrieval.model_server import ModelServer
from retrieval.vector_index import Server

State = Literal["ok", "off", "failed"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the installation and its state; `off` is a choice, `failed` is not."""

    part: str
    state: State
    detail: str


def examined(settings: Settings) -> tuple[Part, ...]:
    """Every part, each looked at by itself: one that fails does not hide the others."""
    embedding = LoadedLater(lambda: make_embedding(settings))
    looks: tuple[tuple[str, Callable[[Settings], tuple[State, str]]], ...] = (
        ("bole", lambda _: ("ok", version("bole"))),
        ("data folder", _folder),
        ("database", _database),
        ("embedding", lambda _: ("ok", f"{embedding.model}, {embedding.dimensions} dimensions")),
        ("strong line", lambda _: ("ok", _strong_line(settings, embedding))),
        ("vectors", _vectors),
        ("reranker", _reranker),
        ("language model", _language_model),
        ("readers", lambda _: ("ok", f"pypdfium2 {version('pypdfium2')}, pypdf {version('pypdf')}")),
        ("text recognition", _recognition),
        ("libreoffice", _libreoffice),
    )
    return tuple(_looked_at(name, look, settings) for name, look in looks)


def _looked_at(name: str, look: Callable[[Settings], tuple[State, str]], settings: Settings) -> Part:
    try:
        return Part(name, *look(settings))
    except RecruitingError as error:
        return Part(name, "failed", f"{error.message(settings.speech)} {error.advice(settings.speech)}")


def _folder(settings: Settings) -> tuple[State, str]:
    make_folder(settings.data_dir)
    free = shutil.disk_usage(settings.data_dir).free / 2**30
    return "ok", f"{settings.data_dir.resolve()}, {free:.0f} GiB free"


def _database(settings: Settings) -> tuple[State, str]:
    database = open_database(settings.database)
    try:
        return "ok", f"{database.place}, {len(Postings(database).list('open'))} open postings"
    finally:
        database.close()


def _strong_line(settings: Settings, embedding: Embedding) -> str:
    database = open_database(settings.database)
    try:
        line = LineOfOffice(StrongLines(database), embedding, settings.strong_line).in_force()
        return f"{line.value:g}, {origin_told(line, settings.speech)}"
    finally:
        database.close()


def _vectors(settings: Settings) -> tuple[State, str]:
    if settings.chroma_url:
        server = Server(settings.chroma_url)
        server.open()  # raises where it does not answer
        server.close()
    return "ok", f"Chroma {version('chromadb')} at {settings.index_place.vectors}"


def _reranker(settings: Settings) -> tuple[State, str]:
    reranker = make_reranker(settings)
    if reranker is None:
        return "off", "none set: matches keep the order of the first stage (BOLE_RERANKER_URL connects one)"
    reranker.check()
    return "ok", f"{settings.reranker_url} serves {settings.reranker_model}"


def _recognition(_settings: Settings) -> tuple[State, str]:
    try:
        return "ok", f"rapidocr {version('rapidocr')} on onnxruntime {version('onnxruntime')}"
    except PackageNotFoundError as missing:
        return "off", f"{missing.name} is not installed: scans and photos are refused"


def _libreoffice(_settings: Settings) -> tuple[State, str]:
    program = office_program()
    return ("ok", program) if program else ("off", "not installed: DOC (Word 97–2003) is refused")


def _language_model(settings: Settings) -> tuple[State, str]:
    if not settings.llm_url:
        return "off", "none set: assessments are made by rules (BOLE_LLM_URL connects one)"
    served = ", ".join(model.name for model in ModelServer(settings.llm_url, settings.llm_key).answers())
    return "ok", f"{settings.llm_url} serves {served}; asked for {settings.llm_model}"
