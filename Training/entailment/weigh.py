"""How rules and reader are weighed: a logistic regression on claims whose sources the reader was not trained on. Of a claim of several
sentences the mean counts half and the worst half.

  weigh.py rows --claims Training/claims --collections FOLDER --encoder MINILM > rows.jsonl
  swift run -c release weighingrows < rows.jsonl > weighed.jsonl
  weigh.py fit weighed.jsonl

`fit` prints the numbers of Sources/BriefVerification/Weighing.swift, then balanced accuracy and ranking by collection."""
import argparse
import collections
import json
import re

import numpy as np

from train import ranking


def rows(o):
    from encoder import tokenizer
    from material import OPEN, Material

    _, aside = Material(tokenizer(o.encoder), o.claims, o.collections).split(o.fold)
    for name, pairs in sorted(aside.items()):
        for number, pair in enumerate(pairs):
            row = {"set": name, "id": number, "claim": pair.item.claim, "label": pair.item.supported, "fit": name in OPEN or name.startswith("written")}
            row["sents"], row["days"], row["outlets"] = told(pair.item.sentences)
            if not row["days"]:
                del row["days"], row["outlets"]
            print(json.dumps(row))


def told(sentences):
    """"(Outlet, day) …" at the head of an article becomes a day and an outlet of each of its sentences."""
    bare, days, outlets = [], [], []
    for sentence in sentences:
        head = re.match(r"\(([^()]+), (\d{4}-\d\d-\d\d)\) ", sentence)
        bare.append(sentence[head.end():] if head else sentence)
        if head or days:
            outlets.append(head[1] if head else outlets[-1])
            days.append(head[2] if head else days[-1])
    return bare, days, outlets


def numbers(item, beta):
    """Constant, bearing, support, objection: half the mean of the claim's sentences, half the worst one."""
    parts = np.array([[1.0] + part for part in item["weighed"]])
    return (parts.mean(0) + parts[np.argmin(parts @ beta)]) / 2


def fit(items, weights, rounds=8, ridge=1.0):
    beta = np.array([-2.0, 3.0, 0.5, -2.0])
    wanted = np.array([i["label"] for i in items], float)
    for _ in range(rounds):
        x = np.array([numbers(i, beta) for i in items])
        for _ in range(50):
            p = 1 / (1 + np.exp(-x @ beta))
            slope = x.T @ (weights * (p - wanted)) + ridge * np.r_[0, beta[1:]]
            bend = (x.T * (weights * p * (1 - p))) @ x + ridge * np.diag(np.r_[1e-6, np.ones(len(beta) - 1)])
            step = np.linalg.solve(bend, slope)
            beta = beta - step
            if abs(step).max() < 1e-6:
                break
    return beta


def balance(items):
    """Collections weigh the same, so do the two labels of each; the written ones together a fifth of one: half of them are made to look like what
    holds, which briefs are not."""
    def group(item):
        return "written" if item["set"].startswith("written") else item["set"]

    count = collections.Counter((group(i), i["label"]) for i in items)
    return np.array([len(items) / len(count) / count[group(i), i["label"]] * (0.2 if group(i) == "written" else 1) for i in items])


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = a.add_subparsers(dest="command", required=True)
    first = commands.add_parser("rows")
    for name in ("--claims", "--collections", "--encoder"):
        first.add_argument(name, required=True)
    first.add_argument("--fold", type=int, default=0)
    commands.add_parser("fit").add_argument("file")
    o = a.parse_args()
    if o.command == "rows":
        rows(o)
        return
    items = [i for i in map(json.loads, open(o.file)) if i["weighed"]]
    teaching = [i for i in items if i["fit"]]
    beta = fit(teaching, balance(teaching))
    print(len(teaching), "claims; constant, bearing, support, objection:", np.round(beta, 3).tolist())
    for name in sorted({i["set"] for i in items}):
        mine = [i for i in items if i["set"] == name]
        wanted = np.array([i["label"] for i in mine])
        scores = np.array([numbers(i, beta) @ beta for i in mine])
        accuracy = 50 * ((scores[wanted == 1] >= 0).mean() + (scores[wanted == 0] < 0).mean())
        print(f"{name} {len(mine)} balanced accuracy {accuracy:.1f} ranking {ranking(wanted, scores):.3f}")


if __name__ == "__main__":
    main()
