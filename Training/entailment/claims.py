"""Claims with their sources, from the files of Training/claims and from public collections."""
import dataclasses
import glob
import json
import re

VERDICTS = ["supported", "partly", "unsupported", "contradicted"]
REASONS = [
    "supported", "number", "date", "entity", "attribute", "misattribution", "polarity", "relation", "quote-altered", "outdated",
    "overgeneralisation", "scope", "plan-as-fact", "hedge-lost", "no-evidence", "causal-leap", "partly"]
SIGNS = {"+": 0, "/": 1, "?": 2, "-": 3}


@dataclasses.dataclass
class Item:
    source: str  # items of one source stay on one side of every split
    origin: str  # the collection
    claim: str
    sentences: list
    supported: int
    verdict: int = -1  # of VERDICTS; -1 where the collection does not say
    reason: int = -1
    fault: tuple = None  # characters of the claim at fault
    evidence: tuple = None  # places of the deciding sentences


def written(pattern):
    items = []
    for file in sorted(glob.glob(pattern)):
        sentences, heads, name, claims = [], {}, "", False
        origin = file.split("/")[-2]
        head = ""
        for line in open(file, encoding="utf-8"):
            line = line.rstrip("\n")
            if line.startswith("## "):
                name, sentences, claims = line[3:].split(" | ")[0], [], False
            elif line.startswith("@ "):
                _, outlet, day = line[2:].split(" | ")
                head = f"({outlet}, {day}) "
            elif line == "=":
                claims = True
            elif line and not claims:
                sentences.append(head + line.split(". ", 1)[1])
                head = ""
            elif line:
                if line[0] == "+":
                    places, claim = re.fullmatch(r"\+ \(([\d,]*)\) (.+)", line).groups()
                    reason = "supported"
                else:
                    reason, places, claim = re.fullmatch(r"[-?/] (\S+) \(([\d,]*)\) (.+)", line).groups()
                fault = None
                if "[[" in claim:
                    start = claim.index("[[")
                    fault = (start, claim.index("]]") - 2)
                    claim = claim.replace("[[", "").replace("]]", "")
                verdict = SIGNS[line[0]]
                items.append(
                    Item(f"{origin}/{name}", f"written-{origin}", claim, sentences, int(verdict == 0), verdict, REASONS.index(reason), fault,
                         tuple(int(p) - 1 for p in places.split(",") if p)))
    return items


def collection(file):
    items = []
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        items.append(Item(" ".join(row["sents"])[:400], row["set"].split(":")[0], row["claim"], row["sents"], row["label"]))
    return items


def reasons(file):
    items = []
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        sentences, last, ids = [], None, []
        heads = {a["id"]: f"({a['outlet']}, {a['date']}) " for a in row["articles"]}
        for s in row["sentences"]:
            sentences.append((heads[s["article"]] if s["article"] != last else "") + s["text"])
            last = s["article"]
            ids.append(s["id"])
        verdict = VERDICTS.index(row["verdict"])
        span = row["span"]
        items.append(
            Item(row["set_id"], "reasons", row["claim"], sentences, int(verdict == 0), verdict, REASONS.index(row["reason"]),
                 (span["start"], span["end"]) if span else None, tuple(ids.index(e) for e in row["evidence"])))
    return items
