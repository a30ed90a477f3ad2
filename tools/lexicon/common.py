"""Folding and table writing that the import scripts share."""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = HERE.parents[1] / "crates" / "tawatur-lexicon" / "data" / "gazetteer"
FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ئ": "ي", "ة": "ه", "ؤ": "و"})
PLAIN = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")
# Flags of the spelling dictionary that mark proper names.
PROPER_FLAGS = {"60", "63", "64", "181"}
INVISIBLE = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def downloads() -> Path:
    return Path(sys.argv[1])


def clean(name: str) -> str:
    """One spelling of blanks and dashes, no marks, no invisible characters."""
    name = INVISIBLE.sub("", name).replace("–", "-").replace("ـ", "")
    return re.sub(r"\s+", " ", name).strip(" -،,")


def fold(name: str) -> str:
    """As the reader folds: alef forms, ya, ta marbuta, hamza carriers."""
    return clean(name).translate(FOLD)


def is_plain(name: str) -> bool:
    """Whether it has Arabic letters only: no Persian, Urdu, Uyghur or Latin ones."""
    return PLAIN.fullmatch(name) is not None


def hand(name: str) -> list[list[str]]:
    """Rows of a hand-written file: fields by `|`, comments by `#`."""
    rows = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            rows.append([field.strip() for field in line.split("|")])
    return rows


def dictionary_words(root: Path) -> set[str]:
    """Folded entries of the spelling dictionary, as a filter."""
    path = root / "deb" / "usr" / "share" / "hunspell" / "ar.dic"
    words = set()
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        word, _, flag = line.split("\t")[0].strip().partition("/")
        if flag not in PROPER_FLAGS:
            words.add(fold(word))
    return words


NOUN_ENDINGS = {"ات": ("", "ه"), "ون": ("",), "ين": ("",), "ان": ("",), "ه": ("",), "يه": ("", "ي", "ا", "ه"),
                "ي": ("", "ا", "ه"), "ا": ("",), "و": ("",), "ت": ("", "ه", "ي"), "وا": ("",), "نا": ("",)}


def is_ordinary(folded: str, words: set[str]) -> bool:
    """Whether a folded word, with or without article, is an inflected form of a word of the dictionary."""
    bare = folded.removeprefix("ال")
    if folded in words or bare in words:
        return True
    for ending, bases in NOUN_ENDINGS.items():
        rest = bare.removesuffix(ending)
        if rest != bare and len(rest) >= 3 and any(rest + base in words for base in bases):
            return True
    return False


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    lines = ["\t".join(header)] + ["\t".join(row) for row in rows]
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows, {(TABLES / name).stat().st_size} bytes", file=sys.stderr)
