"""What the chat itself says, in both languages; the elements bring their own words."""

from __future__ import annotations

from typing import Final

from records.language import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "welcome": "**伯乐**\n\n把简历拖进来，得到一份评估，每个结论都指向简历原文的行。\n"
        "评分由程序按岗位要求计算，决定由人来做。",
        "starter_screen": "评估一份简历",
        "starter_batch": "批量评估多份简历",
        "starter_postings": "查看或添加岗位",
        "starter_ask": "询问候选人",
        "starter_sample": "试试示例简历",
        "say_screen": "评估一份简历",
        "say_batch": "批量评估多份简历",
        "say_postings": "查看岗位库",
        "say_ask": "我可以怎样询问候选人？",
        "say_sample": "用示例简历试一试",
        "how_screen": "把简历拖到输入框，或点回形针选择文件（PDF、Word、ODT、RTF、HTML、TXT、MD、扫描件和照片，"
        "一次可以多份，也可以是 ZIP 或邮件），然后发送。"
        "每份简历会先匹配岗位库里最合适的五个岗位，再对最合适的一个给出评估。",
        "how_ask": "先拖入简历，再直接提问，例如“她带过团队吗？”“为什么只有 6 分？”。回答会指到简历的行。",
        "postings_head": "岗位库里有 {n} 个岗位，简历会和它们全部匹配：",
        "postings_add": "要添加岗位：把招聘信息直接粘贴到对话里（可以一次多个，"
        "之间空一行或用 `---` 隔开），或拖入文件并说明“这是岗位”。",
        "posting_added": "已加入岗位库：**{title}**（读出 {n} 条要求，其中必备 {must} 条）。从现在起简历会与它匹配。",
        "posting_known": "岗位库里已有：**{title}**（{n} 条要求，其中必备 {must} 条），没有重复添加。",
        "posting_reopened": "岗位库里已有：**{title}**，原已关闭，现在重新开放（{n} 条要求，其中必备 {must} 条）。",
        "posting_added_row": "**{title}**：{n} 条要求，其中必备 {must} 条",
        "posting_known_row": "**{title}**：岗位库里已有，没有重复添加",
        "posting_reopened_row": "**{title}**：岗位库里已有，原已关闭，现在重新开放",
        "postings_taken": "收下 {n} 个岗位，从现在起简历会与它们匹配：",
        "requirements": "读出的要求：",
        "removed": "已从岗位库移除：{title}。",
        "remove": "移除“{title}”",
        "reading": "读取 {file}",
        "matching": "匹配岗位",
        "assessing": "按“{title}”评估",
        "reading_slowly": "读取 {file}（识别图片里的文字，每页需数秒）",
        "read_done": "{lines} 行，{pages} 页",
        "read_before": "{lines} 行，{pages} 页；{date} 读过内容完全相同的文件",
        "dropped_twice": "与这次上传的另一个文件内容完全相同，只评估一次",
        "opened": "打开 {file}",
        "opened_done": "内有 {n} 个文件",
        "match_done": "最合适：{title}（{similarity:.4f}）",
        "assess_done": "{score:.1f} 分",
        "no_postings": "岗位库是空的，没有可以匹配的岗位。请先粘贴一个岗位。",
        "exported": "评估已导出：{file}",
        "kit": "面试提纲",
        "try_sample": "试试示例简历",
        "sample_said": "这是一份随软件附带的虚构简历：{file}",
        "matching_after_loading": "匹配岗位（嵌入模型还在载入，约需 10 秒）",
        "command_screen": "评估简历",
        "command_postings": "查看或添加岗位",
        "command_match": "重新匹配最近一份简历",
        "command_interview": "最近一份评估的面试提纲",
        "command_export": "导出最近一份评估（DOCX）",
        "command_sample": "用示例简历试一试",
    },
    "en": {
        "welcome": "**Bole**\n\n"
        "Drop in resumes and get an assessment in which every claim points at lines of the resume.\n"
        "The score is computed from the posting's requirements; people decide.",
        "starter_screen": "Screen a resume",
        "starter_batch": "Screen several resumes",
        "starter_postings": "See or add postings",
        "starter_ask": "Ask about candidates",
        "starter_sample": "Try a sample resume",
        "say_screen": "Screen a resume",
        "say_batch": "Screen several resumes",
        "say_postings": "Show the postings",
        "say_ask": "How can I ask about candidates?",
        "say_sample": "Try a sample resume",
        "how_screen": "Drop resumes onto the message box, or pick them with the paper clip (PDF, Word, ODT, RTF, "
        "HTML, TXT, MD, scans and photos; several at once are fine, also as a ZIP or an e-mail), and send. Each is "
        "matched with the five best postings of the library and assessed for the best.",
        "how_ask": "Drop a resume first, then just ask, for instance “Has she led a team?” or “Why only 6?”. "
        "Answers point at lines of the resume.",
        "postings_head": "The library holds {n} postings; every resume is matched with all of them:",
        "postings_add": "To add one, paste it into the chat (several at once are fine, parted by a blank line or "
        "`---`), or drop a file and say that it is a posting.",
        "posting_added": "Added to the library: **{title}** ({n} requirements, {must} of them must-haves). "
        "Resumes are matched with it from now on.",
        "posting_known": "Already in the library: **{title}** ({n} requirements, {must} of them must-haves). "
        "It was not added twice.",
        "posting_reopened": "Already in the library: **{title}**. It was closed and is open again "
        "({n} requirements, {must} of them must-haves).",
        "posting_added_row": "**{title}**: {n} requirements, {must} of them must-haves",
        "posting_known_row": "**{title}**: already in the library, not added twice",
        "posting_reopened_row": "**{title}**: already in the library, closed until now and open again",
        "postings_taken": "{n} postings taken; resumes are matched with them from now on:",
        "requirements": "Requirements read from it:",
        "removed": "Removed from the library: {title}.",
        "remove": "Remove “{title}”",
        "reading": "Reading {file}",
        "matching": "Matching postings",
        "assessing": "Assessing for “{title}”",
        "reading_slowly": "Reading {file} (recognising the text in pictures takes seconds a page)",
        "read_done": "{lines} lines, {pages} page(s)",
        "read_before": "{lines} lines, {pages} page(s); the very same content was read on {date}",
        "dropped_twice": "The very same content as another file of this drop; it is assessed once",
        "opened": "Opening {file}",
        "opened_done": "{n} file(s) inside",
        "match_done": "Best: {title} ({similarity:.4f})",
        "assess_done": "{score:.1f} of 10",
        "no_postings": "The library is empty, so there is nothing to match. Paste a posting first.",
        "exported": "Assessment exported: {file}",
        "kit": "Interview kit",
        "try_sample": "Try a sample resume",
        "sample_said": "An invented resume that comes with Bole: {file}",
        "matching_after_loading": "Matching postings (the embedding model is still loading: about 10 seconds)",
        "command_screen": "Screen resumes",
        "command_postings": "See or add postings",
        "command_match": "Match the latest resume again",
        "command_interview": "Interview kit for the latest assessment",
        "command_export": "Export the latest assessment (DOCX)",
        "command_sample": "Try a sample resume",
    },
}


def say(key: str, language: Language, **facts: object) -> str:
    """The words for a key, with its blanks filled."""
    return WORDS[language][key].format(**facts)
