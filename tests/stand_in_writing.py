"""What the stand-in writes where it is asked for a kit, a posting, a message or the wording of a posting."""

from __future__ import annotations

from typing import Any

Written = dict[str, Any]


def is_chinese(prompt: str) -> bool:
    return "简体中文" in prompt


def kit(schema: Written, prompt: str) -> Written:
    """A question for every point that must be asked about, and two on ways of working."""
    asked = schema["properties"]
    return {
        "verify": {name: _question(name, prompt) for name in asked["verify"]["properties"]},
        "technical": {name: _question(name, prompt) for name in asked["technical"]["properties"]},
        "behavioural": [_question("", prompt)] * 2,
    }


def posting(_schema: Written, prompt: str) -> Written:
    """A posting with a figure that the words do not give, and a wish."""
    if is_chinese(prompt):
        return {
            "title": "后端工程师",
            "duties": ["设计并维护后端服务", "编写接口文档", "参与代码评审"],
            "must": ["5 年以上后端开发经验", "熟练使用 Go", "带过 12 人团队"],
            "nice": ["熟悉 Kafka"],
        }
    return {
        "title": "Backend engineer",
        "duties": ["Build and run backend services", "Write interface documentation", "Review code"],
        "must": ["5+ years of backend development", "Experience with Go", "Led a team of 12"],
        "nice": ["Experience with Kafka"],
    }


def message(_schema: Written, prompt: str) -> Written:
    """Two paragraphs without figures or reasons."""
    if is_chinese(prompt):
        return {"paragraphs": ["感谢您的投递，谢谢您花时间准备。", "祝您一切顺利。"]}
    return {"paragraphs": ["Thank you for your application and the time you gave to it.", "We wish you all the best."]}


def findings(_schema: Written, prompt: str) -> Written:
    """The first words of the posting's first line."""
    line = prompt.rpartition("<posting>\n")[2].partition("\n")[0].partition("] ")[2]
    chinese = is_chinese(prompt)
    return {
        "findings": [
            {
                "line": 1,
                "words": line[:2],
                "reason": "说得不够具体。" if chinese else "It is not specific.",
                "suggestion": "请写得更具体。" if chinese else "Be more specific.",
                "kind": "vague",
            }
        ]
    }


def _question(name: str, prompt: str) -> Written:
    if is_chinese(prompt):
        return {
            "lines": [],
            "why": "需要当面确认。",
            "question": f"请讲一次与{name}有关的经历。".replace("与有关", "合作"),
            "good_answer": "有场合、有做法、有结果。",
        }
    return {
        "lines": [],
        "why": "It needs to be confirmed in person.",
        "question": f"Please tell me about your work on {name or 'a hard team decision'}.",
        "good_answer": "An occasion, what was done, and the result.",
    }


WRITTEN = {"verify": kit, "duties": posting, "paragraphs": message, "findings": findings}
"""By a property that only this form has."""
