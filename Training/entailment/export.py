"""Writes a trained reader as Sources/LocalInference/Entailment reads it: matrices as bytes with a scale a row, small parts in single precision.

  export.py --encoder MINILM --claims Training/claims --collections FOLDER READER.pt FILE.safetensors"""
import argparse

import numpy as np
import torch
from safetensors.numpy import save_file

from encoder import LONGEST, tokenizer
from material import Material

NAMES = (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
         ("down", "output.dense"), ("norm2", "output.LayerNorm"))


def published(state):
    """The encoder's tensors by the names its makers give them. Positions beyond the longest text are left out."""
    e = "embeddings."
    yield e + "word_embeddings.weight", state["words.weight"]
    yield e + "position_embeddings.weight", state["places.weight"][: LONGEST + 18]
    yield e + "token_type_embeddings.weight", state["sides.weight"]
    for kind in ("weight", "bias"):
        yield f"{e}LayerNorm.{kind}", state[f"norm.{kind}"]
    layer = 0
    while f"layers.{layer}.qkv.weight" in state:
        for kind in ("weight", "bias"):
            for part, value in zip(("query", "key", "value"), np.split(state[f"layers.{layer}.qkv.{kind}"], 3)):
                yield f"encoder.layer.{layer}.attention.self.{part}.{kind}", value
            for ours, theirs in NAMES:
                yield f"encoder.layer.{layer}.{theirs}.{kind}", state[f"layers.{layer}.{ours}.{kind}"]
        layer += 1


def quantised(matrix):
    scale = np.abs(matrix).max(axis=1) / np.float32(127)
    return np.clip(np.round(matrix / np.where(scale > 0, scale, 1)[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def export(state, rarity, folder, path):
    state = {name: value.detach().float().numpy() for name, value in state.items()}
    vocabulary = np.frombuffer(open(f"{folder}/vocab.txt", "rb").read(), np.uint8)
    tensors = {"configuration": np.array([12, 1e-12], np.float32), "vocabulary": vocabulary, "rarity": rarity.astype(np.float32)}
    encoder = {name.removeprefix("encoder."): value for name, value in state.items() if name.startswith("encoder.")}
    for name, value in published(encoder):
        if value.ndim == 2 and "position" not in name and "token_type" not in name:
            tensors[name], tensors[name + ".scale"] = quantised(value)
        else:
            tensors[name] = np.ascontiguousarray(value, np.float32)
    for name, value in state.items():
        if name.startswith("comparison."):
            tensors["compare." + name.removeprefix("comparison.")] = np.ascontiguousarray(np.atleast_1d(value), np.float32)
    save_file(tensors, path)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--encoder", required=True)
    a.add_argument("--claims", required=True)
    a.add_argument("--collections")
    a.add_argument("trained")
    a.add_argument("file")
    o = a.parse_args()
    export(torch.load(o.trained), Material(tokenizer(o.encoder), o.claims, o.collections).rarity, o.encoder, o.file)
