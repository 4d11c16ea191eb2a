#!/usr/bin/env bash
# Makes tests/fixtures/formats from its article.html, by the programs that people have: LibreOffice, pandoc, Chromium, qpdf.
# Usage: scripts/make-formats.sh; what it writes is looked at and committed. Other versions write other bytes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../tests/fixtures/formats"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 "$here/make-formats.py"

# pandoc writes documents from Markdown, and nothing of the day on which it does.
export SOURCE_DATE_EPOCH=1773205200
for ending in docx odt rtf epub; do
    pandoc --standalone --wrap=none -o "pandoc.$ending" article.md
done
pandoc --standalone --wrap=none -o pandoc.html article.md

# LibreOffice opens the page as a document and saves it as each of its formats.
office() {
    soffice --headless "-env:UserInstallation=file://$scratch/office" "$@" >/dev/null 2>&1
}
cp article.html "$scratch/libreoffice.html"
office --infilter='HTML (StarWriter)' --convert-to odt:writer8 --outdir "$scratch" "$scratch/libreoffice.html"
cp "$scratch/libreoffice.odt" .
office --convert-to docx:'MS Word 2007 XML' --outdir . "$scratch/libreoffice.odt"
office --convert-to rtf:'Rich Text Format' --outdir . "$scratch/libreoffice.odt"
office --convert-to epub:EPUB --outdir . "$scratch/libreoffice.odt"
office --convert-to pdf:writer_pdf_Export --outdir . "$scratch/libreoffice.odt"
# What Word wrote, as far as LibreOffice can play it: a document with styles of its own, from pandoc.
cp pandoc.docx "$scratch/rewritten.docx"
office --convert-to pdf:writer_pdf_Export --outdir . "$scratch/rewritten.docx"

# The browser is told that the paper's address is here, so that no path of this machine gets into what it writes.
port=8731
python3 -m http.server $port --bind 127.0.0.1 >/dev/null 2>&1 &
server=$!
trap 'kill $server; rm -rf "$scratch"' EXIT
sleep 1
address=http://courier.example/article.html
browser() {
    "$(command -v chromium || command -v google-chrome)" --headless --no-sandbox --disable-gpu \
        "--host-resolver-rules=MAP courier.example 127.0.0.1:$port" "$@" 2>/dev/null
}
browser "--user-data-dir=$scratch/browser" --no-pdf-header-footer "--print-to-pdf=$PWD/chromium.pdf" $address
browser "--user-data-dir=$scratch/browser" "--print-to-pdf=$PWD/chromium-head.pdf" $address
export -f browser
export port
python3 "$here/save-mhtml.py" $address chromium.mhtml

# The same pages without compression, so that damage to them reaches what reads them.
qpdf --qdf --object-streams=disable libreoffice.pdf uncompressed.pdf

# A password keeps this one shut.
qpdf --encrypt secret secret 256 -- chromium.pdf locked.pdf
ls -l
