"""统一社会信用代码 (GB 32100): the public number of an organisation, which is nobody's personal data.

Ask first whether a number is an identity number: of valid ones about 3 % also pass this check (DOMAIN §4).
`stdnum.cn.uscc` refuses codes that begin with N, those of village collectives.
"""

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORM = re.compile(r"[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_ORGANISATION = (3, 7, 9, 10, 5, 8, 4, 2)


def is_credit_code(code: str) -> bool:
    """Whether 18 characters are a credit code: both its own check and that of the organisation code in it are right."""
    return bool(_FORM.fullmatch(code)) and _check(code) == code[17] and _organisation_check(code) == code[16]


def _check(code: str) -> str:
    total = sum(_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return _ALPHABET[-total % 31]


def _organisation_check(code: str) -> str:
    total = sum(weight * int(char, 36) for weight, char in zip(_ORGANISATION, code[8:16], strict=True))
    return "0123456789X0"[11 - total % 11]
