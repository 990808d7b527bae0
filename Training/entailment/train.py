"""Trains the reader of claims. First the comparison on MiniLM as it is (--frozen 6), then both together:

  train.py --encoder MINILM --claims Training/claims --collections FOLDER --frozen 6 --epochs 6 --rate 1e-3 --out first.pt
  train.py --encoder MINILM --claims Training/claims --collections FOLDER --frozen 2 --epochs 4 --rate 4e-4 --from first.pt --out reader.pt

A fifth of the sources is kept aside and measured at the end, as is whatever of the folder may not be trained on."""
import argparse
import collections
import hashlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from comparison import Comparison
from encoder import Encoder, tokenizer
from material import Material

MOST_EVIDENCE = 260


def claim_alone(material, pairs, folds=4, steps=25):
    """The odds a model of the claim's words alone gives, for each pair by one that was not trained on its source: what the reader is not to learn
    (Clark et al. 2019, a product of experts)."""
    def words(pair):
        ids = material.ids[pair.claim]
        return sorted(set(ids) | {30522 + min(15, len(ids) // 3)} | {(a * 31 + b) % 8192 + 31000 for a, b in zip(ids, ids[1:])})

    side = np.array([int(hashlib.sha256(("b" + p.item.source).encode()).hexdigest(), 16) % folds for p in pairs])
    bags = [words(p) for p in pairs]
    flat = torch.tensor([w for bag in bags for w in bag])
    begins = torch.tensor(np.concatenate([[0], np.cumsum([len(b) for b in bags])[:-1]]))
    scale = torch.tensor([2 / len(b) ** 0.5 for b in bags])
    wanted = torch.tensor([float(p.item.supported) for p in pairs])
    odds = np.zeros(len(pairs), np.float32)
    for fold in range(folds):
        weights = nn.EmbeddingBag(40000, 1, mode="sum")
        nn.init.zeros_(weights.weight)
        constant = nn.Parameter(torch.zeros(1))
        optimiser = torch.optim.Adam([*weights.parameters(), constant], lr=0.02)
        others = torch.tensor(side != fold)
        for _ in range(steps):
            z = weights(flat, begins)[:, 0] * scale + constant
            loss = F.binary_cross_entropy_with_logits(z[others], wanted[others]) + 2e-5 * (weights.weight**2).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        odds[side == fold] = z.detach().numpy()[side == fold]
    return odds


class Reader(nn.Module):
    def __init__(self, material, folder, frozen):
        super().__init__()
        self.material, self.encoder, self.comparison = material, Encoder(folder, frozen=frozen), Comparison()

    def forward(self, pairs):
        """-> the four answers of `Comparison`, and what was marked: at fault a claim token, deciding an evidence token, -1 where nobody said."""
        m = self.material
        used = sorted({t for p in pairs for t in [p.claim, *p.sentences]})
        rows, begins = self.encoder([m.ids[t] for t in used])
        begin = dict(zip(used, begins))
        nowhere = len(rows) - 1
        width = max(1, max(len(m.ids[p.claim]) for p in pairs))
        length = min(MOST_EVIDENCE, max(1, max(sum(len(m.ids[t]) for t in p.sentences) for p in pairs)))

        def table(columns, fill, kind):
            return np.full((len(pairs), columns), fill, kind)

        claim, cm, crare, cid, fault = (table(width, f, k) for f, k in ((nowhere, int), (0, bool), (0, np.float32), (0, int), (-1, np.float32)))
        evidence, em, erare, eid, deciding, sentence = (
            table(length, f, k) for f, k in ((nowhere, int), (0, bool), (0, np.float32), (0, int), (-1, np.float32), (-1, int)))
        for row, pair in enumerate(pairs):
            item, ids = pair.item, m.ids[pair.claim]
            n = len(ids)
            claim[row, :n], cm[row, :n], crare[row, :n], cid[row, :n] = begin[pair.claim] + np.arange(n), 1, m.rarity[ids], ids
            if item.verdict >= 0 and (item.supported or item.fault):
                start, end = item.fault or (0, 0)
                fault[row, :n] = [float(a < end and b > start) for a, b in m.offsets[pair.claim]]
            at = 0
            for k, text in enumerate(pair.sentences):
                ids = m.ids[text][: length - at]
                here = slice(at, at + len(ids))
                evidence[row, here], em[row, here], sentence[row, here] = begin[text] + np.arange(len(ids)), 1, k
                erare[row, here], eid[row, here] = m.rarity[ids], ids
                if item.evidence and pair.places is not None:
                    deciding[row, here] = float(pair.places[k] in item.evidence)
                at += len(ids)
        given = [torch.from_numpy(x) for x in (cm, em, sentence, crare, erare, cid, eid)]
        answers = self.comparison(rows[torch.from_numpy(claim)], rows[torch.from_numpy(evidence)], *given)
        return (*answers, torch.from_numpy(fault), torch.from_numpy(deciding))


def odds(verdicts):
    return verdicts[:, 0] - torch.logsumexp(verdicts[:, 1:], 1)


def loss_of(answers, pairs, weights, bias):
    verdicts, reasons, tags, deciding, at_fault, decides = answers
    wanted = torch.tensor([float(p.item.supported) for p in pairs])
    loss = (F.binary_cross_entropy_with_logits(odds(verdicts) + bias, wanted, reduction="none") * weights).mean()
    kind = torch.tensor([p.item.verdict for p in pairs])
    faulty = kind > 0
    if faulty.any():
        reason = torch.tensor([p.item.reason for p in pairs])[faulty]
        loss = loss + 0.3 * F.cross_entropy(verdicts[faulty][:, 1:], kind[faulty] - 1) + 0.3 * F.cross_entropy(reasons[faulty], reason)
    for scores, marks, share, heavier in ((tags, at_fault, 1.0, 3.0), (deciding, decides, 0.3, 1.0)):
        known = marks >= 0
        if known.any():
            loss = loss + share * F.binary_cross_entropy_with_logits(scores[known], marks[known], pos_weight=torch.tensor(heavier))
    return loss


def batches(pairs, size=44, together=14):
    """Claims on one source together, so that its sentences are read once; what is not ours twice an epoch."""
    by_source = collections.defaultdict(list)
    for number, pair in enumerate(pairs):
        by_source[pair.item.origin, pair.item.source].append(number)
    groups = []
    for (origin, _), numbers in by_source.items():
        random.shuffle(numbers)
        for _ in range(1 if origin.startswith("written") else 2):
            groups += [numbers[i : i + together] for i in range(0, len(numbers), together)]
    random.shuffle(groups)
    batch = []
    for group in groups:
        batch += group
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def ranking(wanted, scores):
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    ones = wanted.sum()
    return (ranks[wanted == 1].sum() - ones * (ones + 1) / 2) / max(1, ones * (len(wanted) - ones))


def measure(reader, test):
    reader.eval()
    with torch.no_grad():
        for name, pairs in sorted(test.items()):
            scores = np.concatenate([odds(reader(pairs[i : i + 48])[0]).numpy() for i in range(0, len(pairs), 48)])
            wanted = np.array([p.item.supported for p in pairs])
            accuracy = 50 * ((scores[wanted == 1] > 0).mean() + (scores[wanted == 0] <= 0).mean())
            print(f"{name} {len(pairs)} balanced accuracy {accuracy:.1f} ranking {ranking(wanted, scores):.3f}", flush=True)
    reader.train()


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--encoder", required=True, help="folder of all-MiniLM-L6-v2")
    a.add_argument("--claims", required=True)
    a.add_argument("--collections")
    a.add_argument("--frozen", type=int, default=2, help="layers of the encoder that stay as they are")
    a.add_argument("--epochs", type=int, default=4)
    a.add_argument("--rate", type=float, default=4e-4)
    a.add_argument("--encoder-rate", type=float, default=5e-5)
    a.add_argument("--from", dest="first")
    a.add_argument("--out", required=True)
    a.add_argument("--fold", type=int, default=0, help="which fifth of the sources is kept aside")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--seed", type=int, default=1)
    o = a.parse_args()
    random.seed(o.seed), np.random.seed(o.seed), torch.manual_seed(o.seed), torch.set_num_threads(o.threads)
    material = Material(tokenizer(o.encoder), o.claims, o.collections)
    train, test = material.split(o.fold)
    train += material.without_evidence(train)
    bias = claim_alone(material, train)
    print(len(train), "pairs; a model of the claim alone ranks them", f"{ranking(np.array([p.item.supported for p in train]), bias):.3f}", flush=True)
    reader = Reader(material, o.encoder, o.frozen)
    if o.first:
        reader.load_state_dict(torch.load(o.first))
    labels = collections.Counter((p.item.origin, p.item.supported) for p in train)
    sizes = collections.Counter(p.item.origin for p in train)
    weight = [0.5 * sizes[p.item.origin] / labels[p.item.origin, p.item.supported] for p in train]
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    groups = [{"params": list(reader.comparison.parameters()), "lr": o.rate, "weight_decay": 0.02}]
    groups += [{"params": body, "lr": o.encoder_rate, "weight_decay": 0.01}] if body and o.frozen < len(reader.encoder.layers) else []
    optimiser = torch.optim.AdamW(groups)
    rates = [g["lr"] for g in groups]
    steps, step, start = o.epochs * sum(1 for _ in batches(train)), 0, time.time()
    for epoch in range(o.epochs):
        total, count = 0.0, 0
        for numbers in batches(train):
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1, (step + 1) / 60) * max(0.02, 1 - step / steps)
            pairs = [train[i] for i in numbers]
            loss = loss_of(reader(pairs), pairs, torch.tensor([weight[i] for i in numbers]), torch.tensor(bias[numbers]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
            optimiser.step()
            step, total, count = step + 1, total + loss.item(), count + 1
        print(f"epoch {epoch} loss {total / count:.3f} after {time.time() - start:.0f} s", flush=True)
        torch.save(reader.state_dict(), o.out)
    measure(reader, test)


if __name__ == "__main__":
    main()
