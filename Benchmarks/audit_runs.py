"""Times `bigpicture audit` of a brief against a library, the whole command in fresh processes."""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time


class Audits:
    def __init__(self, program, library):
        self.program, self.library = program, library

    def run(self, brief):
        """What it says, the seconds the command took, those of processor time in it, and the most memory it had, in megabytes."""
        with tempfile.TemporaryFile() as out:
            command = [self.program, "audit", brief, "--library", self.library, "--as-of", "2026-03-01", "--format", "json"]
            start = time.monotonic()
            child = os.posix_spawn(self.program, command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
            _, status, usage = os.wait4(child, 0)
            seconds = time.monotonic() - start
            if status:
                sys.exit(f"the audit failed: {' '.join(command)}")
            out.seek(0)
            return json.load(out), seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def cut(self, brief, lines):
        """A brief of just so many lines: a paragraph may hold several sentences, and what is said twice is one line."""
        statements = self.run(brief)[0]["statements"]
        if len(statements) < lines:
            sys.exit(f"the brief has {len(statements)} lines only")
        with open(brief + ".cut.md", "w", encoding="utf-8") as out:
            out.writelines(f"- {statement['text']}\n" for statement in statements[:lines])
        return brief + ".cut.md"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="bigpicture")
    parser.add_argument("library", help="its folder")
    parser.add_argument("brief")
    parser.add_argument("--lines", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    audits = Audits(chosen.program, chosen.library)
    brief = audits.cut(chosen.brief, chosen.lines)
    answers, seconds, busy, memory = zip(*(audits.run(brief) for _ in range(chosen.runs)))
    if any(answer != answers[0] for answer in answers):
        sys.exit("two runs gave different answers")
    size = os.path.getsize(f"{chosen.library}/library.sqlite") / 1e6
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in answers[0]["counts"].items() if count)
    print(f"{len(answers[0]['statements'])} lines against {answers[0]['articles_searched']:,} articles ({size:,.0f} MB on disk), {chosen.runs} fresh processes")
    print(f"  {statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), {statistics.median(busy):.2f} s of processor time  {max(memory):,.0f} MB  {verdicts}")


main()
