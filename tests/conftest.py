"""What holds for every test: no model hub, threads that sleep while they wait, and settings that nobody else made."""

from __future__ import annotations

import os

import hypothesis
import pytest

# Read once, when torch is first imported. Threads that spin while they wait cost whole time slices on few cores.
os.environ["OMP_WAIT_POLICY"] = "passive"
os.environ["HF_HUB_OFFLINE"] = "1"
for setting in [name for name in os.environ if name.upper().startswith("BOLE_")]:
    del os.environ[setting]

from retrieval.local_embedding import LocalEmbedding  # noqa: E402  after the environment is prepared

hypothesis.settings.register_profile("bole", deadline=None)  # a busy machine is slow, not wrong
hypothesis.settings.load_profile("bole")


@pytest.fixture(scope="session")
def bundled() -> LocalEmbedding:
    """The embedding that comes with the installation, loaded once."""
    return LocalEmbedding()
