"""The discretion tables in force as data: `data/discretion.json`."""

import json

from fazhi.nouns.discretion import COLUMNS, discretions
from fazhi.nouns.open_data import SAMPLE, newest, web_address
from fazhi.nouns.register import Register


def discretion_files(register: Register) -> dict[str, bytes]:
    """One file with every row; none where no table is in force."""
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
    return {"data/discretion.json": (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}
