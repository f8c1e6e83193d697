"""Everything that can go wrong and be told to a person, with what to do about it.

RecruitingError
├── ReadingError            a file could not be read; it is never scored
│   ├── EmptyFile           nothing in it
│   ├── EncryptedFile       asks for a password
│   ├── CorruptFile         not what it claims to be inside
│   ├── OversizedFile       larger than the limit
│   │   ├── UnpacksOversized    what it unpacks to is larger than the limit
│   │   └── TooManyFiles        holds more files than are read at once
│   ├── UnsafeName          a packed file whose path leads out of its folder
│   ├── UnsupportedFile     a kind that is not read
│   │   ├── PackedFile          packed in a way that is not opened
│   │   └── OfficeNeeded        a kind that is read through LibreOffice, which is not there
│   ├── NoTextFound         pages on which no reader, recognition included, finds text
│   ├── ReadingTimedOut     took longer than the limit
│   └── ReadingCrashed      the reader's process died or ran out of memory
├── PostingError
│   ├── NoRequirements      nothing in the posting can be checked
│   ├── PostingNotFound     no posting of that name
│   ├── PostingAmbiguous    several postings of that name
│   ├── PostingKnown        an edit that would make a posting the same as another
│   ├── RequirementNotFound no requirement of that number
│   └── TableUnusable       a table of postings without the columns that are needed
├── DocumentError
│   ├── DocumentNotFound    no document of that name in the library
│   └── DocumentAmbiguous   several documents of that name
├── ResumeNotFound          no file or record of that name
├── SeveralResumes          a ZIP or e-mail of several files where one resume is wanted
├── NoResumeYet             a question before any resume
├── EmptyPool               candidates are looked for where no resume was ever read
├── NothingToFind           nothing says which candidates are looked for
├── ConditionUnknown        a condition of a kind that is known, with a value that is not
├── ModelError
│   ├── ModelUnavailable    the language model's address does not answer
│   ├── ModelAnswerInvalid  it answered, but not in the agreed form
│   └── ContextTooSmall     no resume fits into what it can read at once
├── EmbeddingError          the embedding model cannot be loaded or asked
├── RerankerError           the second stage of matching cannot be asked; nothing was re-ordered
├── CalibrationError        a line between strong and weak matches could not be drawn
│   ├── NotPairs            a file in which no labelled pairs are found
│   ├── TooFewPairs         fewer labelled pairs than a line can be drawn from
│   ├── OneLabelOnly        all pairs bear the same label
│   └── PrecisionUnreachable    no line gives the precision that was asked for
├── StorageError            the records or files could not be kept or fetched
│   ├── StorageFull         no space left
│   ├── StorageUnavailable  the database or folder does not open, does not answer, or is busy for too long
│   ├── StorageDamaged      what was kept is not what was found
│   └── StorageNewer        the database was made by a newer version of this program
├── ServingError            the models cannot be served on this machine
│   ├── WeightsMissing      no usable checkpoint at the place
│   ├── HubUnreachable      the hub that should bring the weights does not answer
│   ├── TooLittleMemory     less memory than the models need
│   ├── GpuNeeded           a precision that only a GPU serves, and there is none
│   ├── EngineMissing       vLLM is not installed
│   ├── PortTaken           another program answers at the port
│   └── ServerEnded         a model server ended or did not start
└── SettingsError           a setting that cannot work
"""

from __future__ import annotations

from typing import ClassVar

from records.language import Language

Wording = dict[Language, tuple[str, str]]


