"""Makes `data/stem/*.txt`: base forms of ordinary words, folded, from the spelling dictionary Ayaspell (MPL 1.1).

Forms that the reader can derive (plural and person endings, other persons' prefixes) are left out.
"""

import sys

from common import PROPER_FLAGS, TABLES, downloads, fold, is_plain

STEMS = TABLES.parent / "stem"
PAST_ENDINGS = ("تا", "تم", "تما", "تن", "نا", "وا", "نان", "ينان")
PRESENT_ENDINGS = ("ون", "وا", "ان", "ين", "نان", "ينان")
NOUN_ENDINGS = ("ات", "ون", "ين", "ان", "تان", "تين", "ا")


def sections(root):
    """Entries by section of the dictionary: word and flag."""
    path = root / "deb" / "usr" / "share" / "hunspell" / "ar.dic"
    section, found = "", {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[1:]:
        if line.endswith(".dic"):
            section = line
        elif not line.startswith((":", "#")) and line.strip():
            word, _, flag = line.split("\t")[0].strip().partition("/")
            found.setdefault(section, []).append((fold(word), flag))
    return found


def derived_noun(word, words):
    return any(word.endswith(e) and (word[: -len(e)] in words or word[: -len(e)] + "ه" in words)
               for e in NOUN_ENDINGS if len(word) - len(e) >= 3)


def derived_verb(word, words):
    if word[0] in "تن" and "ي" + word[1:] in words and len(word) > 3:
        return True
    endings = PRESENT_ENDINGS if word[0] in "يتن" else PAST_ENDINGS
    return any(word.endswith(e) and word[: -len(e)] in words for e in endings if len(word) - len(e) >= 2)


def write(name, words):
    STEMS.mkdir(exist_ok=True)
    kept = sorted(w for w in words if len(w) >= 2 and is_plain(w) and " " not in w)
    (STEMS / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{name}: {len(kept)} words", file=sys.stderr)


def main():
    entries = sections(downloads())
    names = entries["names.dic"]
    proper = {w for w, flag in names if flag in PROPER_FLAGS}
    nouns = {w for w, flag in names if flag and flag not in PROPER_FLAGS}
    verbs = {w for w, _ in entries["verb.huns.dic"]}
    write("proper.txt", proper - nouns)
    write("noun.txt", {w for w in nouns if not derived_noun(w, nouns)})
    write("verb.txt", {w for w in verbs if not derived_verb(w, verbs)})


if __name__ == "__main__":
    main()
