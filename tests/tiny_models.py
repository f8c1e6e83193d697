"""The tiny checkpoints, made where `make serve-tiny` makes them too."""

from deploy.tiny_models import MAX_TOKENS, WIDTH, make_qwen3_chat, make_qwen3_embedding, make_qwen3_reranker

__all__ = ["MAX_TOKENS", "WIDTH", "make_qwen3_chat", "make_qwen3_embedding", "make_qwen3_reranker"]
