"""Texts of PDF files, read in a process of its own that may take neither long nor much memory."""

import json
import subprocess
import sys

from fazhi.ground.piece import Extract, Fault, Piece
from fazhi.ground.words import Words

SECONDS = 20


def read_pdf(data: bytes) -> Extract:
    """What a PDF says, page by page, with its properties, notes and form fields."""
    command = [sys.executable, "-m", "fazhi.ground.pdf_process"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Extract("pdf", faults=(("too-large", ""),))
    try:
        told = json.loads(done.stdout)
    except ValueError:
        fault: Fault = "broken" if done.returncode >= 0 else "too-large"
        return Extract("pdf", faults=((fault, ""),))
    pages = [
        Piece(_PAGE.fill(number=number), text, shown=text)
        for number, text in enumerate(told["pages"], 1)
        if text
    ]
    besides = [Piece(_BESIDES, told["besides"])] if told["besides"] else []
    return Extract("pdf", (*pages, *besides), tuple((fault, "") for fault in told["faults"]))


_PAGE = Words("第{number}页", "page {number}")
_BESIDES = Words("文档属性和批注", "properties and notes")
