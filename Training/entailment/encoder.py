"""MiniLM (a BERT of six layers), each text read by itself."""
import json

import torch
from safetensors.torch import load_file
from tokenizers import BertWordPieceTokenizer
from torch import nn
from torch.nn import functional as F

LONGEST = 110  # tokens of a text that are read
MIDDLE = 3  # after this layer rows are kept besides the last
START, END = 101, 102


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask, drop):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop if self.training else 0)
        x = self.norm1(x + F.dropout(self.out(a.transpose(1, 2).reshape(b, n, w)), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Encoder(nn.Module):
    """Weights as `sentence-transformers/all-MiniLM-L6-v2` publishes them."""

    def __init__(self, folder, drop=0.1, frozen=2):
        super().__init__()
        shape = json.load(open(f"{folder}/config.json"))
        weights = load_file(f"{folder}/model.safetensors")
        width = shape["hidden_size"]
        self.drop, self.width = drop, width
        self.words = nn.Embedding(shape["vocab_size"], width)
        self.places = nn.Embedding(shape["max_position_embeddings"], width)
        self.sides = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, shape["num_attention_heads"], shape["intermediate_size"]) for _ in range(shape["num_hidden_layers"]))
        with torch.no_grad():
            e = "embeddings."
            self.words.weight.copy_(weights[e + "word_embeddings.weight"])
            self.places.weight.copy_(weights[e + "position_embeddings.weight"])
            self.sides.weight.copy_(weights[e + "token_type_embeddings.weight"])
            self.load(self.norm, weights, e + "LayerNorm")
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    parts = [weights[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                self.load(layer.out, weights, p + "attention.output.dense")
                self.load(layer.norm1, weights, p + "attention.output.LayerNorm")
                self.load(layer.up, weights, p + "intermediate.dense")
                self.load(layer.down, weights, p + "output.dense")
                self.load(layer.norm2, weights, p + "output.LayerNorm")
        for module in [self.words, self.places, self.sides, self.norm, *self.layers[:frozen]]:
            module.requires_grad_(False)

    @staticmethod
    def load(module, weights, name):
        module.weight.copy_(weights[name + ".weight"])
        module.bias.copy_(weights[name + ".bias"])

    def forward(self, texts):
        """Lists of tokens -> rows one behind the other (the middle layer's and the last one's, each of length 1), then a row of zeros;
        and where each text's rows begin."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        begins, rows, at = [0] * len(texts), [], 0
        for s in range(0, len(order), 32):
            batch = order[s:s + 32]
            longest = max(len(texts[i]) for i in batch) + 2
            ids = torch.zeros(len(batch), longest, dtype=torch.long)
            mask = torch.zeros(len(batch), longest, dtype=torch.bool)
            for row, i in enumerate(batch):
                tokens = [START] + texts[i] + [END]
                ids[row, : len(tokens)] = torch.tensor(tokens)
                mask[row, : len(tokens)] = 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = self.words(ids) + self.places.weight[:longest] + self.sides(torch.zeros_like(ids))
                x = F.dropout(self.norm(x), self.drop, self.training)
                kept = []
                for layer in self.layers:
                    x = layer(x, mask[:, None, None, :], self.drop)
                    kept.append(x)
            both = torch.cat([F.normalize(kept[MIDDLE - 1].float(), dim=-1), F.normalize(kept[-1].float(), dim=-1)], -1)
            for row, i in enumerate(batch):
                begins[i] = at
                at += len(texts[i])
                rows.append(both[row, 1 : 1 + len(texts[i])])
        return torch.cat(rows + [torch.zeros(1, 2 * self.width)]), begins


def tokenizer(folder):
    return BertWordPieceTokenizer(f"{folder}/vocab.txt", lowercase=True)