class RecruitingError(Exception):
    """What happened and what to do, in either language; `facts` fill the wording's blanks."""

    code: ClassVar[str] = "error"
    wording: ClassVar[Wording] = {
        "en": ("Something went wrong: {reason}", "Please try again; if it stays, show this message to your engineer."),
        "zh": ("出错了：{reason}", "请重试；若仍然出现，请把这条信息交给工程师。"),
    }

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """What happened."""
        return self.wording[language][0].format(**self._facts_in(language))

    def advice(self, language: Language) -> str:
        """What the user can do about it."""
        return self.wording[language][1].format(**self._facts_in(language))

    def _facts_in(self, language: Language) -> dict[str, object]:
        """The facts; one that is itself worded in both languages, in this one."""
        return {name: fact[language] if isinstance(fact, dict) else fact for name, fact in self.facts.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders with their facts."""
        return _rebuilt, (type(self), self.facts)


def _rebuilt(kind: type[RecruitingError], facts: dict[str, object]) -> RecruitingError:
    return kind(**facts)


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


class ReadingCrashed(ReadingError):
    """The reader's process died or reached its memory limit."""

    code = "crashed"
    wording: ClassVar[Wording] = {
        "en": ("{file} broke the reader and was put aside.", "Save it as a new PDF and drop that."),
        "zh": ("{file} 使读取程序崩溃，已搁置。", "请另存为新的 PDF 再上传。"),
    }


class PostingError(RecruitingError):
    """A posting that cannot be used."""

    code = "posting"


class NoRequirements(PostingError):
    """A posting in which nothing can be checked; facts: `title`."""

    code = "no_requirements"
    wording: ClassVar[Wording] = {
        "en": (
            "“{title}” states no requirement that could be checked.",
            "Add a line or two on what the person must know, have done or hold, then add it again.",
        ),
        "zh": ("“{title}”没有写出可核对的要求。", "请补充一两行：需要会什么、做过什么、有什么证书，再添加一次。"),
    }


class PostingNotFound(PostingError):
    """No posting of that name; facts: `posting`."""

    code = "posting_not_found"
    wording: ClassVar[Wording] = {
        "en": ("There is no posting “{posting}”.", "See the list with /postings or `bole postings list`."),
        "zh": ("没有名为“{posting}”的岗位。", "用 /postings 或 `bole postings list` 查看列表。"),
    }


class PostingAmbiguous(PostingError):
    """Several postings of that name; facts: `posting`, `ids`."""

    code = "posting_ambiguous"
    wording: ClassVar[Wording] = {
        "en": ("“{posting}” could be any of these postings: {ids}.", "Use one of these ids."),
        "zh": ("“{posting}”对应多个岗位：{ids}。", "请使用其中一个编号。"),
    }


class PostingKnown(PostingError):
    """An edit that would make a posting the same as another; facts: `posting`."""

    code = "posting_known"
    wording: ClassVar[Wording] = {
        "en": (
            "With these words it would be the same posting as “{posting}”, so nothing was changed.",
            "Edit that one instead, or remove one of the two.",
        ),
        "zh": ("这样修改后会与岗位“{posting}”完全相同，因此没有改动。", "请直接修改那个岗位，或移除其中一个。"),
    }


class RequirementNotFound(PostingError):
    """No requirement of that number; facts: `requirement`, `posting`."""

    code = "requirement_not_found"
    wording: ClassVar[Wording] = {
        "en": (
            "“{posting}” has no requirement {requirement}.",
            "See its requirements with `bole postings show`; they are called R1, R2 and so on.",
        ),
        "zh": (
            "岗位“{posting}”没有编号为 {requirement} 的要求。",
            "用 `bole postings show` 查看它的要求，编号为 R1、R2 等。",
        ),
    }


class TableUnusable(PostingError):
    """A table of postings without the columns that are needed; facts: `file`."""

    code = "table_unusable"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} has no column with the words of postings.",
            "Give it a header row with title and text (or description, requirements), then import it again.",
        ),
        "zh": (
            "{file} 中没有岗位内容的列。",
            "请在第一行写列名，例如“岗位名称”和“岗位描述”或“任职要求”，再重新导入。",
        ),
    }


class DocumentError(RecruitingError):
    """A document of the library that cannot be used."""

    code = "document"


