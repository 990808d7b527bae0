"""What is learnt from: claims with the sentences they are read beside, as tokens; sides of the split; pairs whose deciding sentences are taken away."""
import dataclasses
import glob
import hashlib
import random

import numpy as np

import claims
import window
from encoder import LONGEST

BUDGET = 160
OPEN = ("wice", "summedits", "attribench")  # collections whose licence allows training; the others are for measuring


@dataclasses.dataclass
class Pair:
    item: claims.Item
    claim: int  # numbers of texts
    sentences: list
    places: list = None  # of the sentences in their source; None where some were taken away


class Material:
    def __init__(self, tokenizer, written, collections):
        """
        - written: the folder Training/claims.
        - collections: a folder of NAME.dev.jsonl files, or None."""
        self.tokenizer = tokenizer
        self.number, self.ids, self.offsets = {}, [], []
        items = [i for folder in sorted(glob.glob(f"{written}/*/")) for i in claims.written(f"{folder}*.txt")]
        one_source(items)
        for file in sorted(glob.glob(f"{collections}/*.dev.jsonl")) if collections else []:
            items += claims.collection(file)
        self.pairs = [self.pair(i) for i in items]
        # What is for measuring only leaves no trace, not even in how often words occur.
        texts = sorted({t for p in self.pairs if may_teach(p.item) for t in [p.claim, *p.sentences]})
        found = np.ones(tokenizer.get_vocab_size())
        for text in texts:
            found[list(set(self.ids[text]))] += 1
        self.rarity = np.log(len(texts) / found) / np.log(len(texts))

    def text(self, text):
        if text not in self.number:
            self.number[text] = len(self.ids)
            tokens = self.tokenizer.encode(text, add_special_tokens=False)
            self.ids.append(tokens.ids[:LONGEST])
            self.offsets.append(tokens.offsets[:LONGEST])
        return self.number[text]

    def pair(self, item):
        places = window.choose(item.claim, item.sentences, BUDGET)
        return Pair(item, self.text(item.claim), [self.text(item.sentences[p]) for p in places], places)

    def split(self, fold):
        """Pairs to train on, and pairs to measure on by collection: a fifth of the sources, and all of what may not be trained on."""
        train, test = [], {}
        for pair in self.pairs:
            if may_teach(pair.item) and fold_of(pair.item.source) != fold:
                train.append(pair)
            else:
                test.setdefault(pair.item.origin, []).append(pair)
        return train, test

    def without_evidence(self, pairs, share=0.6):
        """Written claims beside their source without the sentences that decide: nothing there bears them out any more."""
        taken = []
        for pair in pairs:
            item = pair.item
            if not item.evidence or item.verdict == claims.VERDICTS.index("unsupported"):
                continue
            rest = [s for i, s in enumerate(item.sentences) if i not in item.evidence]
            sentences = [self.number[rest[p]] for p in window.choose(item.claim, rest, BUDGET) if rest[p] in self.number]
            if sentences and random.random() < share:
                bare = dataclasses.replace(
                    item, supported=0, verdict=claims.VERDICTS.index("unsupported"), reason=claims.REASONS.index("no-evidence"), fault=None, evidence=None)
                taken.append(Pair(bare, pair.claim, sentences))
        return taken


def may_teach(item):
    return item.origin.startswith("written") or item.origin in OPEN


def one_source(items):
    """Sources that share a sentence are one source, so that a split never parts them."""
    parent = {}

    def root(name):
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for item in items:
        for sentence in item.sentences:
            if len(sentence) > 40:
                parent[root(item.source)] = root("s:" + sentence)
    for item in items:
        item.source = root(item.source)


def fold_of(source, folds=5):
    return int(hashlib.sha256(source.encode()).hexdigest(), 16) % folds
