"""Single-pass clustering as it is done in Python: scikit-learn's TF-IDF over all texts, then one pass in which a text joins the cluster whose mean it is
most like, found through an inverted index, or opens one. A round for each line on standard input.

usage: single_pass.py texts=FILE [threshold=0.3]
"""

import sys
import time
from collections import defaultdict

from sklearn.feature_extraction.text import TfidfVectorizer

settings = dict(word.split("=", 1) for word in sys.argv[1:])
with open(settings["texts"], encoding="utf-8") as file:
    texts = file.read().split("\n")[:-1]
threshold = float(settings.get("threshold", 0.3))


def clusters():
    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    sums, norms = [], []
    using = defaultdict(set)
    for row in range(rows.shape[0]):
        terms = rows.indices[rows.indptr[row] : rows.indptr[row + 1]].tolist()
        weights = rows.data[rows.indptr[row] : rows.indptr[row + 1]].tolist()
        likeness = defaultdict(float)
        for term, weight in zip(terms, weights):
            for cluster in using[term]:
                likeness[cluster] += weight * sums[cluster][term]
        best = max(likeness, key=lambda cluster: likeness[cluster] / norms[cluster] ** 0.5, default=None)
        if best is None or likeness[best] / norms[best] ** 0.5 < threshold:
            best = len(sums)
            sums.append(defaultdict(float))
            norms.append(0.0)
        for term, weight in zip(terms, weights):
            norms[best] += 2 * weight * sums[best][term] + weight * weight
            sums[best][term] += weight
            using[term].add(best)
    return len(sums)


print("ready", len(texts), sum(len(text) for text in texts), flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    found = clusters()
    print(time.perf_counter() - start, found, flush=True)
