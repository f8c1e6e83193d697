"""A fleet of machines that screens."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class FleetError(RecruitingError):
    """A fleet run cannot be done; facts: `reason`."""

    code = "fleet"


class FleetUnavailable(FleetError):
    """Ray is not installed."""

    code = "fleet_unavailable"
    wording: ClassVar[Wording] = {
        "en": (
            "Ray is not installed, and a fleet runs on it.",
            "Install Bole with its extra `fleet`, or: pip install 'ray[data]>=2.60,<3'.",
        ),
        "zh": (
            "没有安装 Ray，机群筛选需要它。",
            "请安装 Bole 的可选组件 fleet，或运行：pip install 'ray[data]>=2.60,<3'。",
        ),
    }


class FleetUnreachable(FleetError):
    """No Ray cluster answers, or none can be started; facts: `address`, `reason`."""

    code = "fleet_unreachable"
    wording: ClassVar[Wording] = {
        "en": (
            "The Ray cluster {address} cannot be used: {reason}",
            (
                "Check the address (host:6379, or auto on a machine of the cluster) and that the versions of Ray and "
                "Python are the same there; without --address this machine does the work."
            ),
        ),
        "zh": (
            "无法使用 Ray 集群 {address}：{reason}",
            (
                "请检查地址（如 host:6379，在集群机器上可用 auto），并确认两边的 Ray 与 Python 版本相同；"
                "不写 --address 则在本机运行。"
            ),
        ),
    }


class FleetStopped(FleetError):
    """A run ended before its last file; facts: `finished`, `files`, `reason`."""

    code = "fleet_stopped"
    wording: ClassVar[Wording] = {
        "en": (
            "The fleet stopped after {finished} of {files} files: {reason}",
            "What is finished is kept. Run the same command again; it does only what is missing.",
        ),
        "zh": (
            "机群在完成 {finished}/{files} 份后停止：{reason}",
            "已完成的都保留了。请再次运行同一命令，只会补做缺少的部分。",
        ),
    }


class NotScreened(FleetError):
    """A file that no worker finished; facts: `file`."""

    code = "not_screened"
    wording: ClassVar[Wording] = {
        "en": ("{file}: no worker finished it.", "Run the same command again; it does only what is missing."),
        "zh": ("{file}：没有任何工作进程完成它。", "请再次运行同一命令，只会补做缺少的部分。"),
    }


class PlaceUnusable(FleetError):
    """A folder or bucket that cannot be listed, read or written; facts: `place`, `reason`."""

    code = "place_unusable"
    wording: ClassVar[Wording] = {
        "en": (
            "{place} cannot be used: {reason}",
            "Name a folder that every machine of the fleet sees under the same path, or a bucket such as s3://name/folder.",
        ),
        "zh": (
            "无法使用 {place}：{reason}",
            "请指定机群每台机器都能以同一路径访问的文件夹，或存储桶地址，例如 s3://name/folder。",
        ),
    }


class KeysInAddress(FleetError):
    """The address of a bucket holds keys, which would be kept with the results; facts: `place`, without them."""

    code = "keys_in_address"
    wording: ClassVar[Wording] = {
        "en": (
            "The address of {place} holds access keys.",
            "Set them in the environment, as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: results keep addresses.",
        ),
        "zh": (
            "{place} 的地址里写有访问密钥。",
            "请改用环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY：地址会随结果一起保存。",
        ),
    }


class OtherFleetRun(FleetError):
    """The place for the results holds those of another job; facts: `place`."""

    code = "other_fleet_run"
    wording: ClassVar[Wording] = {
        "en": (
            "{place} holds the results of another posting, folder or assessor.",
            "Choose another place with --to, or leave it out.",
        ),
        "zh": ("{place} 里是另一个岗位、文件夹或评估方式的结果。", "请用 --to 指定其他位置，或不写 --to。"),
    }


class NoFleetResults(FleetError):
    """Nothing to be imported; facts: `place`."""

    code = "no_fleet_results"
    wording: ClassVar[Wording] = {
        "en": ("There are no results of a fleet in {place}.", "Name the place that `bole fleet` printed at its end."),
        "zh": ("{place} 里没有机群筛选的结果。", "请填写 `bole fleet` 结束时给出的位置。"),
    }


class FleetOutdated(FleetError):
    """Results that another version of the reader read; facts: `place`."""

    code = "fleet_outdated"
    wording: ClassVar[Wording] = {
        "en": (
            "The results in {place} come from another version of Bole.",
            "Run `bole fleet` with this version, on every machine of the fleet, and another --to.",
        ),
        "zh": (
            "{place} 里的结果来自另一个版本的 Bole。",
            "请让机群每台机器都使用当前版本，换一个 --to 重新运行 `bole fleet`。",
        ),
    }
