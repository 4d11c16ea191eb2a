#!/usr/bin/env python3
"""Compares invented stories through Apache Spark's pipe and directly, and looks whether the reports are the same.

Usage: scripts/batch-spark.py PROGRAM [STORIES]; 1,000 stories without it. Needs Java and `pip install pyspark`.
"""

import json
import pathlib
import random
import shlex
import subprocess
import sys
import tempfile

from pyspark import SparkConf, SparkContext

TOWNS = ["Norvik", "Port Halden", "Ellery", "Sund", "Corran", "Aldmoor"]
SHIPS = ["Aurelia", "Kestrel", "Northern Light", "Marrow", "Tern"]
NAMES = ["Ilse Brandt", "Conrad Vey", "Dana Pruett", "Lena Osei", "Tom Reddin"]


def article(chance, outlet, town, ship, name, day):
    rescued, hurt = chance.randint(20, 400), chance.randint(2, 19)
    return {
        "title": f"Passengers brought ashore at {town}",
        "outlet": outlet,
        "date": f"2026-05-{day:02}",
        "text": f"Rescuers brought {rescued} passengers of the ferry {ship} ashore at {town} on Monday. "
        f"{hurt} people were treated in hospital, said {name}, the mayor of {town}.\n\n"
        f"“The crew {chance.choice(['did', 'did not do'])} everything right,” {name} said. "
        f"The owner of the {ship} {chance.choice(['denied', 'confirmed'])} that the rudder had failed before.",
    }


def story(number):
    chance = random.Random(number)
    town, ship, name = chance.choice(TOWNS), chance.choice(SHIPS), chance.choice(NAMES)
    return {
        "story": f"s{number}",
        "docs": [article(chance, outlet, town, ship, name, day) for outlet, day in [("Courier", 4), ("Ledger", 5)]],
    }


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    lines = [json.dumps(story(number), ensure_ascii=False) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        stories, reports = pathlib.Path(folder, "stories.jsonl"), pathlib.Path(folder, "reports.jsonl")
        stories.write_text("\n".join(lines) + "\n")
        subprocess.run([program, "batch", stories, "-o", reports], check=True)
        direct = reports.read_text().splitlines()
    with SparkContext(conf=SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false")) as spark:
        spark.setLogLevel("ERROR")
        command = f"{shlex.quote(program)} batch - --jobs 1"
        piped = spark.parallelize(lines, 4).pipe(command, checkCode=True).collect()
    if piped != direct or len(direct) != count:
        sys.exit(f"failed: {len(direct)} reports directly, {len(piped)} through Spark, and they differ")
    found = sum(len(json.loads(line).get("conflicts", [])) for line in direct)
    print(f"{count} stories: the same {count} reports directly and through Spark, with {found} findings")


if __name__ == "__main__":
    main()
