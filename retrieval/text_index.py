"""Texts of the database, found by meaning (Chroma), by words and by skills, and filtered by facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import RLock
from typing import Final
from zlib import crc32

import numpy as np

from records.redacted import RedactedText
from retrieval.embedding import Embedding, Vectors
from retrieval.fact_columns import FactColumns, Mask
from retrieval.facts import Conditions, Facts, State
from retrieval.index_rows import Neighbour, Rows
from retrieval.index_source import IndexedText, IndexPlace, Source, Standing
from retrieval.index_store import Entry, KeptVectors
from retrieval.lexical_index import LexicalIndex
from retrieval.made_texts import MadeTexts, Roles
from retrieval.meaning import Meaning, PassageBlock, Scores, Spread, from_neighbours, nearest_passages
from retrieval.skills import skills_in
from retrieval.vector_index import VectorIndex

WHOLE: Final = 1_000
"""A library of no more passages is compared whole."""
NEIGHBOURS: Final = 300
"""Of a larger one so many neighbours of each row of a query are looked at: six times what the second stage takes. Among
100,000 postings 100 to 1,000 of them lead to the same ten (decision 004), and Chroma's time grows with the number."""
COMPARED_WHOLE: Final = 2_000
"""So few texts that pass a filter are compared one by one: they need not be among the neighbours of anything."""
SAMPLE: Final = 512
"""Texts by which the spread of a large library is estimated: its mean is then right to a twentieth of its deviation."""
_TEXTS_AT_ONCE: Final = 128
"""So many texts are embedded and kept together; what is killed in between loses no more than these."""
_ROWS_AT_ONCE: Final = 2_000
"""So many rows go to Chroma together: it takes them twenty times as fast as in hundreds."""
_KEYS_AT_ONCE: Final = 500

Progress = Callable[[int, int], object]
"""Called with how many texts of how many are indexed."""


