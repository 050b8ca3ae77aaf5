"""What a story is told in: lives of objects, settings, and single calls.

Arguments are those of the SDK. A text `$name.member` stands for a member of what was kept under that name; an object
is kept under its life's. All objects live until the end, and go in the reverse order.
"""

from dataclasses import dataclass, field
from typing import Any

ANYTHING = object()


@dataclass
class Life:
    """Created, read, listed, changed, read, and at the end deleted."""

    family: str     # the SDK's client of these objects
    name: str       # to keep it under
    made: dict      # what create is called with
    changed: dict = field(default_factory=dict)  # what update is called with
    at: tuple = ()  # the ids of what it is in
    key: str = "id"
    calls: dict = field(default_factory=dict)    # other names of create, get, list, update, delete; None: it has none
    hidden: tuple = ()  # members, at any depth, that are not answered as they were sent
    alters: tuple = ()  # members of which answers differ
    second: dict | None = None                   # what another has instead; None: another name; {}: there is no other
    listed: dict = field(default_factory=dict)   # what list is called with


@dataclass
class Setting:
    """Read, written, and read as it was written."""

    family: str
    sent: dict
    read: str = "get"
    write: str = "update"
    at: tuple = ()
    hidden: tuple = ()
    unset: int | None = None  # the status of reading it before it is written, where there is nothing


@dataclass
class Call:
    """Its answer has what `gives` says: members of an object, or things of a list, where [] is an empty one."""

    method: str
    at: tuple
    sent: dict
    gives: Any = ANYTHING
    refused: int | None = None
    keep: str = ""


def call(method, *at, gives=ANYTHING, refused=None, keep="", **sent):
    return Call(method, at, sent, gives, refused, keep)
