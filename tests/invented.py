"""An invented candidate, posting and model answer, small enough to follow by eye."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agents.assessors.assessor import Case
from records.assessment import Assessment, Evidence, Gap, Rating, Recommendation, Strength, Verdict
from records.language import Language
from records.posting import Posting, Requirement
from records.resume import Line, Position, Profile, Resume, SuspiciousLine
from retrieval.redaction import redact

ENGLISH_LINES = (
    "Avery Samplewood",
    "avery@example.com",
    "Backend Engineer, Fictional Freight, 2019.03 - 2024.06",
    "Led a team of 4 and built order services in Python and FastAPI",
    "Cut *p95* latency by 35% | moved 12 services to Kubernetes",
    "BSc Computer Science, Invented University, 2015 - 2019",
)
CHINESE_LINES = (
    "沈样例",
    "示例货运（虚构）后端工程师 2019.03 - 2024.06",
    "带领 4 人小组，用 Python 和 FastAPI 开发订单服务",
    "把 12 个服务迁移到 Kubernetes，p95 延迟降低 35%",
    "示例大学 计算机科学 本科 2015 - 2019",
)


def resume(language: Language = "en", name: str | None = None, file: str | None = None) -> Resume:
    written = ENGLISH_LINES if language == "en" else CHINESE_LINES
    own_name = written[0] if name is None else name
    texts = (own_name or "Resume", *written[1:])
    half = len(texts) // 2
    return Resume(
        file=file or ("avery.pdf" if language == "en" else "shen.pdf"),
        sha256=("e" if language == "en" else "c") * 64,
        kind="pdf",
        pages=2,
        language=language,
        source="text",
        lines=tuple(
            Line(n, 1 if n <= half else 2, text, "header" if n <= 2 else "experience")
            for n, text in enumerate(texts, 1)
        ),
        profile=Profile(
            name=own_name,
            emails=("avery@example.com",) if language == "en" else (),
            years_experience=5.3,
            positions=(
                Position(3, "Backend Engineer", "Fictional Freight", "2019-03", "2024-06")
                if language == "en"
                else Position(2, "后端工程师", "示例货运（虚构）", "2019-03", "2024-06"),
            ),
        ),
    )


def posting(language: Language = "en") -> Posting:
    english = language == "en"
    return Posting(
        id="backend-1",
        title="Senior Backend Engineer" if english else "高级后端工程师",
        text="",
        language=language,
        requirements=(
            Requirement(
                id="R1",
                text="Python in production" if english else "熟练使用 Python 开发后端服务",
                kind="skill",
                necessity="must",
                weight=9,
                skills=("Python",),
            ),
            Requirement(
                id="R2",
                text="8 years of backend development" if english else "8 年以上后端开发经验",
                kind="experience",
                necessity="must",
                weight=2,
                years=8,
            ),
            Requirement(
                id="R3",
                text="AWS certification" if english else "持有 AWS 认证",
                kind="certificate",
                necessity="nice",
                weight=1,
            ),
        ),
    )


def case(language: Language = "en") -> Case:
    candidate = resume(language)
    return Case(candidate, redact(candidate), posting(language), language)


def model_answer(language: Language = "en") -> dict[str, Any]:
    """A good answer of a language model; tests spoil it where they need to."""
    english = language == "en"
    at = 4 if english else 3
    return {
        "ratings": {
            "R1": {
                "lines": [{"first_line": at, "last_line": at}],
                "verdict": "met",
                "comment": "Built order services in Python." if english else "用 Python 开发过订单服务。",
            },
            "R2": {
                "lines": [{"first_line": at - 1, "last_line": at - 1}],
                "verdict": "partial",
                "comment": "5 of the 8 years asked." if english else "有 5 年经验，少于要求的 8 年。",
            },
            "R3": {
                "lines": [],
                "verdict": "not_stated",
                "comment": "No AWS certificate is mentioned." if english else "没有提到 AWS 认证。",
            },
        },
        "strengths": [
            {
                "lines": [{"first_line": at, "last_line": at + 1}],
                "claim": "Led a team of 4 and moved 12 services." if english else "带领 4 人小组，迁移了 12 个服务。",
            }
        ],
        "gaps": [{"requirement": "R2", "claim": "3 years short." if english else "年限少 3 年。"}],
        "fit": "A good match with fewer years." if english else "总体匹配，年限偏少。",
        "score": 7,
        "recommendation": {
            "reason": "Strong in Python." if english else "Python 扎实。",
            "decision": "yes",
        },
        "interview_focus": ["Depth of the Kubernetes work"] if english else ["核实 Kubernetes 的深度"],
    }


def assessment(language: Language = "en", verdicts: tuple[Verdict, Verdict, Verdict] | None = None) -> Assessment:
    """A stored assessment with a met must-have, a partial one and an open nice-to-have, unless told otherwise."""
    english = language == "en"
    candidate = resume(language)
    at = 4 if english else 3
    evidence = Evidence(
        first_line=at, last_line=at + 1, page=candidate.lines[at - 1].page, quote=candidate.quote(at, at + 1)
    )
    answer = model_answer(language)
    first, second, third = verdicts or ("met", "partial", "not_stated")
    ratings = tuple(
        Rating.of(r, verdict, () if verdict == "not_stated" else (evidence,), answer["ratings"][r.id]["comment"])
        for r, verdict in zip(posting(language).requirements, (first, second, third), strict=True)
    )
    return Assessment(
        posting="backend-1",
        resume=candidate.sha256,
        assessed_by="model",
        language=language,
        fit=answer["fit"],
        score=7.0,
        model_score=7,
        ratings=ratings,
        strengths=(Strength(claim=answer["strengths"][0]["claim"], evidence=(evidence,)),),
        gaps=(Gap(claim=answer["gaps"][0]["claim"], requirement="R2", severity="minor"),),
        recommendation=Recommendation(decision="yes", reason=answer["recommendation"]["reason"]),
        interview_focus=tuple(answer["interview_focus"]),
        flags=("Please look at R2.",) if english else ("请留意 R2。",),
    )


def speaking(candidate: Resume, n: int, words: str) -> Resume:
    lines = tuple(replace(line, text=words) if line.n == n else line for line in candidate.lines)
    return replace(candidate, lines=lines, suspicious=(SuspiciousLine(n, "asks for a rating"),))
