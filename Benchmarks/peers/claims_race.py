"""Claims against given sentences: `bigpicture check` with and without its reader, beside a torch cross-encoder of the teacher's size and groundrails.

The peers are loaded before the clock starts; ours is the whole command, start included. The cross-encoder reads claim and sentences in one pass of at most
256 tokens, so that of a longer source it reads the beginning only; what its answers are worth is no matter of speed.

usage: claims_race.py BIGPICTURE TEACHER-FOLDER CLAIMS-FOLDER [--claims N] [--rounds N]
"""

import argparse
import glob
import json
import os
import random
import statistics
import subprocess
import tempfile
import time

CORES = len(os.sched_getaffinity(0))


def chosen(folder, count):
    """So many claims, as many of each set as there are sets, the same at every run."""
    sets = [[json.loads(line) for line in open(path, encoding="utf-8")] for path in sorted(glob.glob(f"{folder}/*.jsonl"))]
    draw = random.Random(11)
    return [claim for one in sets for claim in draw.sample(one, min(len(one), count // len(sets)))]


def command(program, path, *flags):
    def run():
        with open(path, "rb") as claims:
            answers = subprocess.run([program, "check", *flags], stdin=claims, stdout=subprocess.PIPE, check=True).stdout
        return answers.count(b'"verdict"')

    return run


def cross_encoder(folder, claims):
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    torch.set_num_threads(CORES)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder, num_labels=2).eval()
    # Alike in length, so that little is padded.
    pairs = sorted(((claim["claim"], " ".join(claim["sents"])) for claim in claims), key=lambda pair: len(pair[0]) + len(pair[1]))

    def run():
        answers = 0
        with torch.inference_mode():
            for start in range(0, len(pairs), 16):
                batch = pairs[start : start + 16]
                tokens = tokenizer([a for a, _ in batch], [b for _, b in batch], truncation="longest_first", max_length=256, padding=True, return_tensors="pt")
                answers += len(model(**tokens).logits)
        return answers

    return run


def groundrails_(claims):
    import groundrails

    # Its lexical layers; the models of the others are fetched from a hub.
    groundrails.init(wordnet=False)

    def run():
        return sum(groundrails.ground(claim["claim"], [("source", " ".join(claim["sents"]))], semantic=False, ignore_language=True) is not None for claim in claims)

    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("teacher")
    parser.add_argument("folder")
    parser.add_argument("--claims", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    claims = chosen(options.folder, options.claims)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": claim["id"], "claim": claim["claim"], "sents": claim["sents"]}) + "\n" for claim in claims)
        lines.flush()
        contenders = [
            ("check --rules", command(options.program, lines.name, "--rules")),
            ("check", command(options.program, lines.name)),
            ("torch cross-encoder", cross_encoder(options.teacher, claims)),
            ("groundrails", groundrails_(claims)),
        ]
        seconds = {name: [] for name, _ in contenders}
        for number in range(options.rounds + 1):
            for name, run in contenders:
                start = time.monotonic()
                answered = run()
                if answered != len(claims):
                    raise SystemExit(f"{name} answered {answered} of {len(claims)} claims")
                # The first round warms up.
                if number:
                    seconds[name].append(time.monotonic() - start)
    words = sum(len(" ".join(claim["sents"]).split()) for claim in claims)
    print(f"{len(claims)} claims on {words:,} words of sources, {CORES} cores, {options.rounds} rounds in turn")
    for name, _ in contenders:
        middle = statistics.median(seconds[name])
        print(f"  {name:20} {len(claims) / middle:8.1f} claims/s   {middle:7.2f} s ({min(seconds[name]):.2f} to {max(seconds[name]):.2f})")


main()
