"""The demo's two ports, the lobby's and the next one for its rooms: held from the first moment on."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from itertools import chain
from typing import Final

HOST: Final = "127.0.0.1"
FIRST, END = 1024, 65_535
"""The ports that anybody may take; the lobby takes one before the last, for its rooms have the next."""


class Taken(Exception):  # noqa: N818
    """Somebody else has one of the two ports, `port`; `other` is a free one, as is the next."""

    def __init__(self, port: int, other: int) -> None:
        super().__init__(port)
        self.port, self.other = port, other


@dataclass(frozen=True, slots=True)
class Ports:
    """A port for the lobby and the next for its rooms, and sockets that listen there, so that nobody else takes them
    before somebody answers."""

    lobby: int
    lobby_socket: socket.socket
    rooms_socket: socket.socket

    def __enter__(self) -> Ports:
        return self

    def __exit__(self, *error: object) -> None:
        self.lobby_socket.close()
        self.rooms_socket.close()

    @property
    def rooms(self) -> int:
        """The rooms' port."""
        return self.lobby + 1

    @property
    def url(self) -> str:
        """Where a browser finds the lobby."""
        return f"http://{HOST}:{self.lobby}/"


def take(port: int) -> Ports:
    """Hold a port and the next. Raises `Taken`."""
    held = []
    for wanted in (port, port + 1):
        try:
            held.append(_listen(wanted))
        except OSError as error:
            for one in held:
                one.close()
            raise Taken(wanted, free_after(port)) from error
    return Ports(port, *held)


def free_after(port: int) -> int:
    """A port that is free, as is the next: the first after this one, else the first of all."""
    tried = chain(range(port + 1, END), range(FIRST, END))
    return next(other for other in tried if _is_free(other) and _is_free(other + 1))


def _is_free(port: int) -> bool:
    try:
        _listen(port).close()
    except OSError:
        return False
    return True


def _listen(port: int) -> socket.socket:
    held = socket.socket()
    try:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else a demo that was just closed bars the next
        held.bind((HOST, port))
        held.listen()
    except OSError:
        held.close()
        raise
    return held
