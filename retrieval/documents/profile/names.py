# ruff: noqa: E501, SIM905  (patterns and word lists are read whole)
"""The candidate's name, where the resume plainly shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from records.language import HAN
from records.resume import Line
from retrieval.documents.profile.contacts import emails_in
from retrieval.documents.profile.family_names import dotted_name, is_chinese_name
from retrieval.documents.profile.wording import COMPANY, SCHOOL, TITLE, is_imprint
from retrieval.documents.sections import heading_section

_LABELLED_ZH = re.compile(
    r"姓\s*名\s*[:：|]?\s*(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff·•・‧]){1,15}?)(?=\s{2,}|\s*[性男女年出电手民籍婚联|/,，;；、（()]|\s*$|\s[A-Za-z])"
)
_LABELLED_EN = re.compile(
    r"(?:^|(?<=\s\s)|[|｜]\s*)(?:full\s+|candidate\s+|姓\s*名\s*)?(?:name|姓\s*名)(?:\s*[:：]\s*|\s{2,})(?P<name>[^|,;:：\d@]{3,40}?)(?=\s{2,}|\s*[|,;(（]|\s*$)",
    re.IGNORECASE,
)
_OF_RESUME = re.compile(
    r"^(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:的)?\s*[-—_ ]?\s*(?:个人|求职)?(?:简历|履历|履歷)$|^(?:个人|求职)?(?:简历|履历|履歷)\s*[-—_:： ]\s*(?P<after>[\u4e00-\u9fff·]{2,4})$"
)
_PARTS = re.compile(
    r"\s{2,}|\s*[|｜/／•·,，;；:：（(）)\[\]【】—–]\s*|\s-\s|\s+(?=[\u4e00-\u9fff])(?<=[A-Za-z.]\s)|(?<=[\u4e00-\u9fff])\s+(?=[A-Za-z])"
)
# What may follow a name after a single blank: 张三 男, 张三 1990年生, 张三 求职意向, 张三 高级工程师, 张三 139….
_PARTICULAR = re.compile(r"[男女\d+]|求职|应聘|先生|女士|本科|硕士|博士|大专|现居|电话|手机|邮箱|[\w.]+@")
_EN_WORD = re.compile(
    r"(?:[A-Z][a-zà-öø-ÿ'’]+(?:[-'’][A-Za-zà-öø-ÿ]+)*|[A-ZÀ-ÖØ-Þ]{2,}(?:[-'’][A-ZÀ-ÖØ-Þ]+)*|[A-Z]['’][A-Z]+|[A-Z]\.?(?:-?[A-Z]\.)?|[A-Z][a-zà-öø-ÿ]+-[A-Z][a-zà-öø-ÿ]+|"
    r"[À-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)*|(?:Mc|Mac|[OD]['’]|De|Di|Le|La|Van|El|Al-?|St)[A-Z][a-z]+|[A-Z][a-z]+[A-Z][a-z]+)$"
)
_EN_PARTICLES = frozenset(
    "de del della der den di da dos du do la le van von bin binti ibn al el ben y e st zu ter".split()
)
_EN_NOT_NAME = frozenset(
    "resume résumé cv curriculum vitae profile page updated last phone email address street road avenue lane city university college new north south east "
    "west united states contact summary objective experience education skills personal information portfolio linkedin github mobile confidential san los "
    "and of the for in with to my about data machine learning artificial intelligence software computer science full stack front end back remote english "
    "mandarin senior junior information technology business project product digital marketing human resources permanent resident citizen cover letter dear "
    "hello hiring team sincerely regards applied certified professional registered references available upon request drive boulevard court square apartment "
    "apt suite floor building room county province district republic kingdom tel date birth nationality gender male female single married status visa "
    "template career work web design cloud security network systems development community public health real estate".split()
)
_CREDENTIAL = re.compile(
    r"^(?:ph\.?\s?d|m\.?d|mba|emba|cpa|acca|pmp|rn|bsn|msn|jr|sr|ii|iii|iv|esq|cfa|cissp|csm|phr|shrm|pe|p\.eng|msc?|m\.?s|m\.?a|m\.?eng|b\.?s|b\.?a|bsc|beng|frcs|mrcp|he|she|they)\b\.?",
    re.IGNORECASE,
)
# `ZHANG, Wei` or a few words, up to the next separator.
_OPENING = re.compile(
    r"[A-Z][A-Za-z'-]+, [A-Z][A-Za-z'-]+\b(?=\s*(?:$|[|(（·]|\s{2}))|[^\W\d][^\d@|,·(（]*?(?=\s{2,}|\s*[|,·(（]|\s-\s|\s*$)"
)
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})
_HEADER_LINES = 8
_TOP = 0.35  # of the first page


def name_of(lines: Sequence[Line]) -> str:
    """The name, or nothing: labelled, else at the head of the resume, else in large letters high on its first page.

    A line that looks less like a name counts if the e-mail address spells the same words. Whose the template is
    names nobody.
    """
    lines = [line for line in lines if not is_imprint(line.text)]
    labelled = next((name for line in lines[:40] for name in _labelled(line.text)), "")
    if labelled:
        return labelled
    head = [line.text for line in _head(lines)]
    return (
        _first_name(head)
        or _first_name(line.text for line in _largest(lines))
        or _confirmed(head, emails_in(line.text for line in lines))
    )


def _labelled(text: str) -> Iterator[str]:
    for pattern in (_LABELLED_ZH, _LABELLED_EN):
        found = pattern.search(text)
        if found:
            name = found["name"].strip()
            if HAN.search(name):
                yield _chinese_name(name)
            elif english := _english_name(name):
                yield english
    found = _OF_RESUME.match(text.strip())
    if found:
        name = found["name"] or found["after"]
        if is_chinese_name(name):
            yield name


def _chinese_name(name: str) -> str:
    """Without the blanks that only spread the characters; `李小龙 Li Xiaolong` keeps the Chinese name."""
    if "A" <= name[-1].upper() <= "Z" and is_chinese_name(first := name.split(maxsplit=1)[0]):
        return first
    return name.replace(" ", "")


def _head(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.section == "header"][:_HEADER_LINES]


def _largest(lines: Sequence[Line]) -> list[Line]:
    """The three lines in the largest letters near the top of the first page, where boxes tell."""
    top = [line for line in lines if line.page == 1 and line.box is not None and line.box.top < _TOP]
    return sorted(top, key=lambda line: line.box.top - line.box.bottom if line.box else 0.0)[:3]


def _first_name(texts: Iterable[str]) -> str:
    return next((name for text in texts if (name := _name_at_start(text))), "")


def _name_at_start(text: str) -> str:
    """A name that opens a line, by itself or before other particulars; not in a sentence."""
    text = re.sub(r"^\W+", "", text)
    if heading_section(text) is not None or len(text) > 120:
        return ""
    return dotted_name(text) or _chinese_at_start(text) or _english_at_start(text)


def _chinese_at_start(text: str) -> str:
    spread = re.sub(r"\s", "", text)
    if 2 <= len(spread) <= 4 and is_chinese_name(spread):
        return spread
    parts = [part for part in _PARTS.split(text) if part and part.strip()]
    first = parts[0].strip() if parts else ""
    word, _, rest = first.partition(" ")
    if not is_chinese_name(word):
        return ""
    told = not rest or _PARTICULAR.match(rest) or TITLE.search(rest)
    return word if told and (rest or len(parts) > 1 or word == text) else ""


def _english_at_start(text: str) -> str:
    parts = [part for part in _PARTS.split(text) if part and part.strip()]
    if not parts:
        return ""
    first = parts[0].strip()
    name = _english_name(first)
    follows_comma = name and "," in text.split(first, 1)[1][:2]
    if follows_comma and not (len(parts) > 1 and (_CREDENTIAL.match(parts[1]) or TITLE.search(parts[1]))):
        return ""  # a place: "San Jose, CA"
    return name


def _english_name(text: str) -> str:
    words = text.replace(",", " ").split()
    if words and words[0].rstrip(".").lower() in {"mr", "mrs", "ms", "dr", "miss", "prof"}:
        words = words[1:]
    while len(words) > 2 and _CREDENTIAL.fullmatch(words[-1]) and words[-1].rstrip(".").lower() not in _GENERATION:
        words = words[:-1]
    if not 2 <= len(words) <= 5 or TITLE.search(text) or COMPANY.search(text) or SCHOOL.search(text):
        return ""
    if any(word.lower().strip(".") in _EN_NOT_NAME for word in words):
        return ""
    named = [word for word in words if word not in _EN_PARTICLES]
    if len(named) < 2 or not all(_EN_WORD.match(word) for word in named) or sum(len(word) > 1 for word in named) < 2:
        return ""
    return " ".join(words)


def _confirmed(texts: Iterable[str], emails: Iterable[str]) -> str:
    """The opening words of a head line whose first and last word the e-mail address spells: `paige.lane@…`."""
    spelt = {re.sub(r"[^a-z]", "", email.split("@")[0].lower()) for email in emails}
    for text in texts:
        opening = _OPENING.match(re.sub(r"^\W+", "", text))
        words = opening.group().replace(",", "").split() if opening and heading_section(text) is None else []
        letters = [re.sub(r"[^a-z]", "", word.lower()) for word in words]
        if not 2 <= len(words) <= 4 or min(len(letters[0]), len(letters[-1])) < 2:
            continue
        if {letters[0] + letters[-1], letters[-1] + letters[0]} & spelt:
            return " ".join(words)
    return ""
