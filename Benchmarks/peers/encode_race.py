"""Races `encoding` against onnxruntime, model2vec, tokenizers and faiss: the same texts and vectors, one process each, taking turns; medians and ratios
of one run, on one core and then on all.

usage: encode_race.py ENCODING TEACHER-FOLDER TEXTS [--rounds N] [--vectors N] [TASK ...]
"""

import argparse
import glob
import os
import random
import statistics
import subprocess
import sys
import tempfile

import numpy
from runner import race, write

HERE = os.path.dirname(os.path.abspath(__file__))
CORES = len(os.sched_getaffinity(0))


def sentences(folder):
    """The titles, descriptions and sentences of the similarity sets: a few words to a few lines each."""
    found = set()
    for path in sorted(glob.glob(f"{folder}/*.tsv") + glob.glob(f"{folder}/*.csv")):
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                found.update(part.strip(' "') for part in line.replace('","', "\t").split("\t") if len(part) > 24)
    return sorted(" ".join(text.split()) for text in found)


def of_length(texts, tokens, count, tokenizer):
    """Runs of words of so many tokens, marks included."""
    words = " ".join(texts).split()
    random.Random(3).shuffle(words)
    sizes = [len(one.ids) for one in tokenizer.encode_batch(words, add_special_tokens=False)]
    made, line, size = [], [], 2
    for word, more in zip(words * 50, sizes * 50):
        if size + more > tokens:
            if size == tokens:
                made.append(" ".join(line))
                if len(made) == count:
                    break
            line, size = [], 2
        line.append(word)
        size += more
    return made


def mixed(texts, count):
    """Lines of ordinary text, of any characters, and of both, with what tokenizers trip over."""
    draw = random.Random(99)
    odd = ["[CLS]", "[MASK]x", "a[SEP]b", "İstanbul ǅ ß ﬁ", "가나다", "é" * 100, "x" * 101, "\u0301", "\u00ad", "\u200b", "你好", "don't", "\ufdfa"]

    def character():
        kind = draw.random()
        top = 0x80 if kind < 0.4 else 0x3000 if kind < 0.8 else 0x20000 if kind < 0.97 else 0x110000
        code = draw.randrange(0x20, top)
        return " " if 0xD800 <= code < 0xE000 or chr(code) in "\n\x85\u2028\u2029" else chr(code)

    made = []
    while len(made) < count:
        kind = draw.random()
        if kind < 0.6:
            made.append(draw.choice(texts))
        elif kind < 0.85:
            made.append("".join(character() for _ in range(draw.choice([3, 10, 40, 150]))))
        else:
            made.append(" ".join(draw.choice([draw.choice(texts)[:20], draw.choice(odd), character()]) for _ in range(8)))
    return made


