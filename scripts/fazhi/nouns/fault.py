"""What is wrong with a release, or keeps one from going out: a value with a name, never an exception."""

from dataclasses import dataclass

from fazhi.ground.words import Words


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`code` names the kind of fault; `path` is the file, record or ledger line it stands at."""

    path: str
    code: str
    message: Words


class Refused(Exception):
    """A release does not go out, or a folder cannot be trusted; what is served stays as it was."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(f"{each.path}: {each.message.en}" for each in faults))
        self.faults = faults
