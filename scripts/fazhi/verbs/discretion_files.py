"""The discretion tables in force as data: `data/discretion.json` and `.csv`."""

import json
from collections.abc import Sequence

from fazhi.ground.spreadsheet import as_csv
from fazhi.nouns.discretion import COLUMNS, Discretion, discretions
from fazhi.nouns.open_data import SAMPLE, newest, web_address
from fazhi.nouns.register import Register


def discretion_files(register: Register) -> dict[str, bytes]:
    """Every row in each format; none where no table is in force."""
    rows = discretions(register)
    if not rows:
        return {}
    records = [row.record for row in rows]
    whole = {
        "columns": {key: name._asdict() for key, name in COLUMNS.items()},
        "updated": newest(records) or None,
        "sample": SAMPLE._asdict() if any(record.is_sample for record in records) else None,
        "rows": [
            {key: row.cell(key) for key in COLUMNS}
            | {
                "id": row.record.id,
                "url": web_address(row.record, register.town),
                "sample": row.record.is_sample,
            }
            for row in rows
        ],
    }
    return {
        "data/discretion.json": (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode(),
        "data/discretion.csv": _csv(rows, register),
    }


def _csv(rows: Sequence[Discretion], register: Register) -> bytes:
    head = [*(name.zh for name in COLUMNS.values()), "文号", "网址", "说明"]
    return as_csv(
        head,
        (
            [
                *map(row.cell, COLUMNS),
                str(row.record.get("number", "")),
                web_address(row.record, register.town),
                SAMPLE.zh if row.record.is_sample else "",
            ]
            for row in rows
        ),
    )
