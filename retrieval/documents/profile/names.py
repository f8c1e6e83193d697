# ruff: noqa: E501, SIM905  (patterns and word lists are read whole)
"""The candidate's name, where the resume plainly shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from records.language import HAN
from records.resume import Line
from retrieval.documents.profile.wording import COMPANY, SCHOOL, TITLE
from retrieval.documents.sections import heading_section

# The hundred-odd family names that nearly all Chinese people bear, simplified and traditional, and those of two characters.
_FAMILY = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯"
    "邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒"
    "阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢"
    "張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓蕭蔣蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯葉"
)
_DOUBLE_FAMILY = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "东方",
    "独孤",
    "慕容",
    "尉迟",
    "皇甫",
    "令狐",
    "端木",
    "夏侯",
    "公孙",
    "歐陽",
    "司馬",
)
_NOT_IN_NAME = re.compile(
    r"简历|簡歷|求职|应聘|姓名|男|女|汉族|岁|年|月|电话|手机|邮箱|地址|现居|籍贯|学历|本科|硕士|博士|大专|专业|经验|工作|意向|"
    r"工程|开发|大学|学院|公司|中国|省|市|区|县|路|员$|师$|岗|届|届生|学生|高级|资深|高中|党员|团员|方向|安全|金融|文学|管理|华东|华南|华北|全职|兼职|时间|未婚|已婚"
)
_LABELLED_ZH = re.compile(
    r"姓\s*名\s*[:：]?\s*(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff·]){1,7}?)(?=\s{2,}|\s*[性男女年出电手民籍|/,，;；（(]|\s*$)"
)
_LABELLED_EN = re.compile(
    r"^\W*(?:full\s+)?name\s*[:：]\s*(?P<name>[^|,;:：\d@]{3,40}?)(?=\s{2,}|\s*[|,;(]|\s*$)", re.IGNORECASE
)
_OF_RESUME = re.compile(
    r"^(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:的)?\s*[-—_ ]?\s*(?:个人)?简历$|^(?:个人|求职)?简历\s*[-—_:： ]\s*(?P<after>[\u4e00-\u9fff·]{2,4})$"
)
_PARTS = re.compile(
    r"\s{2,}|\s*[|｜/／•·,，;；:：（(）)\[\]【】—–]\s*|\s-\s|\s+(?=[\u4e00-\u9fff])(?<=[A-Za-z.]\s)|(?<=[\u4e00-\u9fff])\s+(?=[A-Za-z])"
)
_EN_WORD = re.compile(
    r"(?:[A-Z][a-zà-öø-ÿ'’]+(?:[-'’][A-Za-zà-öø-ÿ]+)*|[A-Z]{2,}(?:[-'’][A-Z]+)*|[A-Z]\.?|(?:Mc|Mac|O['’]|De|Di|Le|La|Van)[A-Z][a-z]+)$"
)
_EN_PARTICLES = frozenset("de del della der den di da dos la le van von bin binti ibn al el ben y e st".split())
_EN_NOT_NAME = frozenset(
    "resume résumé cv curriculum vitae profile page updated last phone email address street road avenue lane city university college new north south east "
    "west united states contact summary objective experience education skills personal information portfolio linkedin github mobile confidential san los "
    "and of the for in with to my about data machine learning artificial intelligence software computer science full stack front end back remote english "
    "mandarin senior junior information technology business project product digital marketing human resources permanent resident citizen cover letter dear "
    "hello hiring team sincerely regards applied certified professional registered references available upon request".split()
)
_CREDENTIAL = re.compile(
    r"^(?:ph\.?\s?d|m\.?d|mba|cpa|pmp|rn|jr|sr|ii|iii|esq|cfa|pe|msc?|m\.?s|b\.?s|bsc)\b\.?", re.IGNORECASE
)
_HEADER_LINES = 8
_TOP = 0.35  # of the first page


def name_of(lines: Sequence[Line]) -> str:
    """The name, or nothing: labelled, else at the head of the resume, else in large letters high on its first page."""
    labelled = next((name for line in lines[:40] for name in _labelled(line.text)), "")
    if labelled:
        return labelled
    return _first_name(line.text for line in _head(lines)) or _first_name(line.text for line in _largest(lines))


def _labelled(text: str) -> Iterator[str]:
    for pattern in (_LABELLED_ZH, _LABELLED_EN):
        found = pattern.search(text)
        if found:
            name = found["name"].strip()
            if HAN.search(name):
                yield name.replace(" ", "")
            elif _english_name(name):
                yield name
    found = _OF_RESUME.match(text.strip())
    if found:
        name = found["name"] or found["after"]
        if _is_chinese_name(name):
            yield name


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
    spread = re.sub(r"\s", "", text)
    if 2 <= len(spread) <= 4 and _is_chinese_name(spread):
        return spread
    parts = [part for part in _PARTS.split(text) if part and part.strip()]
    if not parts:
        return ""
    first = parts[0].strip()
    chinese = first.split()[0]
    if _is_chinese_name(chinese) and (len(parts) > 1 or first != text or chinese == text):
        return chinese
    name = _english_name(first)
    if name and "," in text.split(first, 1)[1][:2] and not (len(parts) > 1 and _CREDENTIAL.match(parts[1])):
        return ""  # a place: "San Jose, CA"
    return name


def _is_chinese_name(text: str) -> bool:
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6}", text) or _NOT_IN_NAME.search(
        text
    ):
        return False
    if TITLE.search(text) or COMPANY.search(text) or SCHOOL.search(text) or heading_section(text) is not None:
        return False
    return "·" in text or (text[:2] in _DOUBLE_FAMILY and len(text) >= 3) or (text[0] in _FAMILY and len(text) <= 3)


def _english_name(text: str) -> str:
    words = text.replace(",", " ").split()
    if words and words[0].rstrip(".").lower() in {"mr", "mrs", "ms", "dr", "miss", "prof"}:
        words = words[1:]
    if not 2 <= len(words) <= 5 or TITLE.search(text) or COMPANY.search(text) or SCHOOL.search(text):
        return ""
    if any(word.lower().strip(".") in _EN_NOT_NAME for word in words):
        return ""
    named = [word for word in words if word not in _EN_PARTICLES]
    if len(named) < 2 or not all(_EN_WORD.match(word) for word in named) or sum(len(word) > 1 for word in named) < 2:
        return ""
    return " ".join(words)
