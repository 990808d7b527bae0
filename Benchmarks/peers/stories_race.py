"""Races `stories` against a single pass in Python on the same texts, one core each, taking turns; then runs it over made-up articles without end.

usage: stories_race.py STORIES DATA [--rounds N] [--endless N] [TASK ...]
"""

import argparse
import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile

from runner import race, write

HERE = os.path.dirname(os.path.abspath(__file__))


def lines(pattern):
    for path in sorted(glob.glob(pattern)):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)


def flat(text):
    return " ".join(text.split())


class Races:
    def __init__(self, chosen, scratch):
        self.program, self.data, self.scratch, self.rounds, self.endless = chosen.stories, chosen.data, scratch, chosen.rounds, chosen.endless

    def race(self, name, texts):
        path = write(f"{self.scratch}/{name}", texts)
        peer = [sys.executable, f"{HERE}/single_pass.py", f"texts={path}"]
        show = lambda runner: f"  {runner.found} groups"
        race(f"{len(texts):,} {name}", name, self.rounds, 1, ("big-picture", [self.program, "place", f"texts={path}"]), [("scikit-learn and Python", peer)], show)

    def titles_race(self):
        self.race("titles", [flat(item["textCleaned"]) for name in ["News-T", "Tweets-T"] for item in lines(f"{self.data}/mstream/{name}.*.gz")])

    def articles_race(self):
        sentences = [item["sents"] for item in lines(f"{self.data}/ecbplus/*.gz")]
        self.race("articles", [flat(first) + "\t" + flat(" ".join(rest)) for first, *rest in sentences])

    def endless_race(self):
        for name, words, count in [("titles", 8, self.endless), ("articles of 400 words", 400, self.endless // 10)]:
            print(f"{count:,} made-up {name}, one at a time, one core; over the last 10,000:", flush=True)
            subprocess.run(["taskset", "--cpu-list", "0", self.program, "endless", f"count={count}", f"words={words}"], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", help="the program `stories` of Benchmarks")
    parser.add_argument("data", help="folder of the evaluation sets: mstream and ecbplus")
    parser.add_argument("tasks", nargs="*", help="titles, articles, endless; all unless told")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--endless", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        races = Races(chosen, scratch)
        for task in chosen.tasks or ["titles", "articles", "endless"]:
            getattr(races, f"{task}_race")()


main()
