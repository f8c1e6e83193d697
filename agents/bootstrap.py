"""Chooses every implementation from the settings; nothing else does."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from agents.answers.answers import Answerer
from agents.answers.extractive_answers import ExtractiveAnswerer, RankLines
from agents.answers.model_answers import LanguageModelAnswerer
from agents.asking import Asking
from agents.assessing import Assessing
from agents.assessors.assessor import Assessor
from agents.assessors.model_assessor import LanguageModelAssessor
from agents.assessors.rule_assessor import RuleAssessor
from agents.drafting import Drafting
from agents.fleet.judging import FILES_A_PART, Means
from agents.intake import READER_VERSION, Intake
from agents.office import Office
from agents.postings.library import Library
from agents.screening.export import Exporting
from agents.screening.questions import BatchQuestions
from agents.screening.screening import Screening
from agents.screening.standings import Standings
from agents.screening.steps import Steps
from agents.screening.workflows import Workflows
from agents.settings import Settings
from agents.shelf import Shelf, document_limits
from agents.strong_line import LineOfOffice
from agents.versions import Versioning
from prompts import wording_hash
from records.assessment import AssessedBy
from records.assessments import Assessments
from records.batch import Owner
from records.batches import Batches
from records.conversations import Conversations
from records.database import open_database
from records.documents import Documents
from records.errors import StorageUnavailable
from records.files import FileStore
from records.language import Language
from records.postings import Postings
from records.resumes import Resumes
from records.strong_lines import StrongLines
from records.versions import Versions
from retrieval.chat_request import BATCH, INTERACTIVE
from retrieval.document_index import DocumentIndex
from retrieval.documents.reading import Limits, ReadingPool
from retrieval.embedding import Embedding
from retrieval.line_ranking import LineRanking
from retrieval.loaded_later import LoadedLater
from retrieval.local_embedding import LocalEmbedding
from retrieval.matching import Matching
from retrieval.model_server import ModelServer
from retrieval.posting_index import posting_index
from retrieval.served_embedding import ServedEmbedding
from retrieval.served_reranker import ServedReranker
from retrieval.talent_pool import talent_pool
from samples import posting_files

RULES_VERSION: Final = 1
"""Raised when the rules change what they give, so that cases on record are assessed anew."""
MODEL_RULES_VERSION: Final = 5
"""Raised when the schema, or what code makes of a model's answer, changes what it gives."""


def open_office(settings: Settings, workers: int = 2, owner: Owner = "chat") -> Office:
    """Database migrated, bundled postings added at the first start; models load when first needed, or by `warm`.

    Batches are at work only after `screening.launch`, which goes on with those of the `owner`.
    """
    database = open_database(_with_folder(settings))
    postings, resumes = Postings(database), Resumes(database, READER_VERSION)
    files = FileStore(settings.data_dir / "files")
    files.tidy()
    embedding = LoadedLater(lambda: make_embedding(settings))
    reader = ReadingPool(workers, Limits(max_bytes=settings.max_upload_mb * 1024 * 1024))
    index = posting_index(settings.index_place, embedding, postings)
    pool = talent_pool(settings.index_place, embedding, resumes)
    matching = Matching(index, pool, postings, resumes, make_reranker(settings))
    library = Library(postings)
    _add_samples_once(library, settings)
    documents = Documents(database)
    shelf_reader = ReadingPool(workers, document_limits(settings.max_upload_mb * 1024 * 1024))  # starts when needed
    server = ModelServer(settings.llm_url, settings.llm_key, settings.llm_concurrency) if settings.llm_url else None
    ranking = LineRanking(embedding)
    rules = RuleAssessor(matching.similarity_by_line, embedding)
    record, wording = Assessments(database), _wording(embedding, settings)
    intake, batches = Intake(files, resumes, reader), Batches(database)
    for_batches = Assessing(_assessors(rules, embedding, server, settings, BATCH), record, wording)
    steps = Steps(intake, library, matching, pool, for_batches, batches)
    standings = Standings(batches, record, resumes, for_batches)
    workflows = Workflows(steps, batches, owner, _files_at_once(settings))
    return Office(
        settings=settings,
        database=database,
        reader=reader,
        embedding=embedding,
        intake=intake,
        versioning=Versioning(resumes, Versions(database, READER_VERSION)),
        library=library,
        shelf=Shelf(files, shelf_reader, documents, DocumentIndex(settings.index_place.vectors, embedding, documents)),
        posting_index=index,
        pool=pool,
        matching=matching,
        assessing=Assessing(_assessors(rules, embedding, server, settings), record, wording),
        answerers=_answerers(ranking.rank, server, settings),
        ranking=ranking,
        drafting=Drafting(Asking(server, settings.llm_model) if server is not None else None),
        standings=standings,
        exporting=Exporting(batches, standings, library),
        batch_questions=BatchQuestions(matching.facts, resumes.some),
        screening=Screening(intake, batches, workflows, owner),
        server=server,
        record=record,
        resumes=resumes,
        conversations=Conversations(database),
        line=LineOfOffice(StrongLines(database), embedding, settings.strong_line),
    )


