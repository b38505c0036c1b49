"""Messages on a socket between two processes of which one may be hostile.

A message is two lengths (four bytes each), a JSON header, and raw parts whose lengths the
header lists under "parts". Reading runs no code and trusts nothing: sizes and
times are capped, and anything that is not a message ends the channel.
"""

import json
import re
import select
import socket
import struct
import time
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

LARGEST_FRAME = 64 * 2**20
"""Bytes of a message."""

PATIENCE = 10.0
SLOWEST = 2**20
"""Seconds that a message may take once it has begun, and bytes a second on top of that. On a busy
machine the sender gets a processor a few times a second only, and a socket holds 200 kB."""

_LENGTHS = struct.Struct("!II")


class ChannelError(Exception):
    """The channel can no longer be used."""


class Closed(ChannelError):
    """The peer has closed its end."""


class Late(ChannelError):
    """The deadline has passed. No data is lost if no message had begun."""


class Broken(ChannelError):
    """The data received is not a message."""


class Oversized(Broken):
    """The incoming message exceeds the receive limit."""


class TooLarge(ValueError):
    """A message was not sent because it exceeds the channel's limit."""


class Channel:
    """One end of a connected stream socket.

    The socket's own blocking state is left alone, for processes that were forked share it.
    `limit` bounds the bytes of a message that is sent, `receive_limit` of one that is received: the
    same, unless it is lowered.
    `most_containers` bounds the lists and mappings of a header, which take far more memory than
    their text; `received` counts the bytes that have come.
    """

    def __init__(self, sock: socket.socket, limit: int = LARGEST_FRAME):
        self.sock = sock
        self.limit = self.receive_limit = limit
        self.most_containers: int | None = None
        self.received = 0
        self.fault: ChannelError | None = None

    def fileno(self) -> int:
        return self.sock.fileno()

    def send(
        self,
        header: Mapping[str, Any],
        parts: Sequence[bytes | bytearray] = (),
        deadline: float | None = None,
    ) -> None:
        """Send one message. Waits for a reader until `deadline` (of time.monotonic)."""
        if self.fault:
            raise self.fault
        sizes = [len(part) for part in parts]
        text = json.dumps({**header, "parts": sizes}, separators=(",", ":")).encode()
        if len(text) + sum(sizes) > self.limit:
            raise TooLarge(f"a message of {len(text) + sum(sizes)} bytes")
        # Join small parts to the header, so that a call between processes costs one system call.
        head = _LENGTHS.pack(len(text), sum(sizes)) + text
        try:
            for piece in [head, *parts] if sum(sizes) > 2**16 else [head + b"".join(parts)]:
                left = memoryview(piece).cast("B")
                while left:
                    try:
                        left = left[self.sock.send(left, socket.MSG_DONTWAIT) :]
                    except BlockingIOError:
                        self._wait(select.POLLOUT, deadline)
        except OSError:
            # Not a fault of the channel: what the peer sent before it ended can still be received.
            raise Closed("the other side has gone") from None
        except BaseException:
            # The message was sent in part only, so the peer cannot find the next one.
            self.fault = self.fault or Broken("a message was cut off")
            raise

    def receive(
        self, deadline: float | None = None, ends: float | None = None
    ) -> tuple[dict[str, Any], list[bytearray]]:
        """The next message; waits for its beginning until `deadline` (of time.monotonic).

        A message that has begun must be complete at `ends`, by default the same.
        """
        if self.fault:
            raise self.fault
        self._wait(select.POLLIN, deadline)
        try:
            return self._message(deadline if ends is None else ends)
        except Late:
            self._fail(Broken("half a message"))
        except BaseException:
            self.fault = self.fault or Broken("a message was cut off")
            raise

    def _message(self, deadline: float | None) -> tuple[dict[str, Any], list[bytearray]]:
        ends = _earlier(time.monotonic() + PATIENCE, deadline)
        length, rest = _LENGTHS.unpack(self._read(_LENGTHS.size, ends))
        if length + rest > self.receive_limit:
            self._fail(
                Oversized(f"a message of {length + rest} bytes, more than {self.receive_limit}")
            )
        ends = _earlier(time.monotonic() + PATIENCE + (length + rest) / SLOWEST, deadline)
        self.received += length + rest
        text = self._read(length, ends)
        if self.most_containers is not None and has_more(text, self.most_containers):
            self._fail(Oversized(f"more than {self.most_containers} lists and mappings"))
        try:
            header = json.loads(text)
            if type(header) is not dict:
                raise ValueError("a header is a mapping")
            sizes = header.pop("parts")
            fits = all(type(size) is int and size >= 0 for size in sizes) and sum(sizes) == rest
        except (ValueError, TypeError, LookupError, RecursionError, MemoryError):
            fits = False
        if not fits:
            self._fail(Broken("not a message"))
        return header, [self._read(size, ends) for size in sizes]

    def _read(self, size: int, deadline: float) -> bytearray:
        data = bytearray(size)
        left = memoryview(data)
        while left:
            try:
                count = self.sock.recv_into(left, 0, socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)
                continue
            except OSError:
                count = 0
            if not count:
                self._fail(Closed("the other side has gone"))
            left = left[count:]
        return data

    def _wait(self, event: int, deadline: float | None) -> None:
        poll = select.poll()
        poll.register(self.sock, event)
        seconds = None if deadline is None else max(0.0, deadline - time.monotonic())
        if not poll.poll(None if seconds is None else seconds * 1000):
            raise Late("the time is over")

    def _fail(self, fault: ChannelError) -> NoReturn:
        self.fault = fault
        raise fault


_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def has_more(text: bytes | bytearray, containers: int) -> bool:
    """Whether a JSON text has more lists and mappings, without parsing it, in linear time."""
    if text.count(b"[") + text.count(b"{") <= containers:
        return False
    without_strings = _STRING.sub(b"", text)
    return without_strings.count(b"[") + without_strings.count(b"{") > containers


def _earlier(one: float, other: float | None) -> float:
    return one if other is None else min(one, other)


def receive_request(connection: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """A request of the coordinator (one line of JSON) with its descriptors; None at the end."""
    text, handles = b"", []
    while not text.endswith(b"\n"):
        more, passed, _, _ = socket.recv_fds(connection, 65536, 4)
        handles += passed
        if not more:
            return None
        text += more
    return json.loads(text), handles
