"""Files that could not be read; such a file is named and never scored."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class ReadingError(RecruitingError):
    """A file that could not be read; facts: `file`."""

    code = "unreadable"
    wording: ClassVar[Wording] = {
        "en": ("{file} could not be read.", "Open it yourself to check it, or save it as a new PDF and drop that."),
        "zh": ("无法读取 {file}。", "请先自己打开看看，或另存为新的 PDF 再上传。"),
    }


class EmptyFile(ReadingError):
    """A file of no bytes, or of blanks only."""

    code = "empty"
    wording: ClassVar[Wording] = {
        "en": ("{file} is empty.", "It may not have finished uploading or saving: please send it again."),
        "zh": ("{file} 是空文件。", "可能没有上传或保存完整，请重新发送。"),
    }


class EncryptedFile(ReadingError):
    """A file that asks for a password."""

    code = "encrypted"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} is protected by a password.",
            "Open it with the password, save a copy without one, and drop that.",
        ),
        "zh": ("{file} 有密码保护。", "请用密码打开，另存一份不带密码的副本再上传。"),
    }


class CorruptFile(ReadingError):
    """A file whose inside is broken."""

    code = "corrupt"
    wording: ClassVar[Wording] = {
        "en": ("{file} is damaged and could not be opened.", "Ask for it again, or open it and save it as a new PDF."),
        "zh": ("{file} 已损坏，无法打开。", "请向对方重新索取，或打开后另存为新的 PDF。"),
    }


class OversizedFile(ReadingError):
    """A file beyond the limit; facts: `file`, `size_mb`, `limit_mb`."""

    code = "oversized"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} has {size_mb} MB; the limit is {limit_mb} MB.",
            "Save it with smaller pictures, or raise BOLE_MAX_UPLOAD_MB.",
        ),
        "zh": ("{file} 有 {size_mb} MB，上限是 {limit_mb} MB。", "请压缩图片后再上传，或调高 BOLE_MAX_UPLOAD_MB。"),
    }


class UnpacksOversized(OversizedFile):
    """A packed file whose inside is beyond the limit; facts: `file`, `size_mb`, `limit_mb`."""

    code = "unpacks_oversized"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} unpacks to {size_mb} MB; the limit for it is {limit_mb} MB.",
            "Make sure you trust its sender, then unpack it yourself and drop the files you need.",
        ),
        "zh": (
            "{file} 解压后有 {size_mb} MB，该文件的上限是 {limit_mb} MB。",
            "请先确认来源可信，再自行解压，只上传需要的文件。",
        ),
    }


class TooManyFiles(OversizedFile):
    """A ZIP or e-mail of more files than are read at once; facts: `file`, `count`, `limit`."""

    code = "too_many_files"
    wording: ClassVar[Wording] = {
        "en": ("{file} holds {count} files; the limit is {limit}.", "Split it into several and drop them in turn."),
        "zh": ("{file} 内有 {count} 个文件，上限是 {limit} 个。", "请拆成几个压缩包，分次上传。"),
    }


class UnsafeName(ReadingError):
    """A packed file whose path leads out of its folder, as in an attack on whoever unpacks it; facts: `file`."""

    code = "unsafe_name"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} is packed under a path that leads out of its folder, so it was not opened.",
            "Make sure you trust its sender; then drop the file by itself.",
        ),
        "zh": ("{file} 的打包路径指向文件夹之外，未打开。", "请先确认来源可信，再单独上传该文件。"),
    }


class UnsupportedFile(ReadingError):
    """A kind of file that is not read; facts: `file`, `kind`."""

    code = "unsupported"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} is {kind}, which is not read.",
            "Save it as PDF or DOCX and drop that. Also read: DOC, ODT, RTF, HTML, TXT, MD, PNG, JPEG, ZIP and EML.",
        ),
        "zh": (
            "{file} 是 {kind}，暂不支持。",
            "请另存为 PDF 或 DOCX 再上传。也支持 DOC、ODT、RTF、HTML、TXT、MD、PNG、JPEG、ZIP、EML。",
        ),
    }


class PackedFile(UnsupportedFile):
    """A file packed in a way that is not opened, or inside too many others; facts: `file`, `kind`."""

    code = "packed"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} is packed ({kind}) in a way that is not opened here.",
            "Unpack it and drop the files themselves, or pack them as one ordinary ZIP.",
        ),
        "zh": ("{file} 的打包方式（{kind}）在此无法打开。", "请解压后上传其中的文件，或重新打包成普通的 ZIP。"),
    }


class OfficeNeeded(UnsupportedFile):
    """A kind that is read through LibreOffice, which this machine does not have; facts: `file`, `kind`."""

    code = "office_needed"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} is {kind}, which is read with LibreOffice, and LibreOffice is not installed here.",
            "Open it and save it as DOCX or PDF, or have LibreOffice installed on the machine that runs Bole.",
        ),
        "zh": (
            "{file} 是 {kind}，需要借助 LibreOffice 读取，而本机没有安装。",
            "请打开后另存为 DOCX 或 PDF，或在运行伯乐的机器上安装 LibreOffice。",
        ),
    }


class NoTextFound(ReadingError):
    """Pages on which neither a text layer nor text recognition gives a line."""

    code = "no_text"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} has no text of its own, and text recognition (OCR) found nothing on it or could not run.",
            "Ask for the original file or a sharper scan. It was not assessed.",
        ),
        "zh": (
            "{file} 本身没有文字，文字识别（OCR）也没有读出内容，或未能运行。",
            "请索取原始文件，或更清晰的扫描件。该文件未被评估。",
        ),
    }


class ReadingTimedOut(ReadingError):
    """Reading took longer than the limit; facts: `file`, `seconds`."""

    code = "timed_out"
    wording: ClassVar[Wording] = {
        "en": ("Reading {file} took more than {seconds} s and was stopped.", "Save it as a new PDF and drop that."),
        "zh": ("读取 {file} 超过 {seconds} 秒，已停止。", "请另存为新的 PDF 再上传。"),
    }


class ReadingStopped(RecruitingError):
    """The program ended while the file was being read; nothing is wrong with the file."""

    code = "stopped"
    wording: ClassVar[Wording] = {
        "en": ("Bole ended while {file} was being read.", "Start Bole and drop it again; a batch goes on by itself."),
        "zh": ("读取 {file} 时，伯乐已退出。", "请启动伯乐后重新上传；批次会自动继续。"),
    }


class ReadingCrashed(ReadingError):
    """The reader's process died or reached its memory limit."""

    code = "crashed"
    wording: ClassVar[Wording] = {
        "en": ("{file} broke the reader and was put aside.", "Save it as a new PDF and drop that."),
        "zh": ("{file} 使读取程序崩溃，已搁置。", "请另存为新的 PDF 再上传。"),
    }
