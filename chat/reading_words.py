"""What reading found, in the user's language: warnings, why a text cannot be seen, why a line is suspicious."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from records.language import Language
from retrieval.documents import unseen

Words = dict[Language, str]

_PAGES: Final[dict[str, Words]] = {
    "page_without_text": {
        "zh": "第 {n} 页没有文字，可能是图片，未被读取。",
        "en": "Page {n} has no text, it may be a picture; it was not read.",
    },
    "pages_beyond_limit": {"zh": "只读取了前 {n} 页。", "en": "Only the first {n} pages were read."},
    "second_reader": {
        "zh": "第 {n} 页由第二个读取器读取，行在页面上没有位置。",
        "en": "Page {n} was read by the second reader; its lines have no place on the page.",
    },
    "unreadable_characters": {
        "zh": "第 {n} 页有无法辨认的字符。",
        "en": "Page {n} holds characters that could not be read.",
    },
    "recognised": {
        "zh": "第 {n} 页是图片，由文字识别（OCR）读出，可能有个别错字。",
        "en": "Page {n} is a picture, read by text recognition (OCR); single letters may be wrong.",
    },
    "recognition_failed": {
        "zh": "第 {n} 页需要文字识别（OCR），但没有成功；只保留了文字层里的内容，可能不完整。",
        "en": "Page {n} needs text recognition (OCR), which did not succeed; what was read may be incomplete.",
    },
    "pages_not_recognised": {
        "zh": "有 {n} 页需要文字识别（OCR），超出了页数上限，未被识别。",
        "en": "{n} page(s) that need text recognition (OCR) were beyond the limit and were not read.",
    },
    "part_not_read": {
        "zh": "文件里有 {n} 处嵌入或引用的其他文件没有（完整）读出，请打开原件查看。",
        "en": "{n} other file(s) that this one takes in could not be read, or not in full; open it to see them.",
    },
}
_OTHER: Final[Words] = {"zh": "读取提示：{code}", "en": "Note from reading: {code}"}

_UNSEEN: Final[dict[str, Words]] = {
    unseen.INVISIBLE: {"zh": "透明或不着墨的文字", "en": "drawn without ink or fully transparent"},
    unseen.OFF_PAGE: {"zh": "在页面之外", "en": "outside the page"},
    unseen.TINY: {"zh": "小到看不见", "en": "too small to see"},
    unseen.NO_CONTRAST: {"zh": "与背景同色", "en": "same colour as its background"},
    unseen.COVERED: {"zh": "被其他内容盖住", "en": "covered by something else"},
    unseen.CLIPPED: {"zh": "在显示范围之外", "en": "outside the part that is shown"},
    unseen.SWITCHED_OFF: {"zh": "设为隐藏", "en": "set to be hidden"},
    unseen.UNSEEN_CHARACTERS: {"zh": "由看不见的字符组成", "en": "written in invisible characters"},
    unseen.REORDERED: {"zh": "显示的顺序与存储的不同", "en": "shown in another order than stored"},
    unseen.NOT_PRINTED: {
        "zh": "不在页面上（属性、批注、替代文字等）",
        "en": "not on the page (properties, comments, alternative texts)",
    },
}
_SUSPICIOUS: Final[dict[str, Words]] = {
    "asks for a rating": {"zh": "要求给出评分", "en": "asks for a rating"},
    "asks for a recommendation": {"zh": "要求给予推荐", "en": "asks for a recommendation"},
    "asks to ignore instructions": {"zh": "要求忽略指令", "en": "asks to ignore instructions"},
    "addresses an automated reader": {"zh": "写给自动读取程序", "en": "addresses an automated reader"},
    "imitates a prompt": {"zh": "模仿提示词", "en": "imitates a prompt"},
}


def warnings_told(codes: Sequence[str], language: Language) -> list[str]:
    """A reader's warnings (`page_without_text:3`) as sentences; pages of which the same is said share one."""
    numbers: dict[str, list[str]] = {}
    for code in codes:
        name, _, number = code.partition(":")
        numbers.setdefault(name if name in _PAGES else code, []).append(number)
    return [_sentence(name, found, language) for name, found in numbers.items()]


def unseen_because(why: str, language: Language) -> str:
    """Why a text cannot be seen (`records.resume.HiddenText.why`)."""
    return _UNSEEN[why][language] if why in _UNSEEN else why


def suspicious_because(why: str, language: Language) -> str:
    """Why a line is suspicious (`records.resume.SuspiciousLine.why`)."""
    return _SUSPICIOUS[why][language] if why in _SUSPICIOUS else why


def _sentence(name: str, numbers: Sequence[str], language: Language) -> str:
    if name not in _PAGES:
        return _OTHER[language].format(code=name)
    told = ("、" if language == "zh" else ", ").join(numbers)
    return _PAGES[name][language].format(n=told)