class DocumentNotFound(DocumentError):
    """No document of that name; facts: `document`."""

    code = "document_not_found"
    wording: ClassVar[Wording] = {
        "en": ("The library holds no document “{document}”.", "See the list with /library or `bole library list`."),
        "zh": ("资料库中没有“{document}”。", "用 /library 或 `bole library list` 查看列表。"),
    }


class DocumentAmbiguous(DocumentError):
    """Several documents of that name; facts: `document`, `ids`."""

    code = "document_ambiguous"
    wording: ClassVar[Wording] = {
        "en": ("“{document}” could be any of these documents: {ids}.", "Use one of these ids."),
        "zh": ("“{document}”对应多份资料：{ids}。", "请使用其中一个编号。"),
    }


class ResumeNotFound(RecruitingError):
    """No file of that name; facts: `file`."""

    code = "resume_not_found"
    wording: ClassVar[Wording] = {
        "en": ("There is no file {file}.", "Check the name and the folder."),
        "zh": ("找不到文件 {file}。", "请检查文件名和文件夹。"),
    }


class SeveralResumes(RecruitingError):
    """A ZIP or e-mail of several files where one resume is wanted; facts: `file`, `files`."""

    code = "several_resumes"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} holds several files, but one resume is wanted here: {files}.",
            "Unpack it and name one of them, or drop it into the chat, which takes all.",
        ),
        "zh": ("{file} 里有多个文件，而这里只需要一份简历：{files}。", "请解压后指定其中一份；在对话里可以整包拖入。"),
    }


class NoResumeYet(RecruitingError):
    """A question before any resume was dropped."""

    code = "no_resume"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no resume in this conversation yet.",
            "Drop one (PDF, Word, a scan, a ZIP of several) or try the sample.",
        ),
        "zh": ("这个对话里还没有简历。", "请拖入一份（PDF、Word、扫描件，或装有多份的 ZIP），或试试示例简历。"),
    }


class EmptyPool(RecruitingError):
    """The talent pool holds no resume yet."""

    code = "empty_pool"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no resume in the talent pool yet.",
            "Drop resumes into the chat, or add them with `bole resumes add FILE…`; then search again.",
        ),
        "zh": ("人才库里还没有简历。", "请先把简历拖进对话，或用 `bole resumes add 文件…` 添加，再来查找。"),
    }


class NothingToFind(RecruitingError):
    """Neither a posting, nor resumes to be like, nor a condition; facts: `words`."""

    code = "nothing_to_find"
    wording: ClassVar[Wording] = {
        "en": (
            "It is not clear which candidates to look for{words}.",
            "Name a posting or conditions, such as “data-analyst in Shanghai, 5+ years”; /postings lists the postings.",
        ),
        "zh": (
            "没有看出要找什么样的候选人{words}。",
            "请写明岗位或条件，例如“数据分析师 上海 5年以上”；岗位列表见 /postings 或 `bole postings list`。",
        ),
    }


class ConditionUnknown(RecruitingError):
    """A city, language or skill that is not known; facts: `value`."""

    code = "condition_unknown"
    wording: ClassVar[Wording] = {
        "en": (
            "“{value}” is not known as a condition.",
            "Write the usual English or Chinese name of one city, language or skill, such as Shanghai or Japanese.",
        ),
        "zh": ("“{value}”不是已知的条件。", "请写一个城市、语言或技能的常用中文或英文名称，例如 上海、日语、Java。"),
    }


class ModelError(RecruitingError):
    """The language model failed."""

    code = "model"


class ModelUnavailable(ModelError):
    """The language model's address does not answer; facts: `url`, `reason`."""

    code = "model_unavailable"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model at {url} does not answer ({reason}).",
            "Wait and try again, or choose a rule-based assessment; `bole doctor` shows the connection.",
        ),
        "zh": (
            "位于 {url} 的语言模型没有响应（{reason}）。",
            "可以稍后重试，或选择规则评估；`bole doctor` 可查看连接状态。",
        ),
    }


