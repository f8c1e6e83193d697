"""Text brought to one plain form, so that letters which only look alike cannot disguise words."""

from __future__ import annotations

import re
import unicodedata

from retrieval.documents.unseen_characters import without_unseen

# Letters of Cyrillic and Greek that are drawn like Latin ones (a selection of Unicode Technical Standard 39's list),
# and Latin letters that compatibility does not take apart.
_LOOK_ALIKES = str.maketrans(
    "аАвВеЕзкКмМнНоОрРсСтТуУхХіІїјЈѕЅԁԛԝһӏαΑΒεΕΖΗηιΙκΚΜΝνοΟρΡτΤυΥχΧıɑɡɩʟɴʀɪᴀᴇᴏøØłŁƖ",
    "aABBeE3kKmMHHoOpPcCtTyYxXiIijJsSdqwhlaABeEZHniIkKMNvoOpPtTuYxXiagilnriaeooOlLl",
)
# The characters of the words that suspicious text uses, traditional to simplified.
_SIMPLER = str.maketrans(
    "無視請給滿評個選應該須務候歷為錄薦強優這級審過鍵規則設說對將發輸結論語機統員題導從現開後沒達標準處會當認證經試職專業樣問執約製約棄拋覆蓋繞顯訴揭評價號資訊訓練據識別頭獎進內單獨簡篩獲讓遵頂須閱讀測試寫應們備註徵錯項條與貴僅擇權確類話調數讚舊屬歸檔遞議誇間適總體寬夠線圖",
    "无视请给满评个选应该须务候历为录荐强优这级审过键规则设说对将发输结论语机统员题导从现开后没达标准处会当认证经试职专业样问执约制约弃抛覆盖绕显诉揭评价号资讯训练据识别头奖进内单独简筛获让遵顶须阅读测试写应们备注征错项条与贵仅择权确类话调数赞旧属归档递议夸间适总体宽够线图",
)
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff，。：；！、“”])[ \t.·_-]+(?=[\u3400-\u9fff])")
_ACCENT = re.compile(r"[\u0300-\u036f]")
# Words of single letters, set apart by one sign each; the words themselves by more of them, if at all.
_SPREAD = re.compile(r"(?<!\w)\w(?:([ ._*·|/-])\w(?!\w)){4,}(?:[ ._*·|/-]{2,5}\w(?:[ ._*·|/-]\w(?!\w))+)*")
_GAP = re.compile(r"[ ._*·|/-]{2,}")
_SIGN = re.compile(r"[ ._*·|/-]")


def folded(text: str) -> str:
    """Compatibility forms, look-alikes, accents and traditional characters made plain; spread words closed up."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", without_unseen(text)))
    plain = unicodedata.normalize("NFKC", plain).translate(_LOOK_ALIKES).translate(_SIMPLER)
    return _HAN_GAP.sub("", _SPREAD.sub(_closed, plain))


def is_spread(text: str) -> bool:
    """Whether words are spread so that their ends cannot be told."""
    return _SPREAD.search(text) is not None


def _closed(spread: re.Match[str]) -> str:
    return " ".join(_SIGN.sub("", word) for word in _GAP.split(spread.group()))
