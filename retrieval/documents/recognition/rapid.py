"""Recognition by RapidOCR: PP-OCR models for Chinese and English, which come with the package."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from records.resume import Box
from retrieval.documents.found import FoundLine
from retrieval.documents.recognition.absent import RecognitionFailedError
from retrieval.documents.recognition.placed import Point, ReadText, placed_lines

_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
# Pictures differ in size: what is kept ready for the size of the last one only fills memory. Waiting threads sleep,
# because others work on the same cores.
_SESSION = {"enable_mem_pattern": False, "enable_cpu_mem_arena": False, "log_severity_level": 4}
# Text is looked for on the page at 1440 pixels (123 dpi of an A4 page: 7-point print is 12 pixels high), which finds
# what 2000 find in half the time and memory, and read from the full picture. Pages are turned, not single lines. Two
# texts at a time are as fast as six on a few cores, and take a third of the memory.
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.text_score": 0.0,
    "Global.max_side_len": 4000,
    "Global.use_cls": False,
    "Global.return_word_box": True,
    "Global.return_single_char_box": True,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1440,
    "Rec.rec_batch_num": 2,
}
_SURE = 0.5  # the package's own floor for a text
_UPRIGHT = 0.8  # upright pages score 0.95 and more, pages upside down about 0.6
_STUMBLES = (ArithmeticError, AssertionError, LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError)

Pixels = NDArray[np.uint8]


class RapidRecogniser:
    """Reads one picture at a time; loads its models (60 MB of them, 1 to 5 s) when made.

    Raises ImportError where RapidOCR is not installed.
    """

    def __init__(self) -> None:
        # onnxruntime sends word of its use to its makers from the moment it is imported, unless one of these (the name
        # changed between releases) says no.
        os.environ.update(ORT_DISABLE_TELEMETRY="1", ORT_TELEMETRY_DISABLED="1")
        # Heavy: only a worker that recognises makes one.
        import cv2  # noqa: PLC0415
        import onnxruntime  # noqa: PLC0415
        import rapidocr  # noqa: PLC0415
        from omegaconf import flag_override  # noqa: PLC0415
        from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError  # noqa: PLC0415

        self._failures = (*_STUMBLES, cv2.error, ONNXRuntimeError)
        self._engine: Any = rapidocr.RapidOCR(params=_SETTINGS)
        options = onnxruntime.SessionOptions()
        for option, value in _SESSION.items():
            setattr(options, option, value)
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.intra_op_num_threads = cores()
        models = Path(rapidocr.__file__).parent / "models"
        with flag_override(self._engine.cfg, "allow_objects", True):
            for part, name in _MODELS.items():
                session = onnxruntime.InferenceSession(str(models / name), options, ["CPUExecutionProvider"])
                self._engine.cfg[part].session = session
            # The engine takes its models with the first picture that has text.
            self._texts(_picture_of_strokes())

    def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:
        """The lines in reading order; raises RecognitionFailedError."""
        try:
            with Image.open(io.BytesIO(picture)) as opened:
                pixels = np.asarray(opened.convert("RGB"))[:, :, ::-1]
            return tuple(self._upright_lines(np.ascontiguousarray(pixels), page))
        except self._failures as failed:
            raise RecognitionFailedError from failed

    def _upright_lines(self, pixels: Pixels, page: int) -> list[FoundLine]:
        """A page that reads badly or runs sideways is turned and read once more, and the better reading taken."""
        texts = self._texts(pixels)
        turns = _turns_needed(texts)
        if turns:
            turned = np.ascontiguousarray(np.rot90(pixels, turns))
            others = self._texts(turned)
            if _certainty(others) > _certainty(texts) or turns % 2:
                return [_turned_back(line, turns) for line in _lines(others, turned, page)]
        return _lines(texts, pixels, page)

    def _texts(self, pixels: Pixels) -> list[ReadText]:
        result = self._engine(pixels)
        if result.txts is None or result.boxes is None:
            return []
        placed = result.word_results if len(result.word_results) == len(result.txts) else [()] * len(result.txts)
        rows = zip(result.txts, result.scores, result.boxes, placed, strict=True)
        return [
            _read_text(text, float(score), box.tolist(), signs) for text, score, box, signs in rows if score >= _SURE
        ]


def _picture_of_strokes() -> Pixels:
    """The smallest picture in which the engine sees a text."""
    picture = np.full((64, 256, 3), 255, np.uint8)
    picture[24:40, 32:224:8] = 0
    return picture


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_text(text: str, score: float, box: list[list[float]], signs: Sequence[Any]) -> ReadText:
    top_left, top_right, bottom_right, bottom_left = (_point(corner) for corner in box)
    placed = tuple((sign, _point(corners[0]), _point(corners[1])) for sign, _, corners in signs or ())
    known = [sign for sign, _, _ in placed] == [character for character in text if not character.isspace()]
    return ReadText(text, score, (top_left, top_right, bottom_right, bottom_left), placed if known else ())


def _point(corner: Sequence[float]) -> Point:
    return float(corner[0]), float(corner[1])


def _turns_needed(texts: Sequence[ReadText]) -> int:
    """Quarter turns against the clock that make a page upright.

    The engine lays a tall text on its side by one such turn before it reads it: whether that made sense tells which
    way a sideways page runs.
    """
    length = sum(len(text.text) for text in texts)
    if length == 0:
        return 0
    sideways = sum(len(text.text) for text in texts if text.tall) > length / 2
    sure = _certainty(texts) >= _UPRIGHT * length
    return {(False, True): 0, (True, True): 1, (False, False): 2, (True, False): 3}[sideways, sure]


def _certainty(texts: Sequence[ReadText]) -> float:
    return sum(text.score * len(text.text) for text in texts)


def _lines(texts: Sequence[ReadText], pixels: Pixels, page: int) -> list[FoundLine]:
    return placed_lines(texts, pixels.shape[1], pixels.shape[0], page)


def _turned_back(line: FoundLine, turns: int) -> FoundLine:
    box = line.box
    for _ in range(turns if box else 0):
        box = box and Box(round(1 - box.bottom, 5), box.left, round(1 - box.top, 5), box.right)
    return FoundLine(line.page, line.text, box)
