"""Makes, in a second, checkpoints laid out like Qwen3's: two layers, random weights, a tokenizer of their own."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM, Qwen3Model

WIDTH = 64
MAX_TOKENS = 512
END = "<|endoftext|>"
SPECIAL = [END, "<|im_start|>", "<|im_end|>"]

LIKELIER = {'"': 32.0, "<|im_end|>": 18.0}
"""At every place the first then has a probability of about 0.1 and the second of 0.05, instead of one in 400: strings
of some ten tokens and texts of some twenty, so that a server on two cores writes dozens of answers a minute."""

_CHAT_TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_WORDS = [
    "Led a team of five engineers building a search platform on Kubernetes",
    "Instruct: Given a search query, retrieve relevant passages that answer the query\nQuery:",
    "负责推荐系统的设计与开发，熟悉 Python 和分布式系统，具有五年以上工作经验",
    "yes\nno\n" * 20,  # often enough that each is one token, as the reranker needs
]


def make_qwen3_embedding(folder: Path, seed: int = 0, max_tokens: int = MAX_TOKENS) -> Path:
    """A folder that sentence-transformers loads as it loads Qwen3-Embedding: last token, normalised, own prompts."""
    tokenizer = _tokenizer(max_tokens)
    # As in Qwen3-Embedding: the text's end is marked, and the vector is read there.
    tokenizer.backend_tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {END}", special_tokens=[(END, tokenizer.convert_tokens_to_ids(END))]
    )
    tokenizer.save_pretrained(folder)
    torch.manual_seed(seed)
    Qwen3Model(_config(tokenizer)).save_pretrained(folder)
    _layout(folder)
    return folder


def make_qwen3_reranker(folder: Path, seed: int = 0, max_tokens: int = MAX_TOKENS) -> Path:
    """A folder laid out like Qwen3-Reranker: a language model whose next word after the prompt is “yes” or “no”."""
    tokenizer = _tokenizer(max_tokens)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(seed)
    Qwen3ForCausalLM(_config(tokenizer)).save_pretrained(folder)
    return folder


def make_qwen3_chat(folder: Path, seed: int = 0, max_tokens: int = MAX_TOKENS) -> Path:
    """A folder laid out like Qwen3-Instruct: a language model with a chat template, which writes nonsense.

    Its texts end: the marks that end a string or an answer are made likelier, or every string would run to its limit.
    """
    tokenizer = _tokenizer(max_tokens)
    tokenizer.chat_template = _CHAT_TEMPLATE
    tokenizer.save_pretrained(folder)
    torch.manual_seed(seed)
    # With a head of its own, unlike the 4B model: what makes a word likelier must not change how it is read.
    model = Qwen3ForCausalLM(_config(tokenizer, tied=False))
    _make_likelier(model, {tokenizer.get_vocab()[mark]: by for mark, by in LIKELIER.items()})
    model.save_pretrained(folder)
    return folder


def _make_likelier(model: Qwen3ForCausalLM, tokens: dict[int, float]) -> None:
    """One number of the state is the same at every place, and the head's rows of the tokens point along it."""
    with torch.no_grad():
        rows = model.model.embed_tokens.weight
        rows[:, 0] = 1.0
        for layer in model.model.layers:
            layer.self_attn.o_proj.weight[0] = 0.0  # nothing else writes it
            layer.mlp.down_proj.weight[0] = 0.0
        model.lm_head.weight.copy_(rows)
        for token, by in tokens.items():
            model.lm_head.weight[token, 0] = by


def _tokenizer(max_tokens: int) -> PreTrainedTokenizerFast:
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    bpe.train_from_iterator(
        _WORDS, trainers.BpeTrainer(vocab_size=400, special_tokens=SPECIAL, initial_alphabet=alphabet)
    )
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=bpe,
        eos_token="<|im_end|>",  # noqa: S106  a mark, not a password
        pad_token=END,
        padding_side="left",
        model_max_length=max_tokens,
    )


def _config(tokenizer: PreTrainedTokenizerFast, tied: bool = True) -> Qwen3Config:
    return Qwen3Config(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        intermediate_size=2 * WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,  # as few as can share keys: over 150,000 tokens, attention is most of the work
        num_key_value_heads=1,
        head_dim=32,  # the smallest that vLLM computes on CPUs
        max_position_embeddings=tokenizer.model_max_length,
        tie_word_embeddings=tied,  # as in the 4B models
        initializer_range=0.2,  # ten times the usual, so that random weights tell texts well apart
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        dtype="float32",
    )


def _layout(folder: Path) -> None:
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    listed = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for n, (path, kind) in enumerate(modules)
    ]
    pooling = {"word_embedding_dimension": WIDTH, "pooling_mode_lasttoken": True, "include_prompt": True}
    prompts = {
        "query": "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
        "document": "",
    }
    _write(folder / "modules.json", listed)
    _write(folder / "1_Pooling" / "config.json", {"pooling_mode_mean_tokens": False, **pooling})
    _write(folder / "config_sentence_transformers.json", {"prompts": prompts, "similarity_fn_name": "cosine"})


def _write(file: Path, content: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