class ModelAnswerInvalid(ModelError):
    """The language model's answer does not have the agreed form; facts: `reason`."""

    code = "model_answer_invalid"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model's answer could not be used ({reason}).",
            "Try again, or choose a rule-based assessment. Nothing was scored.",
        ),
        "zh": ("语言模型的回答无法使用（{reason}）。", "请重试，或选择规则评估。没有产生任何评分。"),
    }


class ContextTooSmall(ModelError):
    """Not one of the resumes fits into what the language model can read at once; facts: `tokens`."""

    code = "context_too_small"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model can read {tokens} tokens at once; beside the question no resume fits.",
            "Start its server with a larger `--max-model-len`, or search the resumes instead.",
        ),
        "zh": (
            "语言模型一次只能读 {tokens} 个 token，除去问题和回答，一份简历也放不下。",
            "请用更大的 `--max-model-len` 启动模型服务，或改为检索简历。",
        ),
    }


class EmbeddingError(RecruitingError):
    """The embedding model cannot be loaded or asked; facts: `model`, `reason`."""

    code = "embedding"
    wording: ClassVar[Wording] = {
        "en": ("The embedding model {model} cannot be used: {reason}", "Check BOLE_EMBEDDING; see `bole doctor`."),
        "zh": ("无法使用嵌入模型 {model}：{reason}", "请检查 BOLE_EMBEDDING，并运行 `bole doctor`。"),
    }


class CalibrationError(RecruitingError):
    """A line between strong and weak matches could not be drawn."""

    code = "calibration"


class NotPairs(CalibrationError):
    """A file in which no labelled pairs are found; facts: `file`."""

    code = "not_pairs"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} holds no table of labelled pairs that could be read.",
            "Save it as CSV with three columns whose first row names them: query, text, label (1 or 0, yes or no).",
        ),
        "zh": (
            "{file} 里没有可读取的带标注的文本对。",
            "请存为 CSV，第一行写列名：要求、简历、是否匹配（1 或 0，是或否）。",
        ),
    }


class TooFewPairs(CalibrationError):
    """Fewer labelled pairs than a line can be drawn from; facts: `matching`, `others`, `least`."""

    code = "too_few_pairs"
    wording: ClassVar[Wording] = {
        "en": (
            "{matching} pairs that match and {others} that do not are too few to draw a line from.",
            "Label more: at least {least} of each, and better some hundreds in all.",
        ),
        "zh": (
            "匹配的文本对 {matching} 对，不匹配的 {others} 对，太少，无法据此定线。",
            "请再标注一些：两类各至少 {least} 对，最好共有数百对。",
        ),
    }


class OneLabelOnly(CalibrationError):
    """All pairs bear the same label; facts: `pairs`."""

    code = "one_label"
    wording: ClassVar[Wording] = {
        "en": (
            "All {pairs} pairs bear the same label, so there is nothing to tell apart.",
            "Add pairs of the other kind: those that match and those that only look alike.",
        ),
        "zh": ("{pairs} 对文本的标注全都相同，无从区分。", "请补充另一类：既要有匹配的，也要有看似相近但不匹配的。"),
    }


class PrecisionUnreachable(CalibrationError):
    """No line gives the precision that was asked for; facts: `asked`, `best`, `line`."""

    code = "precision_unreachable"
    wording: ClassVar[Wording] = {
        "en": (
            "No line gives a precision of {asked} on these pairs; the best is {best}, at {line}.",
            "Ask for less with --precision, check the labels near the top, or add pairs.",
        ),
        "zh": (
            "在这些文本对上没有一条线能达到 {asked} 的精确率；最高为 {best}（线在 {line}）。",
            "可以用 --precision 降低目标，检查相似度最高的几对标注是否有误，或补充更多文本对。",
        ),
    }


