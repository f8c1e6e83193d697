"""The library of documents on real SQLite, Chroma and reading workers, with the bundled model."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from agents.intake import Arrival
from agents.shelf import Shelf, document_limits
from fakes import BagOfWords
from made_files import zipped
from papers import CROSS_LINGUAL, paper_pdf, storage_paper, written
from records.database import open_database
from records.documents import Documents
from records.errors import ReadingError
from records.files import FileStore
from retrieval.document_index import DocumentIndex
from retrieval.documents.reading import ReadingPool
from retrieval.embedding import Embedding
from retrieval.local_embedding import LocalEmbedding
from scans import picture_pdf

LINE = 0.5


@contextmanager
def opened(folder: Path, embedding: Embedding) -> Iterator[Shelf]:
    """A library that keeps everything in a folder."""
    database = open_database(f"sqlite:///{folder}/records.db")
    documents = Documents(database)
    reader = ReadingPool(1, document_limits(20 * 1024 * 1024))
    shelf = Shelf(FileStore(folder / "files"), reader, documents, DocumentIndex(folder / "index", embedding, documents))
    try:
        yield shelf
    finally:
        shelf.close()
        database.close()


def put(shelf: Shelf, file: Path) -> str:
    return shelf.add(Arrival(file, file.name)).document.id


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, bundled: LocalEmbedding) -> Iterator[tuple[Shelf, dict[str, str]]]:
    """All invented papers with the bundled model, and their ids by key."""
    folder = tmp_path_factory.mktemp("papers")
    with opened(folder, bundled) as shelf:
        yield shelf, {key: put(shelf, file) for key, file in written(folder / "sent").items()}


def first(papers: tuple[Shelf, dict[str, str]], query: str, number: int = 1) -> set[str]:
    """Keys of the first documents for a query."""
    shelf, ids = papers
    keys = {document: key for key, document in ids.items()}
    return {keys[found.document] for found in shelf.search(query, 20, LINE).documents[:number]}


def test_papers_on_cross_lingual_transfer_come_first_for_a_mixed_question(papers: tuple[Shelf, dict[str, str]]) -> None:
    assert first(papers, "低资源机器翻译 with Transformers", len(CROSS_LINGUAL)) == set(CROSS_LINGUAL)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("销售团队的目标", "okr-sales-zh"),
        ("deploy without downtime", "okr-platform-en"),
        ("哪些论文讲推荐系统", "recsys-en"),
        ("储能安全", "battery-zh"),
        ("emergency nurses waiting time", "nursing-zh"),
        ("month-end closing of the books", "finance-en"),
        ("缺陷检测 computer vision", "vision-zh"),
    ],
)
def test_each_question_finds_its_document_first(
    papers: tuple[Shelf, dict[str, str]], query: str, expected: str
) -> None:
    assert first(papers, query) == {expected}


@pytest.mark.parametrize(
    ("key", "expected"), [("battery-en", "battery-zh"), ("rag-zh", "rag-en"), ("okr-sales-zh", "okr-platform-en")]
)
def test_the_document_most_like_another_may_be_in_the_other_language(
    papers: tuple[Shelf, dict[str, str]], key: str, expected: str
) -> None:
    shelf, ids = papers

    found = shelf.like(ids[key], 5, LINE)

    assert found[0].document == ids[expected]
    assert ids[key] not in {one.document for one in found}


def test_ranks_count_from_one_and_similarities_have_four_decimals(papers: tuple[Shelf, dict[str, str]]) -> None:
    found = papers[0].search("低资源机器翻译 with Transformers", 5, LINE)

    for view in (found.passages, found.documents):
        assert [one.rank for one in view] == list(range(1, len(view) + 1))
        assert all(one.similarity == round(one.similarity, 4) for one in view)
        assert all(one.strong == (one.similarity >= LINE) for one in view)


def test_what_shares_neither_a_word_nor_a_meaning_is_not_found(papers: tuple[Shelf, dict[str, str]]) -> None:
    assert papers[0].search("zzyzx qwfp", 5, LINE).passages == ()


def test_a_passage_tells_its_page_and_lines(tmp_path: Path, bundled: LocalEmbedding) -> None:
    with opened(tmp_path, bundled) as shelf:
        document = shelf.find(put(shelf, storage_paper(tmp_path)))
        found = shelf.search("street lamps and farm pumps", 3, LINE).passages[0]
        lines = shelf.reading(document).lines[found.first_line - 1 : found.last_line]

    assert document.title == "Batteries at the Edge of the Grid"
    assert found.page == 3
    assert {line.page for line in lines} == {3}
    assert "street lamps" in found.text


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    with opened(tmp_path, BagOfWords()) as shelf:
        file = storage_paper(tmp_path)
        again = Path(shutil.copy(file, tmp_path / "copy.pdf"))
        new = [shelf.add(Arrival(one, one.name)).new for one in (file, again)]

        assert new == [True, False]
        assert len(shelf.all()) == 1


def test_a_question_to_the_library_is_asked_with_its_own_instruction(tmp_path: Path) -> None:
    embedding = BagOfWords()
    with opened(tmp_path, embedding) as shelf:
        put(shelf, storage_paper(tmp_path))
        shelf.search("lithium cells", 5, LINE)

    assert embedding.tasks == {"free_text_to_library"}


def test_a_removed_document_is_found_no_more(tmp_path: Path) -> None:
    with opened(tmp_path, BagOfWords()) as shelf:
        files = written(tmp_path / "sent")
        for key in ("battery-en", "finance-en"):
            put(shelf, files[key])
        assert shelf.search("lithium cells", 5, LINE).documents[0].title.startswith("Batteries")
        shelf.remove("battery-en.md")

        assert not [one for one in shelf.search("lithium cells", 5, LINE).passages if one.title.startswith("Batteries")]


def harmed(folder: Path) -> None:
    for file in (folder / "index").rglob("*"):
        if file.is_file() and file.suffix != ".owner":
            file.write_bytes(b"noise" * 1000)


def deleted(folder: Path) -> None:
    shutil.rmtree(folder / "index")


def untouched(folder: Path) -> None:
    assert (folder / "index").is_dir()


@pytest.mark.parametrize("harm", [untouched, harmed, deleted], ids=lambda harm: harm.__name__)
def test_a_library_opened_again_finds_the_same(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with opened(tmp_path, BagOfWords()) as shelf:
        for file in written(tmp_path / "sent").values():
            put(shelf, file)
        before = shelf.search("lithium cells", 5, LINE)
    harm(tmp_path)

    with opened(tmp_path, BagOfWords()) as shelf:
        assert shelf.search("lithium cells", 5, LINE) == before


def test_what_is_kept_is_not_embedded_again_when_the_library_opens(tmp_path: Path) -> None:
    with opened(tmp_path, BagOfWords()) as shelf:
        put(shelf, storage_paper(tmp_path))
        shelf.search("cells", 5, LINE)

    again = BagOfWords()
    with opened(tmp_path, again) as shelf:
        shelf.search("cells", 5, LINE)
    assert again.passages == []


def test_another_model_has_the_library_embedded_anew(tmp_path: Path) -> None:
    with opened(tmp_path, BagOfWords()) as shelf:
        put(shelf, storage_paper(tmp_path))

    with opened(tmp_path, BagOfWords(dimensions=128)) as shelf:
        assert shelf.search("street lamps", 5, LINE).passages[0].page == 3


def test_a_first_document_is_embedded_once(tmp_path: Path) -> None:
    embedding = BagOfWords()
    with opened(tmp_path, embedding) as shelf:
        put(shelf, storage_paper(tmp_path))
        shelf.search("cells", 5, LINE)

    assert len(embedding.passages) == len(shelf_passages := set(embedding.passages)), shelf_passages


def test_a_document_of_300_pages_is_searched_to_its_last_page(tmp_path: Path) -> None:
    pages = [[f"Chapter {n}", f"The invented substance number {n} melts."] for n in range(1, 300)]
    long = paper_pdf(tmp_path / "book.pdf", "A Very Long Report", [*pages, ["The appendix names marzipan."]])

    with opened(tmp_path, BagOfWords()) as shelf:
        document = shelf.find(put(shelf, long))
        found = shelf.search("marzipan", 5, LINE).passages[0]

    assert document.pages == 300
    assert found.page == 300


def test_a_file_that_cannot_be_read_is_told_and_the_rest_go_on(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(storage_paper(tmp_path).read_bytes()[:300])
    blank = picture_pdf(tmp_path / "blank.pdf", [Image.new("RGB", (600, 800), "white")])
    good = written(tmp_path / "sent")["finance-en"]

    with opened(tmp_path, BagOfWords()) as shelf:
        for file in (broken, blank):
            with pytest.raises(ReadingError, match=file.name):
                put(shelf, file)
        put(shelf, good)

        assert [document.file for document in shelf.all()] == ["finance-en.md"]


def test_files_in_a_container_are_documents_each(tmp_path: Path) -> None:
    packed = tmp_path / "papers.zip"
    texts = {f"{key}.md": file.read_bytes() for key, file in list(written(tmp_path / "sent").items())[:3]}
    packed.write_bytes(zipped(texts))

    with opened(tmp_path, BagOfWords()) as shelf:
        for arrival in shelf.unpack(packed, packed.name):
            shelf.add(arrival)

        assert {document.file for document in shelf.all()} == set(texts)
