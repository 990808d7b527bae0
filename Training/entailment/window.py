"""Which sentences of a source a claim is held against: as Sources/BriefVerification/EvidenceWindow.swift chooses them."""
import math
import re
import unicodedata

STOP = set(
    "the a an of to in on for and or but is are was were be been being it its this that these those as at by with from he she they his her "
    "their them him i we you our your who which what when where will would has have had do does did not no s t than then so if into about "
    "after before also there can could may might over under out up more most".split())
WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
ENDINGS = ("ingly", "edly", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s")


def folded(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"(?<=\d),\s?(?=\d{3}\b)", "", text)


def stem(word):
    for ending in ENDINGS:
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def terms(text):
    return [stem(w) for w in WORD.findall(folded(text)) if w not in STOP]


def choose(claim, sentences, budget):
    """Places of the sentences to read, in their order: first the one that holds most of what is asked, then whichever adds most, then
    neighbours of the first. A sentence costs a quarter of its bytes (about its tokens), at most 120; all to at most `budget`, but for the first."""
    cost = [min(120, (len(s.encode()) + 3) // 4) for s in sentences]
    sets = [set(terms(s)) for s in sentences]
    asked = set(terms(claim))
    n = len(sentences)
    if not n:
        return []
    weight = {t: math.log(1 + n / (1 + sum(t in s for s in sets))) + 0.2 for t in asked}
    open_ = dict(weight)
    chosen, spent = [], 0

    def gain(i):
        full = sum(weight[t] for t in asked & sets[i])
        new = sum(open_.get(t, 0) for t in asked & sets[i])
        return (new + 0.25 * full) / (1 + 0.004 * min(cost[i], 100))

    left = set(range(n))
    while left:
        best = max(left, key=lambda i: (gain(i), -i))
        if chosen and gain(best) <= 0:
            break
        left.discard(best)
        if chosen and spent + cost[best] > budget:
            continue
        chosen.append(best)
        spent += cost[best]
        for t in asked & sets[best]:
            open_.pop(t, None)
        if spent >= budget:
            break
    for near in (chosen[0] - 1, chosen[0] + 1):
        if 0 <= near < n and near not in chosen and spent + cost[near] <= budget:
            chosen.append(near)
            spent += cost[near]
    return sorted(chosen)
