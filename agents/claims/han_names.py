# ruff: noqa: E501  (a pattern is read whole)
"""Chinese names of organisations in a claim: those that end in 公司, 大学 or alike, and what follows 就职于 or alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agents.claims.vocabulary import GENERIC_HAN
from records.language import HAN
from retrieval.chinese_words import dictionary
from retrieval.organisations import organisations_in

_KIND: Final = (
    r"(?:股份|有限|责任|控股)*(?:公司|集团|大学(?!生)|学院|银行|医院|中小学|中学|小学|事务所|研究院|研究所|设计院|出版社|科技(?![部馆人奖创进大管])|证券|基金会|"
    r"律所|幼儿园|学校|工厂|酒店|超市|传媒|网络科技|信息技术)"
)
_NAMED: Final = re.compile(rf"([\u4e00-\u9fffA-Za-z0-9·]{{2,14}}?)({_KIND})+")
_LATIN: Final = re.compile(r"[A-Za-z0-9·]+")
_LEGAL: Final = re.compile(r"股份|有限|责任|控股|公司|集团")
_AT: Final = re.compile(
    r"(?:就职于|任职于|供职于|效力于|受聘于|服务于|毕业于|就读于|毕业自|来自|实习于|跳槽到|跳槽至|转入|加入|入职|加盟)([\u4e00-\u9fff]{2,12})"
)
_TRADES: Final = "科技|咨询|保险|物流|食品|软件|传媒|证券|基金|电子|能源|医疗|生物|汽车|地产|电器|制药|餐饮|教育"
_TRADE: Final = re.compile(
    rf"(?:在|为|于|加入|入职|供职|就职|任职|效力|获|由|是|任|代理|过|给|向|了|到)([\u4e00-\u9fff]{{2,4}})({_TRADES})(?![A-Za-z])"
)
_LEADS: Final = "供职|就职|任职|效力|搭好|建好|建成|做好|完成|统筹|协调|推动|主导|主持|负责|运营|管理|带领|参与|协助|支持|代表|服务|创立|创办|运维|维护|搭建|建设|经营|打理|升级"
_TRADE_AT: Final = re.compile(
    rf"(?=([\u4e00-\u9fff]{{2}})({_TRADES})(?!行业|领域|业务|背景|经[验营]|知识|相关|产品|设备|类))"
)
"""The end of a name such as 金穗保险; a field of work is none."""
_BEGINS: Final = re.compile(
    rf"(?:^|[^\u4e00-\u9fff]|[的了过在为由于与和对给向从被把是任自至到供驻帮替受获归属赴年月日]|{_LEADS})$"
)
"""What a name may begin behind; another word of the dictionary is as good."""
_COUNTED_PLACE: Final = re.compile(r"^.*[\d一二两三四五六七八九十百千几数多]+[余多]?[所家个间座名]")
_COUNT: Final = re.compile(r"[一二两三四五六七八九十几数多各][个份家项名种类支只款期]")
_ENDS_NAME: Final = re.compile(
    r"(?:担任|任职|任|从事|负责|期间|工作|并|之?后|时|的|，|。|做|实习|当|主管|带领|获|取得|攻读|学习|就读|毕业|主修|一职|前|以来|至今|，|已|累计|和|与|及|、|本科|硕士|博士|研究生|专业|先|再|又)"
)
_BOUNDARY: Final = re.compile(
    r"(?:在|于|职|聘|加入|进入|入职|就读|毕业|曾|为|是|与|和|及|到|从|由|自|经|对|给|有|了|过|的|至|后|前|现|赴|服务|任|获|得|离开|负责|将|该|某|"
    rf"{_LEADS}|拿下|帮|赢得|夺得|参加|出战|考入|考取|被|受|联合|委托|来自|系|以及|候选人|硕士|本科|博士|研究生|阶段|先后|并|年|月|起|期间|目前|就是|等|间|帮助|带|随|另|还|也|均|都|又|再|把|向|替|转|去|家|所|其|此|入|读|校|于是|上|考|称|叫|名|一|二|两|三|）)$"
)
_CHAR: Final = r"[\u4e00-\u9fffA-Za-z0-9]"


def names_organisation(text: str) -> bool:
    """Whether a text names an organisation in Chinese: 星河公司, not 七家子公司 or Kelda 幼儿园."""
    cores = (_COUNTED_PLACE.sub("", _stripped(match[1])) for match in _NAMED.finditer(text))
    return any(not _generic(_LATIN.sub("", core)) for core in cores) or any(
        not _generic(match[1]) for match in _TRADE.finditer(text)
    )


def without_organisations(text: str) -> str:
    """The text without the organisations that it names in Chinese."""
    spans = [(start, end) for _, start, end in organisations_in(text)]
    for match in (*_NAMED.finditer(text), *_TRADE.finditer(text)):
        core = _stripped(match[1])
        if not _generic(core):
            spans.append((match.end(1) - len(core), match.end()))
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


def unnamed_in_chinese(claim: str, source: str, settled: list[tuple[int, int]]) -> Iterator[str]:
    """Chinese names that the source does not write; `settled` are places already told."""
    for match in _NAMED.finditer(claim):
        if not _overlaps(match, settled) and not _stands(match[1], match[0][len(match[1]) :], source):
            yield _shown(match[0])
    if not HAN.search(source):
        return
    for match in _TRADE.finditer(claim):
        name = _stripped(match[1])
        if _COUNT.match(name):
            continue
        settled_here = any(a < match.end() and match.start() < b for a, b in settled)
        if not settled_here and len(name) >= 2 and not _generic(name) and name[-2:] not in source:
            yield name + match[2]
    yield from _opening(claim, source)
    for match in _AT.finditer(claim):
        start = match.start(1)
        if any(a <= start < b for a, b in settled) or _NAMED.search(claim[start : match.end() + 6]):
            continue
        name = _ENDS_NAME.split(match[1])[0]
        if len(name) >= 2 and not _generic(name) and name[:2] not in source:
            yield name


def _opening(claim: str, source: str) -> Iterator[str]:
    """Names such as 金穗保险 where the source names another organisation instead."""
    if not names_organisation(source) and not any(organisations_in(source)):
        return
    for match in _TRADE_AT.finditer(claim):
        name, before = match[1], claim[: match.start()]
        if not _BEGINS.search(before) and before[-2:] not in dictionary():
            continue
        if not _COUNT.match(name) and not _generic(name) and name not in dictionary() and name not in source:
            yield name + match[2]


def _overlaps(match: re.Match[str], settled: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in settled)


def _stands(core: str, kind: str, source: str) -> bool:
    """Whether the source has the name, whole or as far back as the claim's name reaches."""
    core = _COUNTED_PLACE.sub("", _stripped(core))
    if not core or _generic(core):
        return True
    if not HAN.search(source):
        return True  # a Chinese name for a Latin one cannot be checked unless organisations.tsv has it
    short = _LEGAL.sub("", kind)
    plain = _LEGAL.sub("", re.sub(r"\s", "", source))
    for size in range(len(core), 1, -1):
        tail = core[-size:] + short
        held = tail in plain or (tail := core[-size:]) in plain
        if held and (size == len(core) or _BOUNDARY.search(core[:-size]) or _whole(tail, source)):
            return True
    return False


