"""Records and files that could not be kept or fetched."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


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