class Races:
    def __init__(self, chosen, scratch):
        self.program, self.teacher, self.scratch, self.rounds, self.vectors = chosen.encoding, chosen.teacher, scratch, chosen.rounds, chosen.vectors
        self.sentences = chosen.sentences
        self.texts = sentences(chosen.texts)
        self.tokens = f"tokens={chosen.teacher}/tokenizer.json"

    def peer(self, *words):
        return [sys.executable, f"{HERE}/encoders.py", *words]

    def tokens_race(self):
        texts = write(f"{self.scratch}/mixed", mixed(self.texts, 100_000))
        show = lambda runner: f"  sum of ids {runner.found}"
        ours = ("big-picture", [self.program, "tokens", f"model={self.teacher}", f"texts={texts}"])
        race("tokens of 100,000 mixed lines", "lines", self.rounds, 1, ours, [("tokenizers", self.peer("tokenizers", self.tokens, f"texts={texts}"))], show)

    def tokenizer(self):
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(f"{self.teacher}/tokenizer.json")
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def teacher_race(self):
        subprocess.run([sys.executable, f"{HERE}/teacher_graph.py", self.teacher, self.scratch], check=True, capture_output=True)
        for length, count in [(20, 640), (60, 256)]:
            texts = write(f"{self.scratch}/{length}", of_length(self.texts, length, count, self.tokenizer()))
            for precision in ["int8", "full"]:
                for cores in sorted({1, CORES}):
                    ours = ("big-picture", [self.program, "teacher", f"model={self.teacher}", f"texts={texts}", f"precision={precision}"])
                    peer = self.peer("onnxruntime", f"model={self.scratch}/{precision}.onnx", self.tokens, f"texts={texts}", f"threads={cores}")
                    race(f"teacher, {precision}, {length} tokens", "sentences", self.rounds, cores, ours, [("onnxruntime", peer)])

    def student_race(self):
        texts = write(f"{self.scratch}/student", of_length(self.texts, 22, 40_000, self.tokenizer()))
        for cores in sorted({1, CORES}):
            ours = ("big-picture", [self.program, "student", f"texts={texts}"])
            peers = [("model2vec", self.peer("model2vec", self.tokens, f"texts={texts}", "processes=one"))]
            if cores > 1:
                peers.append(("model2vec, processes", self.peer("model2vec", self.tokens, f"texts={texts}", "processes=many")))
            race("student, 20 tokens", "sentences", self.rounds, cores, ours, peers)
        times = sorted(float(subprocess.run([self.program, "ready"], capture_output=True, text=True, check=True).stdout) for _ in range(21))
        print(f"  ready in {times[10]:.1f} ms ({times[0]:.1f} to {times[-1]:.1f}) in 21 fresh processes", flush=True)

    def search_race(self):
        """Vectors of sentences; where there are not enough, of two halves of two of them. The queries are not among them."""
        import faiss

        draw = random.Random(5)
        known = self.texts
        if self.sentences:
            with open(self.sentences, encoding="utf-8", errors="replace") as file:
                known = sorted(set(file.read().split("\n")) - {""})
        draw.shuffle(known)
        held = known[200 : self.vectors + 200]
        while len(held) < self.vectors:
            first, second = draw.choice(known).split(), draw.choice(known).split()
            held.append(" ".join(first[: len(first) // 2 + 1] + second[len(second) // 2 :]))
        texts, path = write(f"{self.scratch}/sentences", held + known[:200]), f"{self.scratch}/vectors"
        subprocess.run([self.program, "write", f"texts={texts}", f"vectors={path}"], check=True)
        rows = numpy.fromfile(path, numpy.float32).reshape(-1, 256)
        queries = rows[self.vectors :].copy()
        queries.tofile(f"{self.scratch}/queries")
        os.truncate(path, self.vectors * 1024)
        exact = faiss.IndexFlatIP(256)
        exact.add(rows[: self.vectors])
        exact.search(queries, 20)[1].astype(numpy.int32).tofile(f"{self.scratch}/truth")
        del rows, exact
        data = [f"vectors={path}", f"queries={self.scratch}/queries", f"truth={self.scratch}/truth"]
        show = lambda runner: f"  {1000 * statistics.median(runner.seconds) / runner.count:6.2f} ms a search, recall {runner.found / 20 / runner.count:.4f}"
        name, rounds = f"{self.vectors:,} x 256, top 20", max(3, self.rounds // 3)
        race(
            name + ", all looked at", "searches", rounds, CORES, ("big-picture, bytes", [self.program, "flat", *data]),
            [("the same, ranked by numbers", [self.program, "flat", *data, "rank=numbers"]), ("faiss, bytes", self.peer("faiss", *data, "kind=SQ8")), ("faiss, four bytes", self.peer("faiss", *data, "kind=Flat"))], show)
        race(
            name + ", the floor: its bytes read once", "reads", rounds, CORES, ("memory", [self.program, "memory", f"vectors={path}"]), [],
            lambda runner: f"  {1000 * statistics.median(runner.seconds) / runner.count:6.2f} ms a reading")
        for lists, probes in [(1024, 64), (1024, 128)]:
            settings = [f"lists={lists}", f"probes={probes}"]
            race(
                f"{name}, {probes} of {lists} lists", "searches", rounds, CORES, ("big-picture, bytes", [self.program, "inverted", *data, *settings]),
                [("the same, ranked by numbers", [self.program, "inverted", *data, *settings, "rank=numbers"]),
                 ("faiss, bytes", self.peer("faiss", *data, f"kind=IVF{lists},SQ8", *settings))], show)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoding", help="the program `encoding` of Benchmarks")
    parser.add_argument("teacher", help="folder of all-MiniLM-L6-v2: model.safetensors, vocab.txt, tokenizer.json")
    parser.add_argument("texts", help="folder of the similarity sets")
    parser.add_argument("tasks", nargs="*", help="tokens, teacher, student, search; all unless told")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--vectors", type=int, default=1_000_000)
    parser.add_argument("--sentences", help="search: a file of sentences, one a line; default: those of the similarity sets")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        races = Races(chosen, scratch)
        for task in chosen.tasks or ["tokens", "teacher", "student", "search"]:
            getattr(races, f"{task}_race")()


main()
