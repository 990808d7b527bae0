"""Races a brief against sumy's LexRank and TextRank on one library: what each tells in so many sentences, by one and the same matcher.

usage: summaries_race.py EVALUATE BIGPICTURE LIBRARY SAMPLE SCRATCH [--sentences N]
"""

import argparse
import json
import re
import subprocess
import sys

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

METHODS = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer}
AS_OF = "2026-03-01"


class Words:
    """Sentences are cut for sumy as for us; it only asks for their words."""

    def to_words(self, sentence):
        return tuple(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", sentence))


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def summary(method, articles, count):
    words = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(sentence, words) for sentence in article["sentences"]]) for article in articles])
    summarizer = METHODS[method](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return [str(sentence) for sentence in summarizer(document, count)]


def told(brief):
    """Headline, deck and sections in reading order, each statement once: what `--words` counts. The list of days behind them repeats them by design."""
    blocks = (statement for section in brief["sections"] for block in section["blocks"] for statement in block["statements"])
    return list(dict.fromkeys(statement["text"] for statement in [brief["headline"], *brief["deck"], *blocks]))


def shortened(chosen):
    """The longest brief that the writer itself makes in no more sentences than the peers have."""
    best = []
    for words in range(200, 1_500, 20):
        made = output(chosen.bigpicture, "brief", "military-ai", "--library", chosen.library, "--as-of", AS_OF, "--words", str(words), "--format", "json")
        lines = told(json.loads(made))
        if len(lines) > chosen.sentences:
            break
        best = (words, lines)
    return best or sys.exit("no brief is so short")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ["evaluate", "bigpicture", "library", "sample", "scratch"]:
        parser.add_argument(name)
    parser.add_argument("--sentences", type=int, default=25)
    chosen = parser.parse_args()
    articles = [json.loads(line) for line in output(chosen.evaluate, "sample", "--data", chosen.sample, "--show", "articles").splitlines()]
    english = [article for article in articles if article["language"] == "en"]
    originals = [article for article in english if not article["is_copy"]]
    words, ours = shortened(chosen)
    contenders = {f"big-picture, --words {words}": ours}
    for name in METHODS:
        contenders[f"sumy {name}"] = summary(name, english, chosen.sentences)
        contenders[f"sumy {name}, no reprints"] = summary(name, originals, chosen.sentences)
    print(f"{len(articles)} articles on the topic; sumy reads the {len(english)} in English ({len(originals)} without reprints); at most {chosen.sentences} sentences")
    for number, (name, lines) in enumerate(contenders.items()):
        path = f"{chosen.scratch}/{number}.txt"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(" ".join(line.split()) for line in lines) + "\n")
        figures = dict(line.split() for line in output(chosen.evaluate, "sample", "--data", chosen.sample, "--told", path).splitlines())
        size = sum(len(line.split()) for line in lines)
        print(
            f"  {name:28} {figures['told.facts']:>2} of {figures['told.of']} facts, {figures['told.repeating']:>2} sentences repeat one, "
            f"{figures['told.corrected']} tell what was corrected ({len(lines)} sentences, {size} words)")


main()
