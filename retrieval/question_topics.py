"""What recruiters ask about most, and the words in which resumes answer it, in both languages.

"Has she led a team?" shares no word with 带领 4 人小组: the topic brings them together.
"""

from __future__ import annotations

import re
from typing import Final

_TOPICS: Final[tuple[tuple[str, str], ...]] = (
    (  # leading people
        (
            r"带(?:过|领)?.{0,4}(?:团队|人|下属)|团队管理|管理(?:过|经验|经历)|领导|下属|"
            r"\b(?:led|lead|leading|leader(?:ship)?|manag(?:e|ed|ing|er|ement)|supervis\w+|direct reports?|mentor\w*)\b"
        ),
        (
            r"带领|主导|领导|负责.{0,6}团队|管理.{0,8}(?:人|团队|小组)|\d+\s*[人名].{0,4}(?:团队|小组)|组长|主管|经理|培养|指导.{0,6}新人|"
            r"\b(?:led|leading|team lead|managed|supervis\w+|mentor\w*|coach\w*|direct reports?|head of)\b"
        ),
    ),
    (  # education
        r"学历|学位|毕业|大学|学校|专业|本科|硕士|博士|\b(?:education|degrees?|universit\w+|graduat\w+|stud(?:y|ied)|major|college)\b",
        r"大学|学院|本科|学士|硕士|博士|大专|GPA|\b(?:universit\w+|college|bachelor|master|ph\.?d|b\.?sc|m\.?sc|mba|gpa|degree)\b",
    ),
    (  # languages
        r"英语|英文|外语|语言能力|口语|日语|\b(?:english|languages?|speaks?|fluent|mandarin|chinese|japanese)\b",
        r"英语|英文|CET|四级|六级|雅思|托福|日语|普通话|\b(?:english|ielts|toefl|fluent|native|mandarin|japanese)\b",
    ),
    (  # certificates
        r"证书|资格|持证|执照|\b(?:certif\w+|licen[cs]e[ds]?|qualif\w+)\b",
        r"证书|资格|注册|职称|\b(?:certified|certificat\w+|licen[cs]ed?|cpa|pmp|rn)\b",
    ),
    (  # time, employers, gaps
        (
            r"多少年|几年|工作年限|经验.{0,3}年|空窗|跳槽|离职|哪些公司|在哪.{0,4}工作|现在.{0,6}(?:公司|做)|"
            r"\b(?:how long|years?|gaps?|employers?|companies|worked (?:at|for|where)|job changes|"
            r"currently|current (?:job|role|employer))\b"
        ),
        r"(?:19|20)\d{2}\s*[./年\-–—~至]|至今|\b(?:19|20)\d{2}\b.{0,12}(?:present|current|now|(?:19|20)\d{2})|\d+\+?\s*(?:年|years?)",
    ),
    (  # results
        r"成绩|成果|业绩|亮点|提升|结果|\b(?:achiev\w+|results?|impact|accomplish\w+|outcomes?|numbers)\b",
        r"\d+(?:\.\d+)?\s*%|提升|提高|降低|缩短|增长|节省|从\s*\d.{0,12}到|\b(?:increas\w+|reduc\w+|cut|saved|grew|improv\w+|won)\b",
    ),
    (  # place
        r"哪里人|所在地|城市|住在|异地|\b(?:where .{0,12}(?:live|based|located)|location|relocat\w+|city)\b",
        (
            r"现居|所在地|居住|期望城市|(?:北京|上海|广州|深圳|杭州|成都|南京|武汉|西安|苏州)|"
            r"\b(?:based in|relocat\w+|address|location)\b"
        ),
    ),
)
_COMPILED: Final = tuple((re.compile(asked, re.I), re.compile(said, re.I)) for asked, said in _TOPICS)


def answers_topic(question: str, line: str) -> bool:
    """Whether a line speaks of something that the question asks about."""
    return any(asked.search(question) and said.search(line) for asked, said in _COMPILED)