def make_embedding(settings: Settings) -> Embedding:
    """The embedding that the settings name; loads it, so it may take seconds. Raises `EmbeddingError`."""
    if settings.embedding.startswith(("http://", "https://")):
        server = ModelServer(settings.embedding, settings.llm_key)
        return ServedEmbedding(server, settings.embedding_model, settings.embedding_dimensions)
    return LocalEmbedding(settings.embedding, settings.embedding_dimensions)


def fleet_means(settings: Settings) -> Means:
    """What a worker of a fleet makes for itself; nothing is loaded or connected here."""
    return Means(
        embedding=partial(make_embedding, settings),
        assessor=partial(_model_assessor, settings),
        limits=Limits(max_bytes=settings.max_upload_mb * 1024 * 1024),
        at_once=settings.llm_concurrency,
    )


def _model_assessor(settings: Settings, embedding: Embedding) -> LanguageModelAssessor:
    server = ModelServer(settings.llm_url, settings.llm_key, min(settings.llm_concurrency, FILES_A_PART))
    return LanguageModelAssessor(server, settings.llm_model, embedding, settings.samples, BATCH)


def make_reranker(settings: Settings) -> ServedReranker | None:
    """The reranker that the settings name, if any; nothing is connected before it is asked."""
    if not settings.reranker_url:
        return None
    return ServedReranker(ModelServer(settings.reranker_url, settings.llm_key), settings.reranker_model)


def _assessors(
    rules: RuleAssessor,
    embedding: Embedding,
    server: ModelServer | None,
    settings: Settings,
    priority: int = INTERACTIVE,
) -> dict[AssessedBy, Assessor]:
    found: dict[AssessedBy, Assessor] = {"rules": rules}
    if server is not None:
        found["model"] = LanguageModelAssessor(server, settings.llm_model, embedding, settings.samples, priority)
    return found


def _files_at_once(settings: Settings) -> int:
    """How many files of batches are under way: as many as a model is asked about at once, without one a few more than
    there are cores, so that one is read while others are judged."""
    return settings.llm_concurrency if settings.llm_url else (os.cpu_count() or 1) + 2


def _answerers(rank: RankLines, server: ModelServer | None, settings: Settings) -> dict[AssessedBy, Answerer]:
    found: dict[AssessedBy, Answerer] = {"rules": ExtractiveAnswerer(rank, beside_model=server is not None)}
    if server is not None:
        found["model"] = LanguageModelAnswerer(server, settings.llm_model, rank)
    return found


def _wording(embedding: Embedding, settings: Settings) -> Callable[[AssessedBy, Language], str]:
    def depends_on(by: AssessedBy, language: Language) -> str:
        rules = f"{READER_VERSION}|{RULES_VERSION}"  # of another reading the line numbers would not hold
        if by == "model":
            asked = f"{settings.llm_model}|{wording_hash('assess', language)}|{settings.samples}"
            return f"{rules}|{MODEL_RULES_VERSION}|{asked}|{embedding.fingerprint}"
        return f"{rules}|{embedding.fingerprint}"

    return depends_on


def _with_folder(settings: Settings) -> str:
    make_folder(settings.data_dir)
    return settings.database


def make_folder(folder: Path) -> None:
    """The folder for everything that is kept, if it is not there yet; raises `StorageUnavailable`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable(place=str(folder), reason=error.strerror) from error


def _add_samples_once(library: Library, settings: Settings) -> None:
    """The bundled postings, in each database the first time only: who removes them does not want them back."""
    of_database = f"-{hashlib.sha256(settings.database_url.encode()).hexdigest()[:8]}" if settings.database_url else ""
    done = settings.data_dir / f"samples-added{of_database}"
    if not done.exists():
        library.add_samples(posting_files())
        done.touch()
