"""What the chat says while postings, interview kits and messages are written, in both languages."""

from __future__ import annotations

from typing import Final

from records.language import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "kit": "面试提纲",
        "kit_writing": "撰写面试提纲：{title}",
        "message_writing": "起草给候选人的消息：{kind}",
        "message_head": "消息草稿：请补全，由您本人发送。伯乐不会发送任何消息。",
        "posting_writing": "起草岗位",
        "posting_drafted": "这是岗位草稿，可以直接修改。保存之后才会进入岗位库，参与匹配。",
        "how_write": "在 `/write` 后写几个词，例如“后端工程师 上海 5年 Go，会 Kafka 优先”，伯乐起草一份岗位，"
        "必备与加分分开列出。没有说到的公司、薪资和福利会留空，草稿可以改，也会检查措辞。",
        "checking_wording": "请语言模型检查措辞",
        "letters": "{name}（已写 {n} 字）",
        "letters_again": "{name}（第 {attempt} 次，已写 {n} 字）",
        "writing_stopped": "已停止，没有写完",
        "writing_failed": "没有写成。可以重试，也可以改用规则撰写；规则用固定的句式，会注明。",
        "write_again": "重试",
        "write_by_rules": "改用规则撰写",
        "command_write": "用几个词起草一份岗位",
    },
    "en": {
        "kit": "Interview kit",
        "kit_writing": "Writing the interview kit: {title}",
        "message_writing": "Drafting a message to the candidate: {kind}",
        "message_head": "A draft: complete it and send it yourself. Bole sends nothing.",
        "posting_writing": "Drafting the posting",
        "posting_drafted": "A draft to edit right here. It enters the library, and is matched, only once you save it.",
        "how_write": "Write a few words after `/write`, for instance “Backend engineer, Berlin, Go, 5 years, Kafka "
        "nice to have”, and Bole drafts a posting with must-haves and nice-to-haves apart. Company, pay and benefits "
        "stay blank where you did not give them; you can edit the draft, and its wording is checked.",
        "checking_wording": "Asking the language model about the wording",
        "letters": "{name} ({n} letters so far)",
        "letters_again": "{name} (attempt {attempt}, {n} letters so far)",
        "writing_stopped": "stopped, not finished",
        "writing_failed": "Nothing was written. Try again, or have it written by rules: in fixed words, and labelled "
        "as such.",
        "write_again": "Try again",
        "write_by_rules": "Write it by rules instead",
        "command_write": "Draft a posting from a few words",
    },
}
