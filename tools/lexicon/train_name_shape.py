"""Makes `name-shape.txt`: how much each run of three letters speaks for a foreign name rather than an ordinary word.

It learns from the tables of this lexicon alone: names of people and places that the spelling dictionary does not have,
against ordinary words of that dictionary with the clitics and endings that words of a text carry. A line is the first two
letters, a character in it the third; its code, less that of `P`, is the weight in tenths of a natural logarithm.
"""

import math
import random
import sys
from collections import Counter

from common import TABLES, fold

LETTERS = "^ءابتثجحخدذرزسشصضطظعغفقكلمنهوي$"
FRONT = ["", "", "", "ال", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "ك", "س"]
BEHIND = ["", "", "", "", "ه", "ها", "هم", "ات", "ين", "ون", "يه", "ا", "ت", "وا", "نا", "تها", "ته", "هما"]
ZERO = ord("P")


def padded(word):
    return "^^" + "".join(c for c in word if c in LETTERS) + "$"


def trigrams(word):
    text = padded(word)
    return [text[i : i + 3] for i in range(len(text) - 2)]


def stems():
    folder = TABLES.parent / "stem"
    for name in ("noun.txt", "verb.txt"):
        yield from (folder / name).read_text(encoding="utf-8").split()


def rows(name):
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return (dict(zip(head, line.split("\t"))) for line in lines[1:])


def main():
    random.seed(1)
    ordinary = set(stems())
    names = {fold(r["name"]) for r in rows("name-word.tsv") if r["trust"] == "1"}
    names |= {w for r in rows("place.tsv") for w in fold(r["name"]).split() if len(w) > 3}
    names = sorted(n for n in names if n not in ordinary and not n.startswith("ال") and n.removesuffix("ه") not in ordinary)
    words = [random.choice(FRONT) + w + random.choice(BEHIND) for w in sorted(ordinary) for _ in range(2) if len(w) > 2]
    random.shuffle(names), random.shuffle(words)
    held = names[: len(names) // 10], words[: len(words) // 10]
    names, words = names[len(names) // 10 :], words[len(words) // 10 :]
    counts = [Counter(t for w in side for t in trigrams(w)) for side in (names, words)]
    totals = [sum(c.values()) for c in counts]

    def weight(t):
        p = [(c[t] + 0.5) / (n + 0.5 * len(LETTERS) ** 2) for c, n in zip(counts, totals)]
        return max(-40, min(40, round(10 * math.log(p[0] / p[1]))))

    lines = ["".join(chr(ZERO + weight(a + b + c)) for c in LETTERS) for a in LETTERS for b in LETTERS]
    (TABLES / "name-shape.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    score = lambda w: sum(map(weight, trigrams(w)))
    for least in (-20, -10, 0, 10, 20, 30):
        shares = [sum(score(w) > least for w in side) / len(side) for side in held]
        print(f"above {least}: names {shares[0]:.3f}, words {shares[1]:.3f}", file=sys.stderr)
    if len(sys.argv) > 1:
        for w in sys.argv[1:]:
            print(w, score(fold(w)))


if __name__ == "__main__":
    main()
