#!/usr/bin/env python3
"""Writes the fixtures that no program converts, all of them from article.html: the same words in other clothes.

Called by make-formats.sh, in the folder of the fixtures."""

import base64
import json
import pathlib
import plistlib
import quopri
import re

page = pathlib.Path("article.html").read_text()
article = re.search(r"<article>\n(.*?)</article>", page, re.S).group(1)
title = re.search(r"<h1>(.*?)</h1>", article).group(1)
body = article.split("</h1>\n", 1)[1]
plain_body = body.replace("&shy;", "")
TITLE, OUTLET, AUTHOR = title, "Sandhaven Courier", "Marit Oake"
DAY, MOMENT = "2026-03-11", "2026-03-11T06:00:00+01:00"
ADDRESS = "https://courier.example/ferry"


def write(name, text, encoding="utf-8", newline="\n"):
    pathlib.Path(name).write_bytes(text.replace("\n", newline).encode(encoding))


def inside(pattern, text):
    return re.findall(pattern, text, re.S)


def lines(mark_heading, mark_item, mark_quote, cell):
    """The blocks of the article in order, marked as a text format marks them."""
    blocks = []
    pattern = r"<h2>(.*?)</h2>|<ul>(.*?)</ul>|<blockquote><p>(.*?)</p></blockquote>|<table>(.*?)</table>|<p>(.*?)</p>"
    for heading, items, quote, table, words in inside(pattern, plain_body):
        if heading:
            blocks.append(mark_heading + heading)
        elif items:
            blocks.append("\n".join(mark_item + item for item in inside(r"<li>(.*?)</li>", items)))
        elif quote:
            blocks.append(mark_quote + quote)
        elif table:
            rows = [inside(r"<td>(.*?)</td>", row) for row in inside(r"<tr>(.*?)</tr>", table)]
            blocks.append(cell(rows))
        else:
            blocks.append(words)
    return blocks


# Plain text and Markdown.
text = lines("", "- ", "", lambda rows: "\n\n".join(" | ".join(row) for row in rows))
plain = "\n\n".join([TITLE, f"By {AUTHOR}\n{OUTLET}\n11 March 2026", *text]) + "\n"
write("article.txt", plain)
write("windows.txt", plain, "cp1252", "\r\n")
write("utf-16.txt", "\ufeff" + plain, "utf-16-le", "\r\n")
table = lambda rows: "\n".join(["| | |", "|---|---|", *("| " + " | ".join(row) + " |" for row in rows)])
marked = "\n\n".join(lines("## ", "- ", "> ", table))
front = f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\noutlet: {OUTLET}\ndate: {DAY}\n---\n\n"
write("article.md", f"{front}# {TITLE}\n\n{marked}\n")

# Pages.
write("latin-1.html", page.replace('charset="utf-8"', 'charset="iso-8859-1"'), "cp1252")
write("utf-16-be.html", "\ufeff" + page.replace('<meta charset="utf-8">\n', ""), "utf-16-be")
menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport</a></li><li><a href=/tv>Television</a></li></ul></nav>"
more = "<aside><h2>Most read</h2><ul><li><a href=/1>Ten harbors to see</a></li><li><a href=/2>Why gulls steal</a></li></ul></aside>"
ld = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": MOMENT,
        "author": {"@type": "Person", "name": AUTHOR},
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
)
write(
    "amp.html",
    f'<!doctype html>\n<html ⚡ lang="en">\n<head><meta charset="utf-8"><script async src="https://cdn.example/v0.js"></script>\n'
    f"<title>{TITLE}</title><link rel=canonical href={ADDRESS}>\n<style amp-custom>p {{ margin: 1em 0 }}</style>"
    f'<script type="application/ld+json">{ld}</script></head>\n<body>\n'
    f"<amp-sidebar id=side layout=nodisplay>{menu}</amp-sidebar>\n<main role=main><h1>{TITLE}</h1>\n"
    f"<amp-img src=pier.jpg width=16 height=9 layout=responsive alt=''></amp-img>\n{body}</main>\n"
    f"<amp-ad width=300 height=250 type=example></amp-ad>\n<footer>© Sandhaven Courier</footer></body>\n</html>\n",
)
picture = base64.b64encode(bytes.fromhex("47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b")).decode()
write(
    "singlefile.html",
    f"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Thu Mar 12 2026 09:15:00 GMT+0100 \n-->"
    f"<meta charset=utf-8><title>{TITLE} | {OUTLET}</title><style>.p{{margin:1em 0}}nav li{{display:inline}}</style>"
    f'<meta property=og:site_name content="{OUTLET}"><meta name=author content="{AUTHOR}"><meta property=article:published_time content="{MOMENT}">'
    f"<link rel=canonical href={ADDRESS}><body><header>{menu}</header><main><article><h1>{TITLE}</h1>"
    f'<figure><img src="data:image/gif;base64,{picture}"></figure>{body}</article>{more}</main><footer>© Sandhaven Courier</footer></body></html>\n',
)
write(
    "reader-view.html",
    f'<!DOCTYPE html>\n<html lang="en" platform="linux"><head><meta charset="utf-8"><title>{TITLE}</title></head>\n'
    f'<body class="light sans-serif loaded"><div class="container"><div class="header reader-header">'
    f'<a class="domain reader-domain" href="{ADDRESS}">courier.example</a><div class="domain-border"></div>'
    f'<h1 class="reader-title">{TITLE}</h1><div class="credits reader-credits">{AUTHOR}</div>'
    f'<div class="meta-data"><div class="reader-estimated-time" dir="ltr">1–2 minutes</div></div></div><hr>'
    f'<div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">{body}</div></div></div></div></body></html>\n',
)

