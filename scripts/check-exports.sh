#!/usr/bin/env bash
# Has every export read by programs that nobody here wrote: a browser, an office suite, readers of PDF, CSV, JSON-LD, XML.
# What is not installed is left out with a word. Debian's names for all of it:
#   chromium libreoffice-writer poppler-utils qpdf libxml2-utils python3-pyld
# Two files are not ours to pass on; where these name them, they are used:
#   REFI_SCHEMA  Project.xsd of REFI-QDA 1.0      ANNO_CONTEXT  anno.jsonld of the Web Annotation vocabulary
# usage: scripts/check-exports.sh [PROGRAM] [FOLDER TO KEEP THE EXPORTS IN]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/counterpoint}")
out=${2:-$(mktemp -d)}
mkdir -p "$out"
failed=0

fail() { echo "FAILED: $*"; failed=1; }
passed() { echo "passed: $*"; }
there() { command -v "$1" >/dev/null || { echo "left out: $2, for $1 is not installed"; return 1; }; }

# A notebook whose notes hold what a file format may stumble over, on the samples that come with the program.
"$program" compare assets/samples/port-ellery-sentinel.html assets/samples/coastal-record.txt -o "$out/plain.json"
python3 - "$out" <<'PYTHON'
import json, sys
out = sys.argv[1]
report = json.load(open(f"{out}/plain.json"))
points = lambda document, place: document["text"][place["start"]:place["end"]]
documents = {document["id"]: document for document in report["documents"]}
hard = ["=1+1", "=HYPERLINK(\"http://example.org\";\"x\")", "<script>alert(1)</script><b>bold</b> &amp; ]]>",
        "Emoji 🙂👩‍👩‍👧 and e\u0301", "مرحبا بالعالم שלום עולם, then English", "-- \"quoted\", 'single', `code`, | pipe |\nnext\r\nline\ttab",
        "long " * 20_000]
report["notebook"]["notes"] = [
    {"id": f"n{index + 1}", "text": text, "conflict": None, "document": None, "start": None, "end": None, "matched": True}
    for index, text in enumerate(hard)]
for note, conflict in zip(report["notebook"]["notes"], report["conflicts"]):
    note["conflict"] = conflict["id"]
passage = report["conflicts"][0]["sides"][0]
report["notebook"]["notes"].append({"id": "n99", "text": "On a passage", "conflict": None, "document": passage["document"],
                                    "start": passage["start"], "end": passage["end"], "matched": True})
# What the reader tagged, linked, marked and ticked off, by the quotations that reports hold on to passages with.
def anchor(side):
    document = documents[side["document"]]
    return {"document": document["sha256"], "exact": points(document, side), "prefix": "", "suffix": "",
            "start": side["start"], "end": side["end"]}
sides = [[anchor(side) for side in conflict["sides"]] for conflict in report["conflicts"][:2]]
keys = [{"kind": conflict["kind"], "sides": pair} for conflict, pair in zip(report["conflicts"], sides)]
gone = {**sides[0][0], "exact": "words that <nobody> wrote"}
report["notebook"].update(
    tags=[{"name": "<water> & =1+1", "color": "blue", "shortcut": 1, "findings": keys[:1]}],
    links=[{"relation": {"own": "quotes <b>against</b>"}, "sides": sides[0]}, {"relation": "supports", "sides": [sides[1][0], gone]}],
    marks=[{"words": "=not the same", "passages": sides[1]}], ticks=[sides[0][0], gone], muted=[{"kind": "stance"}])
report["notebook"]["notes"][-1]["tags"] = ["<water> & =1+1"]
json.dump(report, open(f"{out}/hard.json", "w"))
PYTHON
for ending in html pdf docx md csv json jsonld qdpx; do
    "$program" export "$out/hard.json" --include-unreviewed --texts full --author "Ana Reed" --date 2026-11-22 -o "$out/report.$ending"
    "$program" export "$out/hard.json" --include-unreviewed --texts full --author "Ana Reed" --date 2026-11-22 -o "$out/again.$ending"
    cmp -s "$out/report.$ending" "$out/again.$ending" && passed "$ending: the same bytes twice" || fail "$ending: other bytes the second time"
    rm "$out/again.$ending"
done
quotation="The boil order covers 18,000 homes"

# The words of a PDF on one line.
words_of() { pdftotext "$1" - | tr '\n' ' ' | tr -s ' '; }

if there chromium "HTML in a browser" && there pdftotext "HTML in a browser"; then
    chromium --headless --no-sandbox --disable-gpu --enable-logging=stderr --v=0 --no-pdf-header-footer \
        --print-to-pdf="$out/html.pdf" "file://$(realpath "$out")/report.html" 2>"$out/chromium.log" || fail "html: the browser cannot print it"
    ! grep -q CONSOLE "$out/chromium.log" && passed "html: nothing on the console" || fail "html: $(grep CONSOLE "$out/chromium.log")"
    words_of "$out/html.pdf" | grep -qF "$quotation" && passed "html: prints with its quotations" || fail "html: a quotation is missing in print"
    chromium --headless --no-sandbox --disable-gpu --window-size=1100,1400 --hide-scrollbars \
        --screenshot="$out/html.png" "file://$(realpath "$out")/report.html" 2>/dev/null