class RerankerError(RecruitingError):
    """The reranker cannot be asked, or its answer cannot be used; facts: `url`, `reason`."""

    code = "reranker"
    wording: ClassVar[Wording] = {
        "en": (
            "The reranker at {url} cannot be used: {reason}",
            "Match without it (the first stage's order then stands), or check BOLE_RERANKER_URL; see `bole doctor`.",
        ),
        "zh": (
            "无法使用位于 {url} 的重排模型：{reason}",
            "可以不用重排直接匹配（保持初次检索的顺序），或检查 BOLE_RERANKER_URL；可运行 `bole doctor` 查看。",
        ),
    }


class StorageError(RecruitingError):
    """Records or files could not be kept or fetched; facts: `place`, `reason`."""

    code = "storage"
    wording: ClassVar[Wording] = {
        "en": ("{place} could not be used: {reason}", "Check the place and its permissions; see `bole doctor`."),
        "zh": ("无法使用 {place}：{reason}", "请检查该位置及其权限，并运行 `bole doctor`。"),
    }


class StorageFull(StorageError):
    """No space left where records or files are kept; facts: `place`."""

    code = "storage_full"
    wording: ClassVar[Wording] = {
        "en": ("There is no space left for {place}.", "Free some space and try again; what was kept before is safe."),
        "zh": ("{place} 所在的磁盘空间不足。", "请清理磁盘后重试；此前保存的内容不受影响。"),
    }


class StorageUnavailable(StorageError):
    """The database or folder does not open, does not answer, or is busy for too long; facts: `place`, `reason`."""

    code = "storage_unavailable"
    wording: ClassVar[Wording] = {
        "en": (
            "{place} does not open or does not answer: {reason}",
            "Check that it exists, that it is running and that you may use it, then try again; see `bole doctor`.",
        ),
        "zh": (
            "{place} 无法打开或没有响应：{reason}",
            "请确认它存在、正在运行且有权限使用，然后重试；可运行 `bole doctor` 查看。",
        ),
    }


class StorageDamaged(StorageError):
    """What was kept is not what was found; facts: `place`."""

    code = "storage_damaged"
    wording: ClassVar[Wording] = {
        "en": ("{place} is damaged.", "Restore it from a backup, or move it away and add its content again."),
        "zh": ("{place} 已损坏。", "请从备份恢复，或将其移走后重新添加内容。"),
    }


class StorageNewer(StorageError):
    """The database was made by a newer version of this program; facts: `place`, `revision`."""

    code = "storage_newer"
    wording: ClassVar[Wording] = {
        "en": (
            "{place} was made by a newer version of Bole (revision {revision}).",
            "Update Bole, or choose another database with BOLE_DATABASE_URL. Nothing was changed.",
        ),
        "zh": (
            "{place} 由更新版本的伯乐创建（版本 {revision}）。",
            "请升级伯乐，或用 BOLE_DATABASE_URL 指定其他数据库。没有改动任何内容。",
        ),
    }


class SettingsError(RecruitingError):
    """A setting that cannot work; facts: `setting`, `reason`."""

    code = "settings"
    wording: ClassVar[Wording] = {
        "en": ("The setting {setting} cannot work: {reason}", "Correct it in the environment or in .env."),
        "zh": ("设置 {setting} 无效：{reason}", "请在环境变量或 .env 中改正。"),
    }


class ServingError(RecruitingError):
    """The models cannot be served on this machine."""

    code = "serving"


class WeightsMissing(ServingError):
    """No usable checkpoint at the place; facts: `place`, `reason`."""

    code = "weights_missing"
    wording: ClassVar[Wording] = {
        "en": (
            "There are no usable weights at {place}: {reason}",
            (
                "A checkpoint has config.json, a tokenizer and *.safetensors files. Download it again, or choose "
                "another place with WEIGHTS=huggingface, WEIGHTS=modelscope or WEIGHTS=/a/folder. Nothing was started."
            ),
        ),
        "zh": (
            "{place} 没有可用的模型权重：{reason}",
            (
                "完整的模型包含 config.json、分词器和 *.safetensors 文件。请重新下载，或用 WEIGHTS=huggingface、"
                "WEIGHTS=modelscope 或 WEIGHTS=/文件夹 指定其他来源。没有启动任何服务。"
            ),
        ),
    }


