"""vLLM's worker for CPUs with seeds that survive a prompt read in parts; runs in vLLM's environment, not in Bole's.

A long prompt is read in parts, and what is sampled after any part but the last is thrown away. So that the same seed
gives the same answer, vLLM 0.32 then sets the request's random generator back by its offset, which generators on CPUs
do not have: the whole engine ends with “CPU Generator does not use offset” at the first long prompt with a seed. Here
the state is kept before sampling and put back after it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from vllm.v1.worker import cpu_worker
from vllm.v1.worker.cpu_model_runner import CPUModelRunner


class SeededRunner(CPUModelRunner):  # type: ignore[misc]  # vLLM is not installed where types are checked
    """Sets generators back by their state."""

    def _sample(self, *given: Any, **named: Any) -> Any:
        unfinished = self._of_unfinished_prompts()
        states = [generator.get_state() for generator in unfinished.values()]
        sampled = super()._sample(*given, **named)
        for generator, state in zip(unfinished.values(), states, strict=True):
            generator.set_state(state)
        return sampled

    def _bookkeeping_sync(self, *given: Any, **named: Any) -> Any:
        unfinished = self._of_unfinished_prompts()
        for place in unfinished:  # set back already: out of the sight of what would do it by offset
            del self.input_batch.generators[place]
        try:
            return super()._bookkeeping_sync(*given, **named)
        finally:
            self.input_batch.generators.update(unfinished)

    def _of_unfinished_prompts(self) -> dict[int, torch.Generator]:
        places = np.nonzero(self.discard_request_mask.np[: self.input_batch.num_reqs])[0]
        seeded: dict[int, torch.Generator] = self.input_batch.generators
        return {int(place): seeded[int(place)] for place in places if int(place) in seeded}


class CpuWorker(cpu_worker.CPUWorker):  # type: ignore[misc]
    """The worker that runs `SeededRunner`."""

    def init_device(self) -> None:
        """Makes the runner that the engine's own code makes, of the class above."""
        own = cpu_worker.CPUModelRunner
        cpu_worker.CPUModelRunner = SeededRunner
        try:
            super().init_device()
        finally:
            cpu_worker.CPUModelRunner = own