fi
python3 - "$out" <<'PYTHON' && passed "html: every link finds its target" || fail "html: a link leads nowhere"
import sys
from html.parser import HTMLParser
class Links(HTMLParser):
    ids, links = set(), set()
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag != "script", "a script"
        assert attributes.get("id") not in self.ids or "id" not in attributes, f"twice: {attributes['id']}"
        self.ids.add(attributes.get("id"))
        if attributes.get("href", "").startswith("#"):
            self.links.add(attributes["href"][1:])
links = Links()
links.feed(open(f"{sys.argv[1]}/report.html", encoding="utf-8").read())
assert links.links and links.links <= links.ids, links.links - links.ids
PYTHON

if there qpdf "PDF by qpdf"; then
    qpdf --check "$out/report.pdf" >"$out/qpdf.log" 2>&1 && passed "pdf: qpdf finds no fault" || fail "pdf: $(cat "$out/qpdf.log")"
fi
if there pdftotext "PDF by poppler"; then
    words_of "$out/report.pdf" | grep -qF "$quotation" && passed "pdf: its words can be read" || fail "pdf: a quotation is missing"
    pdfinfo "$out/report.pdf" 2>&1 | grep -q '^Tagged: *yes' && passed "pdf: tagged" || fail "pdf: not tagged"
    [ -z "$(pdffonts "$out/report.pdf" | awk 'NR > 2 && $(NF - 4) != "yes"')" ] && passed "pdf: every font is in it" || fail "pdf: a font is missing"
fi

if there soffice "DOCX and CSV by LibreOffice" && there pdftotext "DOCX by LibreOffice"; then
    soffice --headless --convert-to pdf:writer_pdf_Export --outdir "$out/office" "$out/report.docx" >/dev/null 2>&1 || true
    words_of "$out/office/report.pdf" | grep -qF "$quotation" && passed "docx: LibreOffice opens it" || fail "docx: LibreOffice does not show it"
fi

python3 - "$out" <<'PYTHON' && passed "csv: one finding a row, no formula" || fail "csv: see above"
import csv, json, sys
rows = list(csv.reader(open(f"{sys.argv[1]}/report.csv", encoding="utf-8", newline=""), strict=True))
report = json.load(open(f"{sys.argv[1]}/report.json"))
assert {len(row) for row in rows} == {len(rows[0])}, "rows of different lengths"
assert len(rows) == 1 + len(report["conflicts"]), f"{len(rows)} rows"
assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell], "a formula"
PYTHON

# Debian's own Python knows Debian's packages.
python=$(for one in python3 /usr/bin/python3; do "$one" -c 'import pyld' 2>/dev/null && echo "$one" && break; done || true)
if [ -n "$python" ] && [ -n "${ANNO_CONTEXT:-}" ]; then
    "$python" - "$out" "$ANNO_CONTEXT" <<'PYTHON' && passed "jsonld: expanded by a JSON-LD processor" || fail "jsonld: see above"
import json, sys
from pyld import jsonld
context = json.load(open(sys.argv[2]))
def load(url, options):
    assert url == "http://www.w3.org/ns/anno.jsonld", url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}
jsonld.set_document_loader(load)
[collection] = jsonld.expand(json.load(open(f"{sys.argv[1]}/report.jsonld")))
oa, items = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#items"
annotations = collection["http://www.w3.org/ns/activitystreams#first"][0][items][0]["@list"]
conflicts = [one for one in annotations if one[oa + "motivatedBy"][0]["@id"] == oa + "linking"]
assert conflicts, "no conflict"
for conflict in conflicts:
    targets = conflict[oa + "hasTarget"]
    assert len(targets) == 2, f"{len(targets)} targets"
    kinds = {selector["@type"][0] for target in targets for selector in target[oa + "hasSelector"]}
    assert kinds == {oa + "TextQuoteSelector", oa + "TextPositionSelector"}, kinds
PYTHON
else
    echo "left out: JSON-LD, for pyld is not installed or ANNO_CONTEXT names no file"
fi

rm -rf "$out/qdpx"
mkdir "$out/qdpx"
python3 -m zipfile -e "$out/report.qdpx" "$out/qdpx"
if [ -n "${REFI_SCHEMA:-}" ] && there xmllint "REFI-QDA by its schema"; then
    xmllint --noout --schema "$REFI_SCHEMA" "$out/qdpx/project.qde" 2>"$out/xmllint.log" && passed "qdpx: fits the schema" || fail "qdpx: $(head -5 "$out/xmllint.log")"
else
    echo "left out: REFI-QDA by its schema, for REFI_SCHEMA names no file"
fi
python3 - "$out" <<'PYTHON' && passed "qdpx: every reference and selection holds" || fail "qdpx: see above"
import sys
import xml.etree.ElementTree as tree
folder = f"{sys.argv[1]}/qdpx"
root = tree.parse(f"{folder}/project.qde").getroot()
guids = [element.get("guid") for element in root.iter() if element.get("guid")]
assert len(guids) == len(set(guids)), "a guid twice"
wanted = {value for element in root.iter() for key, value in element.items()
          if key in ("targetGUID", "originGUID", "creatingUser", "creatingUserGUID")}
assert wanted <= set(guids), wanted - set(guids)
for source in root.iter("{urn:QDA-XML:project:1.0}TextSource"):
    text = open(f"{folder}/sources/{source.get('plainTextPath').removeprefix('internal://')}", encoding="utf-8", newline="").read()
    for selection in source.iter("{urn:QDA-XML:project:1.0}PlainTextSelection"):
        start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
        assert 0 <= start < end <= len(text), (start, end, len(text))
PYTHON

[ $failed = 0 ] && echo "all exports read well" || exit 1
