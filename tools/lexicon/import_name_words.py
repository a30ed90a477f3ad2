"""Makes `name-word.tsv`: words that people are named with, and how surely each is nothing else.

Trust 1: hardly ever anything but a name. Trust 2: an ordinary word too, so it counts only beside other signs of a name.
"""

import json
import sqlite3
from collections import Counter

from common import dictionary_words, downloads, fold, hand, is_ordinary, is_plain, write

HEADER = ["role", "trust", "source", "name"]
LEAST_LETTERS = 3
LEAST_BEARERS = 1
# An ordinary word that this many people in the source are named with is worth having as a name of trust 2.
LEAST_BEARERS_OF_ORDINARY_WORD = 15
# A given name of so many people is read as a name first, whatever else it means.
LEAST_BEARERS_OF_KNOWN = 100
# A family name written by hand that so many people bear as a given name is both.
LEAST_BEARERS_OF_GIVEN = 10
PREFIX_LETTERS = ("وال", "بال", "كال", "فال", "لل")


def romanizer_words(root):
    """Bearers by word and role, from Wikidata labels."""
    database = sqlite3.connect(root / "py" / "arabic_name_romanizer" / "resources" / "names.sqlite3")
    given, family = Counter(), Counter()
    for key, role, count in database.execute("select arabic_key, role, count from units where source = 'wikidata'"):
        if " " not in key and is_plain(key):
            (family if role == "surname" else given)[fold(key)] += count
    return given, family


def arabnamer_words(root):
    path = root / "py" / "arabnamer" / "data" / "dict_FINAL.json"
    words = {fold(name) for name in json.loads(path.read_text(encoding="utf-8")).values()}
    return {word for word in words if " " not in word and is_plain(word)}


def role_of(word, given, family):
    g, f = given[word], family[word]
    if g and f:
        return "given" if g > 5 * f else "family" if f > 5 * g else "both"
    return "given" if g else "family" if f else "both"


def main():
    root = downloads()
    ordinary = dictionary_words(root)
    stop = {fold(word) for line in hand("name-word-stop.txt") for word in line[0].split()}
    given, family = romanizer_words(root)
    from_arabnamer = arabnamer_words(root)
    by_hand = {}
    for role, words in hand("name-word-hand.txt"):
        for word in words.split():
            by_hand[fold(word)] = "both" if by_hand.get(fold(word), role) != role else role

    listed = {word: role for role, words in hand("name-word-list.txt") for word in words.split()}
    common = {fold(word) for line in hand("name-word-common.txt") for word in line[0].split()}
    places = {fold(name.removeprefix("~")) for line in hand("place-hand.txt") for name in line[4].split(";")}

    def trust(word):
        if word in common:
            return "2"
        if word in by_hand:
            return "1"
        known = given[word] >= LEAST_BEARERS_OF_KNOWN
        return "2" if is_ordinary(word, ordinary) and not known else "1"

    def looks_prefixed(word):
        return word[0] in "وفبلكس" and is_ordinary(word[1:], ordinary)

    rows = {}
    for word in sorted(set(given) | set(family) | from_arabnamer | set(by_hand) | set(listed)):
        bearers = given[word] + family[word]
        if len(word) < LEAST_LETTERS or word in stop or word.startswith(PREFIX_LETTERS):
            continue
        if word in places and word not in by_hand:
            continue
        role, level = role_of(word, given, family), trust(word)
        if word in by_hand:
            both = by_hand[word] == "family" and given[word] >= LEAST_BEARERS_OF_GIVEN
            rows[word] = ["both" if both else by_hand[word], level, "names-hand", word]
        elif word in listed and not bearers:
            rows[word] = [listed[word], level, "names-hand", word]
        elif level == "2":
            if bearers >= LEAST_BEARERS_OF_ORDINARY_WORD:
                rows[word] = [role, "2", "name-romanizer", word]
        elif bearers >= LEAST_BEARERS:
            rows[word] = [role, "1", "name-romanizer", word]
        elif word in from_arabnamer and len(word) > LEAST_LETTERS and not looks_prefixed(word):
            rows[word] = [role, "1", "arabnamer", word]
    write("name-word.tsv", HEADER, list(rows.values()))


if __name__ == "__main__":
    main()