class TextIndex:
    """Follows its source: before it answers it takes in what changed and forgets what is gone.

    Rows of Chroma and everything kept carry a key that names the text's version. Scores come in the order of `ids`;
    whoever asks for several that belong together holds `lock` meanwhile.
    """

    def __init__(
        self,
        place: IndexPlace,
        roles: Roles,
        embedding: Embedding,
        source: Source,
        compared_whole: int = COMPARED_WHOLE,
    ) -> None:
        self.lock = RLock()
        self._compared_whole = compared_whole
        self._source = source
        self._made = MadeTexts(place, roles, embedding, source)
        self._vectors = VectorIndex(place.vectors, roles.collection, embedding, self._all_rows)
        self._start()

    def _start(self) -> None:
        self._words, self._skills = LexicalIndex(), LexicalIndex(terms=skills_in, even=False)
        self._held: dict[str, Standing] = {}
        self._facts: dict[str, Facts] = {}
        self._weights: dict[str, tuple[float, ...]] = {}
        self._place: dict[str, int] = {}
        self._rows = 0
        self._columns = FactColumns([], [])
        self._revision: int | None = None
        self._sample: PassageBlock | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The texts held, in the order of all scores."""
        return self._words.ids

    def sync(self, progress: Progress | None = None) -> None:
        """Bring everything in line with the source; a moment where nothing changed."""
        with self.lock:
            revision = self._source.revision()
            if revision != self._revision:
                self._follow(dict(self._source.standings()), progress)
                self._revision = revision

    def words_scores(self, query: Entry) -> Scores:
        """Every text with its lexical score."""
        return self._words.scores_of(query.words)

    def skills_scores(self, query: Entry) -> Scores:
        """Every text with the skills it shares with the query, the rarer the more."""
        return self._skills.scores_of(query.skills)

    def meaning(self, queries: Vectors, allowed: Mask) -> Meaning:
        """Every text with its nearness in meaning; where a filter lets few pass, these are compared one by one."""
        count, passing = self._rows, int(allowed.sum())
        if not count or not passing or not len(queries):
            return Meaning(np.zeros(len(self.ids)), Spread(0.0, 0.0))
        if count <= WHOLE:
            scores = self._whole(queries, count)
            return Meaning(scores, Spread.of(scores))
        spread = Spread.of(self._sampled().nearest(queries))
        if passing <= self._compared_whole:
            return Meaning(self._compared(queries, allowed), spread)
        return Meaning(self._near(queries, min(count, NEIGHBOURS * len(self.ids) // passing)), spread)

    def passing(self, conditions: Conditions) -> Mask:
        """Which texts fulfil the conditions, in the order of `ids`."""
        return self._columns.passing(conditions)

    def facts(self, state: State | None = "open") -> dict[str, Facts]:
        """The facts of every text of a state."""
        return {text: self._facts[text] for text in self.ids if state in (None, self._held[text].state)}

    def facts_made(self, keys: Sequence[str]) -> dict[str, Facts]:
        """The facts of texts, by key, of the library or not, that were made before; nothing is made or looked up."""
        return self._made.facts(keys)

    def weights(self, text: str) -> tuple[float, ...]:
        """How much each part of a text weighs."""
        return self._weights[text]

    def kept(self, ids: Sequence[str]) -> list[KeptVectors]:
        """The vectors of texts that are held, in the order asked; what was lost is made again."""
        keys = {self._held[text].key: text for text in ids}
        found = self._made.vectors(list(keys))
        if len(found) < len(keys):
            found = self._made.ensured(keys)
        return [found[self._held[text].key] for text in ids]

    def made_of(self, key: str, text: Callable[[], IndexedText], keep: bool = True) -> tuple[Entry, KeptVectors]:
        """What any text is searched with, of the library or not; it is asked for only where it was not made before."""
        return self._made.of(key, text, keep)

    def part_vectors(self, key: str, parts: Sequence[RedactedText]) -> Vectors:
        """One vector for each part of any text, in the index or not; zero where the embedding cannot read it."""
        return self._made.part_vectors(key, parts)

    def keep(self, vectors: Mapping[str, KeptVectors]) -> None:
        """Keep vectors, by key, that were made elsewhere with this index's embedding: they are not made again."""
        self._made.keep(vectors)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make everything anew from the database, then put the new index in the place of the old."""
        with self.lock:
            self._made.forget_all()
            self._start()
            now = dict(self._source.standings())
            for done, part in _parts(list(now)):
                self._made.ensured({now[text].key: text for text in part})
                if progress:
                    progress(done, len(now))
            self._vectors.rebuild()
            self.sync()

    def close(self) -> None:
        """Let another process have the index."""
        self._vectors.close()
        self._made.close()

    def _follow(self, now: Mapping[str, Standing], progress: Progress | None) -> None:
        held = self._rows_held(now) if self._revision is None else frozenset(one.key for one in self._held.values())
        changed = [text for text, one in now.items() if one.key != self._key(text)]
        gone = {text for text in self._held if self._key(text) != _key_of(now, text)}
        waiting: dict[str, KeptVectors] = {}
        for done, part in _parts(changed):
            made = self._made.ensured({now[text].key: text for text in part})
            waiting |= {key: kept for key, kept in made.items() if key not in held}
            if len(waiting) >= _ROWS_AT_ONCE or done == len(changed):
                self._vectors.upsert(_rows(waiting))
                waiting = {}
            if progress:
                progress(done, len(changed))
        self._forget(gone, now)
        self._take_in(changed, gone, now)

    def _rows_held(self, now: Mapping[str, Standing]) -> frozenset[str]:
        """At the first look: what Chroma holds of the texts as they are now; rows of others are removed."""
        keys = {one.key for one in now.values()}
        rows = self._vectors.ids()
        self._vectors.delete([row for row in rows if _key_in(row) not in keys])
        self._made.keep_only(keys)
        return frozenset(map(_key_in, rows)) & keys

    def _forget(self, gone: set[str], now: Mapping[str, Standing]) -> None:
        keys = {self._held[text].key for text in gone} - {one.key for one in now.values()}
        for _, part in _parts(sorted(keys), _KEYS_AT_ONCE):
            self._vectors.delete_where({"key": {"$in": part}})
        self._made.forget(keys)

    def _take_in(self, changed: Sequence[str], gone: set[str], now: Mapping[str, Standing]) -> None:
        """Words, skills and facts of what changed; a text that is gone meanwhile is left for the next look."""
        kept = self._made.entries([now[text].key for text in changed])
        entries = {text: kept[now[text].key] for text in changed if now[text].key in kept}
        self._words.change(gone, {text: entry.words for text, entry in entries.items()})
        self._skills.change(gone, {text: entry.skills for text, entry in entries.items()})
        self._held = {text: now[text] for text in self.ids}
        self._facts = {t: f for t, f in self._facts.items() if t in self._held}
        self._facts |= {text: entry.facts for text, entry in entries.items()}
        self._weights = {t: w for t, w in self._weights.items() if t in self._held}
        self._weights |= {text: entry.weights for text, entry in entries.items()}
        self._place = {self._held[text].key: n for n, text in enumerate(self.ids)}
        self._columns = FactColumns([self._facts[t] for t in self.ids], [self._held[t].state for t in self.ids])
        self._rows = self._vectors.count()
        self._sample = None

    def _key(self, text: str) -> str | None:
        return _key_of(self._held, text)

    def _whole(self, queries: Vectors, count: int) -> Scores:
        """Scores of all texts, from Chroma and, for those that it left out, from their own vectors.

        Asked for all of its rows, Chroma gives those that its graph leads to; now and then no edge leads to one.
        """
        found = self._neighbours(queries, count)
        missed = sorted(set(range(len(self.ids))) - set(found[0]).intersection(*found[1:]))
        for place, kept in zip(missed, self.kept([self.ids[place] for place in missed]), strict=True):
            if len(kept.passages):
                for row, cosine in zip(found, (queries @ kept.passages.T).max(axis=1).tolist(), strict=True):
                    row.setdefault(place, cosine)
        return from_neighbours(found, len(self.ids))

    def _near(self, queries: Vectors, n: int) -> Scores:
        """Scores from Chroma's `n` nearest passages of each row."""
        return from_neighbours(self._neighbours(queries, n), len(self.ids))

    def _neighbours(self, queries: Vectors, n: int) -> list[dict[int, float]]:
        """For each row the texts of its `n` nearest passages, by place, with the cosine of the nearest of each."""
        return [self._by_place(found) for found in self._vectors.query(queries, n)]

    def _by_place(self, found: Sequence[Neighbour]) -> dict[int, float]:
        best: dict[int, float] = {}
        for neighbour in found:  # the nearest comes first
            place = self._place.get(_key_in(neighbour.id))
            if place is not None:
                best.setdefault(place, neighbour.similarity)
        return best

    def _compared(self, queries: Vectors, allowed: Mask) -> Scores:
        """Scores of the texts that pass, from their own vectors; the others, which will not be ranked, stand at 0."""
        scores = np.zeros(len(self.ids))
        places = np.flatnonzero(allowed)
        kept = self.kept([self.ids[place] for place in places])
        scores[places] = nearest_passages(queries, [one.passages for one in kept])
        return scores

    def _sampled(self) -> PassageBlock:
        """Passages of texts picked by their checksum: the same ones for the same library, and none for its order."""
        if self._sample is None:
            picked = sorted(self.ids, key=lambda text: (crc32(text.encode()), text))[:SAMPLE]
            self._sample = PassageBlock([kept.passages for kept in self.kept(picked)])
        return self._sample

    def _all_rows(self) -> Iterator[Rows]:
        """Everything Chroma must hold, for when it has to be filled anew."""
        now = dict(self._source.standings())
        for _, part in _parts(list(now)):
            yield _rows(self._made.ensured({now[text].key: text for text in part}))


def _rows(made: Mapping[str, KeptVectors]) -> Rows:
    ids = [f"{key}#{n}" for key, kept in made.items() for n in range(len(kept.passages))]
    vectors = np.concatenate([kept.passages for kept in made.values()]) if made else np.zeros((0, 0), np.float32)
    return Rows(ids, vectors, [{"key": _key_in(row)} for row in ids])


def _key_in(row: str) -> str:
    return row.rpartition("#")[0]


def _key_of(standings: Mapping[str, Standing], text: str) -> str | None:
    one = standings.get(text)
    return one.key if one else None


def _parts(texts: Sequence[str], size: int = _TEXTS_AT_ONCE) -> Iterator[tuple[int, Sequence[str]]]:
    """Texts in parts, each with how many are done with it."""
    for start in range(0, len(texts), size):
        part = texts[start : start + size]
        yield start + len(part), part
