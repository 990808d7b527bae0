"""The peers behind the same small protocol as `contender`: `contender.py PEER LIST`; each line on standard input is a round."""

import sys
import time


def lxml_html(page):
    import lxml.html

    return len(lxml.html.document_fromstring(page))


def selectolax_html(page):
    from selectolax.lexbor import LexborHTMLParser

    return len(LexborHTMLParser(page).css("a"))


def resiliparse_html(page):
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    return len(HTMLTree.parse_from_bytes(page, detect_encoding(page)).document.get_elements_by_tag_name("a"))


def trafilatura_pages(page):
    import trafilatura

    document = trafilatura.bare_extraction(page, with_metadata=True)
    return len(document.text or "") if document else 0


def resiliparse_pages(page):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    return len(extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True))


def htmldate_pages(page):
    from htmldate import find_date

    return len(find_date(page.decode("utf-8", "replace"), extensive_search=True) or "")


def feedparser_feeds(feed):
    import feedparser

    return len(feedparser.parse(feed).entries)


def fastfeedparser_feeds(feed):
    import fastfeedparser

    return len(fastfeedparser.parse(feed).entries)


def datasketch_duplicates(file):
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=0.5, num_perm=128), 0
    for line in file.decode().splitlines():
        name, text = line.split(" ", 1)
        words = text.split()
        signature = MinHash(num_perm=128)
        signature.update_batch([" ".join(words[i : i + 3]).encode() for i in range(max(len(words) - 2, 1))])
        found += len(index.query(signature))
        index.insert(name, signature)
    return found


def attempt(task, file):
    """What a peer refuses or trips over counts as nothing found; its time counts."""
    try:
        return task(file)
    except Exception:
        return 0


def main():
    task = globals()[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8") as paths:
        files = [open(path, "rb").read() for path in paths.read().splitlines()]
    # What a peer loads on first use is not counted.
    attempt(task, files[0])
    print("ready", len(files), sum(map(len, files)), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        found = sum(attempt(task, file) for file in files)
        print(time.perf_counter() - start, found, flush=True)


main()
