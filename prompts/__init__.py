"""Says: one template per task and language, and what fills them."""

from prompts.templates import Prompt, fill, harmless, numbered, prompt, wording_hash

__all__ = ["Prompt", "fill", "harmless", "numbered", "prompt", "wording_hash"]