def _whole(tail: str, source: str) -> bool:
    """Whether the name begins here in the source: no other character stands before it."""
    spaced = _LEGAL.sub("", source)
    return bool(re.search(rf"(?<!{_CHAR}){re.escape(tail)}", spaced))


def _stripped(core: str) -> str:
    """The name without what leads to it: 曾任职于星河 is 星河."""
    for size in range(len(core) - 1, 0, -1):
        if _BOUNDARY.search(core[:size]) and re.search(
            r"(?:在|于|加入|进入|入职|就读|就职|任职|来自|具有|拥有|具备|一家|离开|曾在|先后在)$", core[:size]
        ):
            return core[size:]
    return core


def _generic(core: str) -> bool:
    """Whether it says only what kind of organisation: 上市, 一家互联网."""
    rest = core
    for word in sorted(GENERIC_HAN, key=len, reverse=True):
        rest = rest.replace(word, "")
    return not _BOUNDARY.sub(
        "",
        re.sub(
            r"候选人|\d+年?|还?拿[了到过]|获?评为?|具有|拥有|具备|担任|现任|时任|历任|持有|曾任|兼任|出任|多家|一家|有",
            "",
            rest,
        ),
    ).strip("的家所等类型性化及与和、·")


def _shown(written: str) -> str:
    core = _stripped(written)
    return core or written