class HubUnreachable(ServingError):
    """The hub that should bring the weights does not answer; facts: `url`, `reason`."""

    code = "hub_unreachable"
    wording: ClassVar[Wording] = {
        "en": (
            "The model hub {url} does not answer: {reason}",
            (
                "Check the network or the proxy, use the other hub (WEIGHTS=huggingface or WEIGHTS=modelscope), or "
                "copy the models into a folder and name it with WEIGHTS=/a/folder. Nothing was started."
            ),
        ),
        "zh": (
            "模型仓库 {url} 没有响应：{reason}",
            (
                "请检查网络或代理，换用另一个仓库（WEIGHTS=modelscope 或 WEIGHTS=huggingface），或把模型复制到本地后用 "
                "WEIGHTS=/文件夹 指定。没有启动任何服务。"
            ),
        ),
    }


class TooLittleMemory(ServingError):
    """Less memory than the models need; facts: `found`, `usable`, `needed`, each in GiB."""

    code = "too_little_memory"
    wording: ClassVar[Wording] = {
        "en": (
            "The models need {needed} GiB; of the {found} GiB found here {usable} may be used.",
            (
                "Serve one model only (MODELS=chat; the bundled embedding then does the matching), use smaller weights "
                "(QUANTIZATION=fp8, or awq or gptq with CHAT_MODEL=...), or take a machine with more memory."
            ),
        ),
        "zh": (
            "模型需要 {needed} GiB 内存；本机找到 {found} GiB，其中 {usable} GiB 可用。",
            (
                "可以只启动一个模型（MODELS=chat，匹配改用内置向量模型），使用更小的权重（QUANTIZATION=fp8，"
                "或 awq、gptq 并指定 CHAT_MODEL=…），或换一台内存更大的机器。"
            ),
        ),
    }


class GpuNeeded(ServingError):
    """A precision that only a GPU serves was asked for, and there is none; facts: `setting`."""

    code = "gpu_needed"
    wording: ClassVar[Wording] = {
        "en": (
            "{setting}=fp8 needs a GPU, and none was found.",
            "Leave {setting} out: without a GPU bf16 is served. If there is a GPU, see whether `nvidia-smi` lists it.",
        ),
        "zh": (
            "{setting}=fp8 需要 GPU，但本机未找到 GPU。",
            "请去掉 {setting}，没有 GPU 时使用 bf16；如果本机装有 GPU，请检查 `nvidia-smi` 能否列出它。",
        ),
    }


class EngineMissing(ServingError):
    """vLLM is not installed; facts: `python`."""

    code = "engine_missing"
    wording: ClassVar[Wording] = {
        "en": ("vLLM is not installed: there is no {python}.", "Start with `make serve`, which installs it."),
        "zh": ("没有安装 vLLM：找不到 {python}。", "请用 `make serve` 启动，它会先安装。"),
    }


class PortTaken(ServingError):
    """Another program answers at the port; facts: `port`."""

    code = "port_taken"
    wording: ClassVar[Wording] = {
        "en": ("Another program uses port {port}.", "End it, or choose another with CHAT_PORT and EMBEDDING_PORT."),
        "zh": ("端口 {port} 已被其他程序占用。", "请关闭该程序，或用 CHAT_PORT、EMBEDDING_PORT 指定其他端口。"),
    }


class ServerEnded(ServingError):
    """A model server ended or did not start; facts: `name`, `reason`, `log`."""

    code = "server_ended"
    wording: ClassVar[Wording] = {
        "en": (
            "The server of {name} {reason}. Its last lines:\n{log}",
            "Both servers were ended. See the lines above.",
        ),
        "zh": ("{name} 的服务异常（{reason}）。最后几行日志：\n{log}", "两个服务都已停止，请根据上面的日志处理。"),
    }
