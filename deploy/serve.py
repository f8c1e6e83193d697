"""`make serve`: both models on this machine, watched together: `python -m deploy.serve --help`."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, get_args

from commands.output import fail
from deploy.machine import bandwidth, free_memory, gpus, words_on_speed
from deploy.models import CHAT, EMBEDDING, MODELS, WEIGHT_BYTES, Role, Weights
from deploy.plan import Planned, Wishes, planned, told
from deploy.running import Running, started, watch
from deploy.sizing import KvCache
from deploy.vllm import CPU_PYTHON
from deploy.weights import HUBS, checkpoint
from records.errors import RecruitingError, SettingsError

FEW_AT_ONCE: Final = "BOLE_LLM_CONCURRENCY=4"
"""Without a GPU: two cores read some 45 tokens a second (docs/benchmarks.md), so four prompts of 6,000 tokens are read
within the ten minutes that Bole waits for the first word of an answer, and answered within the half hour that it waits
for a whole one in a batch; the usual number of them is not."""
START_SECONDS: Final = 3600.0
"""The first start downloads 16 GB; one that fails ends by itself and is told at once."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Starts the servers and stays until Ctrl-C or until one of them ends."""
    chosen = _parser().parse_args(arguments)
    try:
        serve(wishes_of(chosen), chosen.weights, chosen.chat_model)
    except RecruitingError as error:
        fail(error)


def serve(wishes: Wishes, weights: str, chat_model: str) -> None:
    """Plans, looks for the weights, then starts one server after the other, so that each finds its memory free."""
    found = gpus()
    plans = planned(wishes, found, free_memory())
    names = {CHAT.role: chat_model or CHAT.name, EMBEDDING.role: EMBEDDING.name}
    places = {plan.serving.model.role: checkpoint(weights, names[plan.serving.model.role]) for plan in plans}
    if not found:
        _say(f"no GPU found; {words_on_speed(bandwidth(), WEIGHT_BYTES['bf16'])}")
    keep_running([placed(plan, *places[plan.serving.model.role]) for plan in plans])


def keep_running(plans: Sequence[Planned]) -> None:
    """Until Ctrl-C, or until one server ends: then all of them do."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory(prefix="bole-serve-") as logs, ExitStack() as running:
        try:
            servers: list[Running] = []
            for plan in plans:
                _say(told(plan))
                log = Path(logs) / f"{plan.serving.model.role}.log"
                servers.append(running.enter_context(started(plan.serving, log, plan.environment)))
                servers[-1].ready(START_SECONDS)
                _say(f"  answers at {servers[-1].url}")
            _say(settings_for(servers))
            watch(servers)
        except KeyboardInterrupt:
            _say("ended")


def settings_for(servers: Sequence[Running]) -> str:
    """The settings with which Bole asks these servers."""
    names = {"chat": "BOLE_LLM_URL", "embedding": "BOLE_EMBEDDING"}
    told_as = [f"{names[server.serving.model.role]}={server.url}/v1" for server in servers]
    if any(server.serving.python == CPU_PYTHON and server.serving.model == CHAT for server in servers):
        told_as.append(FEW_AT_ONCE)
    return "start Bole with: " + " ".join([*told_as, "make chat"])


def wishes_of(chosen: argparse.Namespace) -> Wishes:
    """The arguments as wishes; raises `SettingsError` for four-bit weights without the name of a checkpoint."""
    if chosen.quantization in {"awq", "gptq"} and not chosen.chat_model:
        reason = "AWQ and GPTQ weights are checkpoints of their own; name one with CHAT_MODEL"
        raise SettingsError(setting="QUANTIZATION", reason=reason)
    ports: dict[Role, int] = {"chat": chosen.chat_port, "embedding": chosen.embedding_port}
    return Wishes(roles_of(chosen.models), chosen.quantization, chosen.kv_cache, chosen.host, ports)


def roles_of(models: str) -> tuple[Role, ...]:
    """The roles that `--models` names: one of them, or both."""
    return tuple(role for role in MODELS if models in {role, "both"})


def placed(plan: Planned, weights: str, environment: dict[str, str]) -> Planned:
    """The plan with the weights that were found, and what the environment must hold for them."""
    serving = replace(plan.serving, weights=weights)
    return replace(plan, serving=serving, environment={**plan.environment, **environment})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make serve", description=__doc__)
    parser.add_argument("--weights", default="huggingface", help=f"{', '.join(HUBS)}, or a folder with the models")
    parser.add_argument("--models", default="both", choices=["both", *MODELS])
    parser.add_argument("--quantization", default="bf16", choices=get_args(Weights))
    parser.add_argument("--kv-cache", default="auto", choices=get_args(KvCache))
    parser.add_argument("--chat-model", default="", help="a checkpoint other than the published one, such as AWQ's")
    parser.add_argument("--host", default="127.0.0.1", help="where to listen; set VLLM_API_KEY before you change it")
    parser.add_argument("--chat-port", type=int, default=CHAT.port)
    parser.add_argument("--embedding-port", type=int, default=EMBEDDING.port)
    return parser


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
