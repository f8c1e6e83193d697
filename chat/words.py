"""What the chat itself says, in both languages; the elements bring their own words."""

from __future__ import annotations

from typing import Final

from chat import writing_words
from records.language import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "welcome": "**伯乐**\n\n把简历拖进来，得到一份评估，每个结论都指向简历原文的行。\n"
        "评分由程序按岗位要求计算，决定由人来做。",
        "starter_screen": "评估一份简历",
        "starter_batch": "批量评估多份简历",
        "starter_postings": "查看或添加岗位",
        "starter_find": "查找候选人",
        "starter_ask": "询问候选人",
        "starter_sample": "试试示例简历",
        "say_screen": "评估一份简历",
        "say_batch": "批量评估多份简历",
        "say_postings": "查看岗位库",
        "say_find": "查找候选人",
        "say_ask": "我可以怎样询问候选人？",
        "say_sample": "用示例简历试一试",
        "how_screen": "把简历拖到输入框，或点回形针选择文件（PDF、Word、ODT、RTF、HTML、TXT、MD、扫描件和照片，"
        "一次可以多份，也可以是 ZIP 或邮件），然后发送。"
        "每份简历会先匹配岗位库里最合适的五个岗位，再对最合适的一个给出评估。",
        "how_find": "在 /find 后写岗位或条件，例如“数据分析师 上海 5年以上”或“所有会 Java、工作 10 年以上的人”。"
        "年限包含所写的数；没有看懂的词会列出来，不会暗中过滤。也可以直接选一个岗位：",
        "how_ask": "先拖入简历，再直接提问，例如“她带过团队吗？”“为什么只有 6 分？”。回答会指到简历的行。",
        "postings_head": "岗位库里有 {n} 个开放岗位，简历会和它们全部匹配。",
        "postings_add": "要添加岗位：把招聘信息直接粘贴到对话里（可以一次多个，"
        "之间空一行或用 `---` 隔开），或拖入文件并说明“这是岗位”。还没有写好的，选 `/write` 写几个词，由伯乐起草。",
        "posting_added": "已加入岗位库：**{title}**。从现在起简历会与它匹配。",
        "posting_known": "岗位库里已有：**{title}**，没有重复添加。",
        "posting_reopened": "岗位库里已有：**{title}**，原已关闭，现在重新开放。",
        "postings_taken": "{parts}。从现在起简历会与它们匹配。",
        "postings_added": "新添加 {n} 个岗位",
        "postings_known": "{n} 个岗位库里已有，没有重复添加",
        "postings_reopened": "{n} 个原已关闭，现在重新开放",
        "reading": "读取 {file}",
        "matching": "匹配岗位",
        "finding": "在人才库里查找候选人",
        "finding_done": "{of} 份简历",
        "assessing": "按“{title}”评估",
        "reading_slowly": "读取 {file}（识别图片里的文字，每页需数秒）",
        "read_done": "{lines} 行，{pages} 页",
        "read_before": "{lines} 行，{pages} 页；{date} 读过内容完全相同的文件",
        "dropped_twice": "与这次上传的另一个文件内容完全相同，只评估一次",
        "opened": "打开 {file}",
        "opened_done": "内有 {n} 个文件",
        "match_done": "最合适：{title}（{similarity:.4f}）",
        "assess_done": "{score:.1f} 分",
        "assess_stopped": "已停止，没有评分",
        "stopped": "已停止。",
        "not_reranked": "以下按初次检索的顺序排列，未经重排。",
        "rerank_again": "重新使用重排模型",
        "reranked_again": "从下一次匹配起重新使用重排模型。",
        "no_postings": "岗位库是空的，没有可以匹配的岗位。请先粘贴一个岗位。",
        "exported": "评估已导出：{file}",
        "try_sample": "试试示例简历",
        "sample_said": "这是一份随软件附带的虚构简历：{file}",
        "matching_after_loading": "匹配岗位（嵌入模型还在载入，约需 10 秒）",
        "command_screen": "评估简历",
        "command_postings": "查看或添加岗位",
        "command_match": "重新匹配最近一份简历",
        "command_find": "为岗位查找候选人，或按条件列出全部",
        "vectors_of_words": "已在侧栏显示这段文字的向量；若对话里有简历，也显示与它最接近的行。",
        "vectors_of_match": "已在侧栏显示“{title}”的要求与最近一份简历的向量。"
        "要看任意文字的向量，请在 /vectors 后写上文字。",
        "command_vectors": "看向量：写上任意文字，或看最近一次匹配",
        "command_interview": "最近一份评估的面试提纲",
        "command_export": "导出最近一份评估（DOCX）",
        "command_sample": "用示例简历试一试",
        "command_library": "资料库：论文、OKR、白皮书，可直接提问",
        "library_head": "资料库里有 {n} 份资料。选 `/library` 再写下问题即可检索，例如“低资源机器翻译”；"
        "要添加，请拖入文件并选 `/library`，或说明“这是论文”。",
        "library_empty": "资料库还是空的。论文、项目报告、OKR、白皮书都可以放进来：拖入文件（PDF、Word、MD、TXT 等）"
        "并选 `/library`，或说明“这是论文”；之后选 `/library` 再写下问题，就能找到相关段落和所在页。",
        "library_searching": "检索资料库",
        "library_searching_after_loading": "检索资料库（嵌入模型还在载入，约需 10 秒）",
        "library_searched": "共 {total} 份资料，{n} 份相关",
        "library_nothing": "资料库里没有与此相关的段落。换个说法，或先添加相关资料再试。",
        "library_none_similar": "资料库里没有与“{title}”相近的其他资料。",
        "library_adding": "收入资料库：{file}",
        "library_adding_part": "收入资料库：{file}（已处理 {done} / {total} 段）",
        "library_known": "资料库里已有内容完全相同的文件，没有重复收入。",
        "library_hidden": "第 {page} 页有看不见的文字（{why}），未收入资料库：{text}",
        "library_hidden_more": "另有 {n} 处看不见的文字，同样未收入。",
        "looked_at": "已看 {done}/{total} 人",
        "answer_failed": "这个问题没有得到回答。可以再问一次，也可以改为检索简历：检索只列出相关的原文，不作判断。",
        "ask_again": "再问一次",
        "search_instead": "改为检索简历",
        "answer_stopped": "（已停止，回答没有写完。）",
    },
    "en": {
        "welcome": "**Bole**\n\n"
        "Drop in resumes and get an assessment in which every claim points at lines of the resume.\n"
        "The score is computed from the posting's requirements; people decide.",
        "starter_screen": "Screen a resume",
        "starter_batch": "Screen several resumes",
        "starter_postings": "See or add postings",
        "starter_find": "Find candidates",
        "starter_ask": "Ask about candidates",
        "starter_sample": "Try a sample resume",
        "say_screen": "Screen a resume",
        "say_batch": "Screen several resumes",
        "say_postings": "Show the postings",
        "say_find": "Find candidates",
        "say_ask": "How can I ask about candidates?",
        "say_sample": "Try a sample resume",
        "how_screen": "Drop resumes onto the message box, or pick them with the paper clip (PDF, Word, ODT, RTF, "
        "HTML, TXT, MD, scans and photos; several at once are fine, also as a ZIP or an e-mail), and send. Each is "
        "matched with the five best postings of the library and assessed for the best.",
        "how_find": "Write a posting or conditions after /find, for instance “data-analyst in Shanghai, 5+ years” or "
        "“everyone with Java and over 10 years”. Years include the number you write; words that were not understood "
        "are listed, nothing is filtered in silence. Or pick a posting:",
        "how_ask": "Drop a resume first, then just ask, for instance “Has she led a team?” or “Why only 6?”. "
        "Answers point at lines of the resume.",
        "postings_head": "Open postings in the library: {n}; every resume is matched with all of them.",
        "postings_add": "To add one, paste it into the chat (several at once are fine, parted by a blank line or "
        "`---`), or drop a file and say that it is a posting. Nothing written yet? "
        "Choose `/write` and give a few words.",
        "posting_added": "Added to the library: **{title}**. Resumes are matched with it from now on.",
        "posting_known": "Already in the library: **{title}**. It was not added twice.",
        "posting_reopened": "Already in the library: **{title}**. It was closed and is open again.",
        "postings_taken": "Postings: {parts}. Resumes are matched with them from now on.",
        "postings_added": "{n} added",
        "postings_known": "{n} known already, not added twice",
        "postings_reopened": "{n} closed until now and open again",
        "reading": "Reading {file}",
        "matching": "Matching postings",
        "finding": "Searching the talent pool",
        "finding_done": "{of} resume(s)",
        "assessing": "Assessing for “{title}”",
        "reading_slowly": "Reading {file} (recognising the text in pictures takes seconds a page)",
        "read_done": "{lines} lines, {pages} page(s)",
        "read_before": "{lines} lines, {pages} page(s); the very same content was read on {date}",
        "dropped_twice": "The very same content as another file of this drop; it is assessed once",
        "opened": "Opening {file}",
        "opened_done": "{n} file(s) inside",
        "match_done": "Best: {title} ({similarity:.4f})",
        "assess_done": "{score:.1f} of 10",
        "not_reranked": "What follows is in the order of the first stages, not re-ranked.",
        "rerank_again": "Use the reranker again",
        "reranked_again": "The reranker is asked again from the next match on.",
        "no_postings": "The library is empty, so there is nothing to match. Paste a posting first.",
        "exported": "Assessment exported: {file}",
        "try_sample": "Try a sample resume",
        "sample_said": "An invented resume that comes with Bole: {file}",
        "matching_after_loading": "Matching postings (the embedding model is still loading: about 10 seconds)",
        "command_screen": "Screen resumes",
        "command_postings": "See or add postings",
        "command_match": "Match the latest resume again",
        "command_find": "Find candidates for a posting, or list everyone by conditions",
        "vectors_of_words": "The side panel shows the vector of these words, and the nearest lines of the latest "
        "resume if there is one.",
        "vectors_of_match": "The side panel shows the requirements of “{title}” and the lines of the latest resume. "
        "For the vector of any words, write them after /vectors.",
        "command_vectors": "See the vectors of any words, or of the latest match",
        "command_interview": "Interview kit for the latest assessment",
        "command_export": "Export the latest assessment (DOCX)",
        "command_sample": "Try a sample resume",
        "command_library": "Papers, OKRs and white papers: ask and find the page",
        "library_head": "The library holds {n} document(s). Choose `/library` and write a question to search them, for "
        "instance “cross-lingual transfer”. To add more, drop files with `/library` chosen, or say that they are "
        "papers.",
        "library_empty": "The library is empty. Papers, project reports, OKRs and white papers go in here: drop files "
        "(PDF, Word, MD, TXT and more) with `/library` chosen, or say that they are papers. Then choose `/library` and "
        "write a question to get the passages that answer it, each with its page.",
        "library_searching": "Searching the library",
        "library_searching_after_loading": "Searching the library (the embedding model is still loading: about 10 "
        "seconds)",
        "library_searched": "{n} of {total} document(s) related",
        "library_nothing": "No passage of the library is about that. Try other words, or add documents first.",
        "library_none_similar": "The library holds no other document like “{title}”.",
        "library_adding": "Adding {file} to the library",
        "library_adding_part": "Adding {file} to the library ({done} of {total} passages done)",
        "library_known": "The library already holds a file with the very same content; nothing was added twice.",
        "library_hidden": "Page {page} has text that cannot be seen ({why}); it was left out of the library: {text}",
        "library_hidden_more": "{n} more piece(s) of text that cannot be seen were left out as well.",
        "looked_at": "{done} of {total} candidates looked at",
        "answer_failed": "The question has not been answered. Ask again, or search the resumes instead: a search lists "
        "the lines that fit and judges nothing.",
        "ask_again": "Ask again",
        "search_instead": "Search the resumes instead",
        "answer_stopped": "(Stopped; the answer is not finished.)",
        "assess_stopped": "stopped, not scored",
        "stopped": "Stopped.",
    },
}


def say(key: str, language: Language, **facts: object) -> str:
    """The words for a key, with its blanks filled."""
    words = WORDS[language].get(key) or writing_words.WORDS[language][key]
    return words.format(**facts)
