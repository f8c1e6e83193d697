"""What the chat says of batches, in both languages; the elements bring their own words."""

from __future__ import annotations

from typing import Final

from records.language import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "files": "{n} 个文件",
        "receiving": "接收 {name}",
        "received": "收到 {n} 份，全部记在回执上",
        "choosing": "“{name}”已收到，还没有选岗位：",
        "under_way": "“{name}”还在筛选中，没有因为页面关闭而停下：",
        "done_unseen": "“{name}”已筛选完，当时没有打开页面：",
        "how_batch": "要批量筛选：把多份简历或一个 ZIP 拖进来（可以分几次），写上岗位名称，或在回执上选岗位。"
        "关掉页面也会继续；回来就能看到进度。",
        "earlier": "\n\n已有的批次：",
        "weighed": "已按新权重用存下的判断重新计分（第 {version} 版）：{moved} 位候选人的名次或得分变了，可以撤销。",
        "shortlist": "候选名单",
        "exported": "已导出 {n} 位候选人：{file}",
        "means_several": "“{words}”可能是{names}。",
        "means_nobody": "名单里没有“{words}”。",
        "name_them": "请写名次（例如“第 3 名”）、全名或文件名。",
        "between": "、",
        "rating_new": "逐份核对新增的要求",
        "rated": "{n} 份已核对",
        "searched_best": "没有连接语言模型：这个问题只检索名单前 {n} 位的简历，后面 {left} 位没有检索。"
        "按技能、年限、学历、城市或要求提问则覆盖所有人。",
    },
    "en": {
        "files": "{n} files",
        "receiving": "Receiving {name}",
        "received": "{n} received, all of them on the receipt",
        "choosing": "“{name}” was received and waits for its posting:",
        "under_way": "“{name}” is still being screened; it went on while the page was closed:",
        "done_unseen": "“{name}” was finished while the page was closed:",
        "how_batch": "To screen a batch, drop many resumes or a ZIP of them (in several drops if you like) and name a "
        "posting, or choose one on the receipt. It goes on when you close the page; come back to see how far it is.",
        "earlier": "\n\nBatches there are:",
        "weighed": "Scored again by the new weights, from the stored ratings (version {version}): rank or score of "
        "{moved} candidates changed. It can be undone.",
        "shortlist": "Shortlist",
        "exported": "{n} candidates exported: {file}",
        "means_several": "“{words}” may be {names}.",
        "means_nobody": "Nobody of the shortlist is “{words}”.",
        "name_them": "Please give a rank (such as #3), a full name or a file name.",
        "between": ", ",
        "rating_new": "Checking everyone for the new requirement",
        "rated": "{n} checked",
        "searched_best": "Without a language model this question is searched for in the resumes of the best {n} only, "
        "and not in those of the {left} below. Questions about skills, years, degrees, cities or requirements cover "
        "everyone.",
    },
}


def say(key: str, language: Language, **facts: object) -> str:
    """A sentence with its blanks filled."""
    return WORDS[language][key].format(**facts)
