#!/usr/bin/env python3
"""Lets a browser save a page as a web archive: save-mhtml.py ADDRESS FILE.

The browser is started by the shell function `browser` of make-formats.sh."""

import json
import os
import subprocess
import sys
import tempfile

address, out = sys.argv[1:]
to_browser, commands = os.pipe()
answers, from_browser = os.pipe()


def renumber():
    # The browser reads from descriptor 3 and writes to 4.
    first, second = os.dup(to_browser), os.dup(from_browser)
    os.dup2(first, 3)
    os.dup2(second, 4)


with tempfile.TemporaryDirectory() as home:
    process = subprocess.Popen(
        ["bash", "-c", f"browser --user-data-dir={home} --remote-debugging-pipe about:blank"],
        preexec_fn=renumber,
        close_fds=False,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    reading = os.fdopen(answers, "rb")
    number = 0

    def message():
        held = bytearray()
        while (byte := reading.read(1)) not in (b"\0", b""):
            held += byte
        return json.loads(held)

    def call(method, session=None, **parameters):
        global number
        number += 1
        request = {"id": number, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        os.write(commands, json.dumps(request).encode() + b"\0")
        while True:
            answer = message()
            if answer.get("id") == number:
                return answer["result"]

    target = call("Target.createTarget", url="about:blank")["targetId"]
    session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    call("Page.enable", session)
    call("Page.navigate", session, url=address)
    while message().get("method") != "Page.loadEventFired":
        pass
    archive = call("Page.captureSnapshot", session, format="mhtml")["data"]
    call("Browser.close")
    process.wait()
with open(out, "w", newline="") as file:
    file.write(archive)
