"""Times `bigpicture brief` from a stored library, the whole command in fresh processes: a first brief, and a new edition after new articles."""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

# What the made-up articles on the topic speak of: phrases of the sample topic.
SUBJECTS = "AI chip,export controls,autonomous weapons,drone swarm,military AI,model distillation,data centre,arms control"
TOPIC = "military-ai"
# The made-up articles are dated from 12 January to the end of February, the new ones to the first of March.
BEFORE, NOW = "2026-02-28", "2026-03-01"


class Briefs:
    def __init__(self, program, filling, sample):
        self.program, self.filling, self.sample = program, filling, sample

    def fill(self, library, articles, percent, start=0, of=None):
        words = [f"library={library}", f"articles={articles}", f"from={start}", f"of={of or articles}", f"subjects={SUBJECTS}", f"percent={percent}"]
        subprocess.run([self.filling, *words], check=True, stdout=subprocess.DEVNULL)

    def run(self, library, day):
        """What it says, the seconds the command took, those of processor time in it, and the most memory it had, in megabytes."""
        with tempfile.TemporaryFile() as out, open(os.devnull, "w") as null:
            command = [self.program, "brief", TOPIC, "--library", library, "--as-of", day, "--format", "json"]
            actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, null.fileno(), 2)]
            start = time.monotonic()
            child = os.posix_spawn(self.program, command, os.environ, file_actions=actions)
            _, status, usage = os.wait4(child, 0)
            seconds = time.monotonic() - start
            if status:
                sys.exit(f"the brief failed: {' '.join(command)}")
            out.seek(0)
            return out.read(), seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def time(self, name, library, day, runs, folder):
        """Each run on a copy of its own, so that each finds the same library."""
        measured = []
        for number in range(runs):
            copy = f"{folder}/run-{number}"
            shutil.copytree(library, copy)
            measured.append(self.run(copy, day))
            shutil.rmtree(copy)
        said, seconds, busy, memory = zip(*measured)
        if any(text != said[0] for text in said):
            sys.exit("two runs gave different briefs")
        brief = json.loads(said[0])
        counts = brief["counts"]
        delta = ", compared with the edition before" if "delta" in brief else ""
        print(
            f"  {name}: {statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), {statistics.median(busy):.2f} s of processor time, "
            f"{max(memory):,.0f} MB; {counts['articles_on_topic']:,} of {counts['articles_read']:,} articles on the topic, "
            f"{counts['articles_studied']:,} studied, {counts['statements']} statements{delta}", flush=True)

    def measure(self, title, articles, percent, new, runs):
        print(title)
        with tempfile.TemporaryDirectory() as folder:
            library = f"{folder}/library"
            shutil.copytree(self.sample, library)
            if articles:
                self.fill(library, articles, percent)
            # Brings up the indexes, as reading does, and keeps the edition that the new one follows.
            self.run(library, BEFORE)
            first = f"{folder}/first"
            shutil.copytree(library, first)
            with sqlite3.connect(f"{first}/library.sqlite") as connection:
                connection.execute("DELETE FROM edition")
            connection.close()
            self.time("a first brief", first, NOW, runs, folder)
            self.fill(library, new, max(percent, 50), start=articles or 10_000, of=articles or 10_000)
            caught_up = f"{folder}/caught-up"
            shutil.copytree(library, caught_up)
            self.run(caught_up, BEFORE)
            self.time(f"a new edition after {new} new articles", caught_up, NOW, runs, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="bigpicture")
    parser.add_argument("filling", help="what fills a library")
    parser.add_argument("sample", help="the sample library's folder, with its topic")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    briefs = Briefs(chosen.program, chosen.filling, chosen.sample)
    print(f"median (min to max) of {chosen.runs} fresh processes")
    briefs.measure("the sample library", 0, 100, chosen.new, chosen.runs)
    briefs.measure(f"and {chosen.articles:,} made-up articles, 3 in a hundred on the topic", chosen.articles, 3, chosen.new, chosen.runs)
    briefs.measure(f"and {chosen.articles:,} made-up articles, all on the topic", chosen.articles, 100, chosen.new, chosen.runs)


main()
