"""Prints the annotated articles, those of one story a line: `python articles.py DATA > STORIES.jsonl`."""

import collections
import json
import pathlib
import sys

MOST = 6  # articles of a story


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def stories(data):
    for path in sorted((data / "stories").glob("dev-?.json")):
        for story in json.loads(path.read_text(encoding="utf-8")):
            yield [{key: article[key] for key in ("id", "title", "text")} for article in story["docs"]]
    for name, story_of in (("ecbplus", lambda row: row["subtopic"]), ("meantime", lambda row: row["doc_id"].split("/")[0])):
        groups = collections.defaultdict(list)
        for row in lines(data / f"coref/{name}_docs.jsonl"):
            groups[story_of(row)].append({"id": row["doc_id"], "title": "", "text": row["text"]})
        for articles in groups.values():
            for start in range(0, len(articles), MOST):
                yield articles[start : start + MOST]


for story in stories(pathlib.Path(sys.argv[1])):
    print(json.dumps(story))
