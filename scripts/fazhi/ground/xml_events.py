"""XML that a stranger made, as a stream of events. A document type is refused: no entities, no bombs, no files fetched."""

from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from fazhi.ground.archive import Refused

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def read_xml(data: bytes, start: Start, end: End, text: Text) -> None:
    """Call back for every element, by its name without prefix, and for every text. Raises Refused for broken XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: start(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("broken") from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(*declared: Any) -> None:
    raise Refused("broken")
