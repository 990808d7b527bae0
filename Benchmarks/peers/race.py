"""Races `contender` against its peers: the same files, one process each, taking turns; prints medians and ratios of one run.

usage: race.py CONTENDER EVALUATION-FOLDER [--rounds N] [TASK ...]
"""

import argparse
import glob
import os
import random
import statistics
import sys
import tempfile

from runner import Runner, take_turns

HERE = os.path.dirname(os.path.abspath(__file__))


def pages(folder):
    found = glob.glob(f"{folder}/article-scrapinghub/html/*.html") + glob.glob(f"{folder}/article-trafilatura/**/*.html", recursive=True)
    return sorted(found)


def some(files, count):
    return sorted(random.Random(7).sample(files, min(count, len(files))))


def large_feed(path):
    """An RSS file of about 8 MB: 4,000 entries of invented words, with markup in their content."""
    draw = random.Random(11)
    words = [f"w{draw.randrange(10**6):x}" for _ in range(4000)]
    text = lambda count: " ".join(draw.choice(words) for _ in range(count))
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"')
        out.write(' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Large</title><link>https://example.org/</link>')
        for number in range(4000):
            body = "".join(f"<p>{text(40)} <a href=\"/{number}\">{text(3)}</a> {text(20)}</p>" for _ in range(4))
            out.write(
                f"<item><title>{text(8)}</title><link>https://example.org/{number}</link><guid>https://example.org/{number}</guid>"
                f"<dc:creator>{text(2)}</dc:creator><pubDate>Wed, {1 + number % 28:02} Oct 2025 10:{number % 60:02}:00 GMT</pubDate>"
                f"<description>{text(30)}</description><content:encoded><![CDATA[{body}]]></content:encoded></item>\n")
        out.write("</channel></rss>\n")
    return [path]


def tasks(folder, scratch):
    """name: (task of ours, files, peers, unit)"""
    articles = pages(folder)
    feeds = sorted(glob.glob(f"{folder}/feeds-feedparser/wellformed/**/*.xml", recursive=True))
    texts = glob.glob(f"{folder}/neardup-minhash/*.train")
    return {
        "html": ("html", articles, ["lxml_html", "selectolax_html", "resiliparse_html"], "MB"),
        "pages": ("pages", some(articles, 120), ["trafilatura_pages", "resiliparse_pages", "htmldate_pages"], "pages"),
        "feeds-small": ("feeds", feeds, ["feedparser_feeds", "fastfeedparser_feeds"], "feeds"),
        "feeds-large": ("feeds", large_feed(f"{scratch}/large.xml"), ["fastfeedparser_feeds", "feedparser_feeds"], "MB"),
        "duplicates": ("duplicates", texts, ["datasketch_duplicates"], "sets"),
    }


def race(name, ours, files, peers, unit, contender, rounds, scratch):
    listing = f"{scratch}/{name}.list"
    with open(listing, "w", encoding="utf-8") as out:
        out.write("\n".join(files) + "\n")
    runners = [Runner("big-picture", [contender, ours, listing])]
    runners += [Runner(peer, [sys.executable, f"{HERE}/contender.py", peer, listing]) for peer in peers]
    take_turns(runners, rounds)
    amount = runners[0].bytes / 1e6 if unit == "MB" else runners[0].count
    first = statistics.median(runners[0].seconds)
    print(f"{name}: {runners[0].count} files, {runners[0].bytes / 1e6:.1f} MB, {rounds} rounds in turn")
    for runner in runners:
        middle = statistics.median(runner.seconds)
        spread = f"{min(runner.seconds):.3f} to {max(runner.seconds):.3f}"
        ratio = "" if runner is runners[0] else f"   big-picture is {middle / first:.1f} times as fast"
        print(f"  {runner.name:22} {middle:8.3f} s ({spread})  {amount / middle:9.1f} {unit}/s{ratio}   found {runner.found}", flush=True)
        runner.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("contender")
    parser.add_argument("folder", help="evaluation sets, unpacked: one folder a set")
    parser.add_argument("tasks", nargs="*")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for name, (ours, files, peers, unit) in tasks(chosen.folder, scratch).items():
            if files and (not chosen.tasks or name in chosen.tasks):
                race(name, ours, files, peers, unit, chosen.contender, chosen.rounds, scratch)


main()