# A web archive as browsers save it; make-formats.sh lets a browser write another.
coded = quopri.encodestring(page.encode()).decode().replace("\n", "\r\n")
write(
    "by-hand.mhtml",
    "From: <Saved by Blink>\r\n"
    f"Snapshot-Content-Location: {ADDRESS}\r\nSubject: {TITLE}\r\nDate: Thu, 12 Mar 2026 08:15:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x----"\r\n\r\n\r\n'
    f"------Boundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    f"Content-Location: {ADDRESS}\r\n\r\n{coded}\r\n"
    f"------Boundary--x----\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://courier.example/p.gif\r\n\r\n"
    f"{picture}\r\n------Boundary--x------\r\n",
)

# As Safari saves a page.
resource = {
    "WebResourceData": page.encode(),
    "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "UTF-8",
    "WebResourceURL": ADDRESS,
    "WebResourceFrameName": "",
}
archive = {"WebMainResource": resource, "WebSubresources": [{"WebResourceData": base64.b64decode(picture), "WebResourceMIMEType": "image/gif"}]}
pathlib.Path("safari.webarchive").write_bytes(plistlib.dumps(archive, fmt=plistlib.FMT_BINARY))

# Letters.
def letter(subject, html, text):
    def part(kind, words):
        coded = quopri.encodestring(words.encode()).decode()
        return f"--mark\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{coded}\n"

    return (
        f"From: {AUTHOR} <{AUTHOR.split()[0].lower()}@courier.example>\nTo: desk@gazette.example\nSubject: {subject}\n"
        "Date: Wed, 11 Mar 2026 06:00:00 +0100\nMessage-ID: <1@courier.example>\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/alternative; boundary="mark"\n\n{part("text/plain", text)}{part("text/html", html)}--mark--\n'
    )


mail = letter(TITLE, f"<html><body><h1>{TITLE}</h1>{body}</body></html>", plain)
write("letter.eml", mail, newline="\r\n")
second = letter("Tide tables", "<p>High water is at noon on Thursday, and again after midnight.</p>", "High water is at noon on Thursday.")
separator = "From marit@courier.example Wed Mar 11 06:00:00 2026\n"
write("letters.mbox", f"{separator}{mail}\n{separator}{second}\n")

# Scrapers and agencies.
words = "\n\n".join(text)
told = {"title": TITLE, "outlet": OUTLET, "authors": [AUTHOR], "date": DAY, "url": ADDRESS, "language": "en", "text": words}
write("article.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
tides = {"title": "Tide tables", "text": "High water is at noon on Thursday."}
write("articles.jsonl", json.dumps(tides) + "\n" + json.dumps(told) + "\n")
write(
    "ninjs.json",
    json.dumps(
        {
            "uri": "https://courier.example/items/1",
            "type": "text",
            "headline": TITLE,
            "byline": f"By {AUTHOR}",
            "versioncreated": MOMENT,
            "language": "en",
            "infosources": [{"name": OUTLET}],
            "body_xhtml": plain_body,
        },
        ensure_ascii=False,
        indent=1,
    )
    + "\n",
)
nitf_body = body.replace("&shy;", "&#173;").replace("h2>", "hl2>").replace("blockquote>", "bq>")
write(
    "nitf.xml",
    f'<?xml version="1.0" encoding="UTF-8"?>\n<nitf>\n<head><title>{TITLE}</title><docdata><date.issue norm="20260311T060000+0100"/></docdata>'
    f'<pubdata name="{OUTLET}"/></head>\n<body>\n<body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By {AUTHOR}</byline></body.head>\n'
    f"<body.content>\n{nitf_body}</body.content>\n</body>\n</nitf>\n",
)
xhtml = body.replace("&shy;", "&#173;")
write(
    "newsml.xml",
    f'<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" xml:lang="en" guid="urn:1" version="1">\n'
    f"<itemMeta><provider><name>{OUTLET}</name></provider><versionCreated>{MOMENT}</versionCreated></itemMeta>\n"
    f"<contentMeta><creator><name>{AUTHOR}</name></creator><headline>{TITLE}</headline><language tag=\"en\"/></contentMeta>\n"
    f'<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>\n{xhtml}</body></html></inlineXML></contentSet>\n</newsItem>\n',
)
