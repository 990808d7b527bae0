"""What people say of pages, brought down to their blocks: 1 belongs to the article, 0 does not, -1 is not known."""
import difflib
import re


def tokens(text):
    return re.findall(r"\w+", text or "")


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def from_body(blocks, body):
    """Aligns the page's words with the article's, long runs first; the share of a block's words that is in the article is its label."""
    truth = tokens(body)
    words, owner = [], []
    for number, text in enumerate(blocks):
        own = tokens(text)
        words += own
        owner += [number] * len(own)
    matched = [0] * len(blocks)

    def align(a0, a1, b0, b1, n):
        if a1 <= a0 or b1 <= b0:
            return
        a = [tuple(truth[i:i + n]) for i in range(a0, max(a0, a1 - n + 1))]
        b = [tuple(words[i:i + n]) for i in range(b0, max(b0, b1 - n + 1))]
        if n == 1 and len(a) * len(b) > 4_000_000:
            return
        runs = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        at_a, at_b = a0, b0
        for start_a, start_b, size in runs:
            run_a, run_b = a0 + start_a, b0 + start_b
            length = size + n - 1 if size else 0
            if size and run_a >= at_a and run_b >= at_b:
                for place in range(run_b, run_b + length):
                    matched[owner[place]] += 1
                if n > 1:
                    align(at_a, run_a, at_b, run_b, 1)
                at_a, at_b = run_a + length, run_b + length
        if n > 1:
            align(at_a, a1, at_b, b1, 1)

    align(0, len(truth), 0, len(words), 4)
    labels = []
    for number, text in enumerate(blocks):
        count = len(tokens(text))
        labels.append(-1 if count == 0 else 1 if matched[number] * 2 > count else 0)
    return labels


def from_pieces(blocks, present, absent):
    """Only what a piece touches is known."""
    labels = [-1] * len(blocks)
    texts = [squeezed(text) for text in blocks]
    for pieces, label in ((absent, 0), (present, 1)):
        for piece in map(squeezed, pieces):
            for number, text in enumerate(texts):
                if piece in text:
                    labels[number] = label
    return labels
