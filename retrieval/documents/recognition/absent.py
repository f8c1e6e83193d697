"""When a page cannot be recognised: how a recogniser says so, and one that always does."""

from __future__ import annotations

from retrieval.documents.found import FoundLine


class RecognitionFailedError(Exception):
    """The recogniser could not read this picture; what else is known of the page is kept."""


class AbsentRecogniser:
    """Stands in where recognition is not installed, crashed or took too long on this file."""

    def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:  # noqa: ARG002  (a Recogniser)
        """Raises RecognitionFailedError, always."""
        raise RecognitionFailedError
