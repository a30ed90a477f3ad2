"""Makes `nisba.tsv`: hand-written rows first, then nationalities of `arwikicats` that they do not have."""

import json

from common import clean, downloads, fold, hand, is_plain, write

HEADER = ["id", "country", "en", "source", "name"]


def country_codes(root):
    path = root / "cldr" / "package" / "main" / "en" / "territories.json"
    names = json.loads(path.read_text())["main"]["en"]["localeDisplayNames"]["territories"]
    return {name.lower(): code.split("-alt-")[0] for code, name in names.items() if code[:1].isalpha()}


def main():
    root = downloads()
    rows = []
    # Rather other words than nationalities: lunar, financial.
    taken = {"قمري", "مالي"}

    def add(country, en, source, name):
        name = clean(name)
        if is_plain(name) and name.endswith("ي") and fold(name) not in taken:
            taken.add(fold(name))
            slug = "nisba-" + en.lower().replace(" ", "-")
            number = sum(row[0].startswith(slug) for row in rows) + 1
            rows.append([f"{slug}-{number}", country, en, source, name])

    for country, en, names in hand("nisba-hand.txt"):
        for name in names.split(";"):
            add(country, en, "names-hand", name)
    codes = country_codes(root)
    path = root / "py" / "ArWikiCats" / "jsons" / "nationalities" / "nationalities_data.json"
    for en, forms in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
        country = codes.get(forms.get("en", "").lower())
        if country and len(forms.get("male", "").split()) == 1:
            add(country, en.title(), "arwikicats", forms["male"])
    write("nisba.tsv", HEADER, rows)


if __name__ == "__main__":
    main()
