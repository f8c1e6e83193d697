"""Shows what a line would do: a chart of signs for a terminal, a table, and why rows of pairs were left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from agents.calibration import Calibration, Point
from agents.labelled_pairs import Fault
from records.language import Language

_CHART_WIDTH: Final = 50
"""Signs for 0 to 100 %: with the lines' numbers it fits a terminal of 80."""
_EVERY: Final = 5
"""Of the lines, which are 0.01 apart, every fifth is shown, and the chosen one."""
_FAULTS_SHOWN: Final = 20

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "chart": "各条线上的精确率（P）、召回率（R），两者重合处为 *；> 为选定的线",
        "header": "    线   精确率  至少   召回率    F1   线上对数",
        "chosen": "选定 {line:.2f}：线上 {strong} 对中 {right} 对匹配，精确率 {precision:.1%}"
        "（95% 置信下限 {at_least:.1%}），召回率 {recall:.1%}，F1 {f1:.3f}。",
        "share": "共 {pairs} 对，其中 {belonging} 对匹配（{share:.0%}）。"
        "若实际中匹配的比例更低，同一条线的精确率也会更低。",
        "compared": "其中要求与简历行 {lines} 对，整篇岗位与整份简历 {whole} 对。",
        "of_lines": "注意：匹配列表比较的是整篇岗位与整份简历，余弦值通常高于单行之间；"
        "用于匹配列表的线，宜用整篇文本标注。",
        "kept": "已保存，从现在起对 {model}（{dimensions} 维）生效；界面和 `bole doctor` 会注明来源。",
        "not_kept": "未保存（--dry-run）。",
        "overruled": "注意：设置了 BOLE_STRONG_LINE={setting:g}，它优先于保存的线。",
        "row": "第 {n} 行略过：{why}",
        "more": "另有 {n} 行略过。",
        "no_query": "没有要求",
        "no_text": "没有简历文本",
        "no_label": "看不懂标注（应为 1 或 0，是或否）",
        "repeated": "与前面的某行重复",
        "contradicted": "同一对文本在前面的标注相反",
    },
    "en": {
        "chart": "Precision (P) and recall (R) by line, * where both meet; > is the line chosen",
        "header": "  line  precision  at least  recall     F1  pairs above",
        "chosen": "Chosen {line:.2f}: of {strong} pairs at or above it {right} match, a precision of {precision:.1%} "
        "(at least {at_least:.1%} with 95 % confidence), recall {recall:.1%}, F1 {f1:.3f}.",
        "share": "{pairs} pairs in all, of which {belonging} match ({share:.0%}). "
        "Where fewer match in practice, the same line has a lower precision.",
        "compared": "Compared: {lines} requirements with lines of a resume, {whole} whole postings with whole resumes.",
        "of_lines": "Note: the list of matches compares whole postings with whole resumes, whose cosines usually lie "
        "higher than those of single lines; a line for it is best drawn from whole texts.",
        "kept": "Kept, in force from now on for {model} ({dimensions} dimensions); "
        "the chat and `bole doctor` say where it came from.",
        "not_kept": "Not kept (--dry-run).",
        "overruled": "Note: BOLE_STRONG_LINE={setting:g} is set, which goes before the line kept.",
        "row": "row {n} left out: {why}",
        "more": "{n} more rows left out.",
        "no_query": "no requirement",
        "no_text": "no text of a resume",
        "no_label": "a label that is not understood (1 or 0, yes or no)",
        "repeated": "says the same as an earlier row",
        "contradicted": "says the opposite of an earlier row about the same pair",
    },
}


def curve_told(points: Sequence[Point], language: Language, chosen: float | None = None) -> list[str]:
    """The chart, and below it the table."""
    words = _WORDS[language]
    shown = [point for n, point in enumerate(points) if n % _EVERY == 0 or point.line == chosen]
    axis = "         0%" + "50%".center(_CHART_WIDTH - 4) + "100%"
    bars = [f"{_mark(p, chosen)}{p.line:5.2f}  |{_bar(p)}|" for p in shown]
    return [words["chart"], axis, *bars, "", words["header"], *(_row(p, chosen) for p in shown)]


def chosen_told(drawn: Calibration, language: Language) -> list[str]:
    """The line chosen, and of what pairs it speaks."""
    words, point = _WORDS[language], drawn.chosen
    facts = {name: getattr(point, name) for name in Point.__slots__}
    share = drawn.belonging / drawn.pairs
    return [
        words["chosen"].format(**facts),
        words["share"].format(pairs=drawn.pairs, belonging=drawn.belonging, share=share),
    ]


def compared_told(lines: int, whole: int, language: Language) -> list[str]:
    """What kinds of pairs the line was drawn from, and what to mind where they are single lines."""
    words = _WORDS[language]
    caution = [words["of_lines"]] if lines else []
    return [words["compared"].format(lines=lines, whole=whole), *caution]


def kept_told(language: Language, model: str, dimensions: int, setting: float | None) -> list[str]:
    """That the line was kept, and whether a setting goes before it."""
    words = _WORDS[language]
    overruled = [words["overruled"].format(setting=setting)] if setting is not None else []
    return [words["kept"].format(model=model, dimensions=dimensions), *overruled]


def not_kept_told(language: Language) -> list[str]:
    """That the line was not kept."""
    return [_WORDS[language]["not_kept"]]


def fault_told(fault: Fault, language: Language) -> str:
    """Why a row was left out."""
    return _WORDS[language][fault]


def faults_told(faults: Sequence[tuple[int, Fault]], language: Language) -> Iterator[str]:
    """The rows left out; of very many only the first."""
    words = _WORDS[language]
    for n, fault in faults[:_FAULTS_SHOWN]:
        yield words["row"].format(n=n, why=words[fault])
    if len(faults) > _FAULTS_SHOWN:
        yield words["more"].format(n=len(faults) - _FAULTS_SHOWN)


def _bar(point: Point) -> str:
    """A P and an R at their places; of a line with nothing above it only the R, which is 0."""
    precision, recall = (round(share * (_CHART_WIDTH - 1)) for share in (point.precision, point.recall))
    signs = [" "] * _CHART_WIDTH
    signs[recall] = "R"
    if point.strong:
        signs[precision] = "*" if precision == recall else "P"
    return "".join(signs)


def _row(point: Point, chosen: float | None) -> str:
    if not point.strong:
        return f"{_mark(point, chosen)}{point.line:5.2f}  {'-':>9}  {'-':>8}  {point.recall:6.1%}  {'-':>5}  {0:11}"
    shares = f"{point.precision:9.1%}  {point.at_least:8.1%}  {point.recall:6.1%}  {point.f1:5.3f}"
    return f"{_mark(point, chosen)}{point.line:5.2f}  {shares}  {point.strong:11}"


def _mark(point: Point, chosen: float | None) -> str:
    return ">" if point.line == chosen else " "
