import json
import os
import socket
import struct
import threading
import time
from contextlib import suppress

import pytest

from autograder import channel as frames
from autograder.channel import Broken, Channel, Closed, Late, Oversized, TooLarge, has_more


@pytest.fixture
def ends():
    one, other = socket.socketpair()
    yield Channel(one, limit=2**20), other
    one.close()
    other.close()


def soon(seconds: float = 0.2) -> float:
    return time.monotonic() + seconds


def test_a_message_arrives_as_it_was_sent(ends):
    channel, other = ends
    Channel(other).send({"x": "y", "n": [1, None, 2.5, "é"]}, [b"abc", b"", bytes(100_000)])
    header, parts = channel.receive(soon())
    assert header["x"] == "y" and header["n"] == [1, None, 2.5, "é"]
    assert [bytes(part) for part in parts] == [b"abc", b"", bytes(100_000)]


def test_waiting_ends_in_time_and_nothing_is_lost(ends):
    channel, other = ends
    with pytest.raises(Late):
        channel.receive(soon(0.05))
    Channel(other).send({"late": True})
    assert channel.receive(soon())[0]["late"]


def test_who_has_gone_is_noticed(ends):
    channel, other = ends
    other.close()
    with pytest.raises(Closed):
        channel.receive(soon())
    with pytest.raises(Closed):
        channel.send({})


def test_the_last_words_of_a_process_that_has_ended_are_received_after_a_failed_send(ends):
    """A box that refuses says why and ends, perhaps before the supervisor has sent it its job."""
    channel, other = ends
    Channel(other).send({"reason": "too large"})
    other.close()
    with pytest.raises(Closed):
        channel.send({"job": 1}, [bytes(900_000)])
    assert channel.receive(soon())[0]["reason"] == "too large"
    with pytest.raises(Closed):
        channel.receive(soon())


def test_a_reader_that_does_not_read_is_not_waited_for(ends):
    channel, _ = ends
    with pytest.raises(Late):
        channel.send({}, [bytes(900_000)], soon(0.1))
    with pytest.raises(Broken):
        channel.send({})


def test_what_is_too_large_is_not_sent_and_the_channel_lives(ends):
    channel, other = ends
    with pytest.raises(TooLarge):
        channel.send({}, [bytes(2**20)])
    channel.send({"small": 1})
    assert Channel(other).receive(soon())[0]["small"] == 1


def framed(text: bytes, rest: int = 0) -> bytes:
    return struct.pack("!II", len(text), rest) + text


@pytest.mark.parametrize(
    "data",
    [
        struct.pack("!II", 2**31, 0),
        struct.pack("!II", 10, 2**32 - 1),
        framed(b"not json"),
        framed(b"[]"),
        framed(b"3"),
        framed(b'"text"'),
        framed(b"{}"),
        framed(b'{"parts": 3}'),
        framed(b'{"parts": [3]}'),
        framed(b'{"parts": [1099511627776]}'),
        framed(b'{"parts": [1]}', 2) + b"xx",
        framed(b'{"parts": [-3, 3]}'),
        framed(b'{"parts": [true]}', 1) + b"x",
        framed(b'{"parts": [1.0]}', 1) + b"x",
        framed(b'{"parts": ' + b"[" * 50_000),
        framed(b'{"parts": [], "x": ' + b"7" * 10_000 + b"}"),
        framed(b"\xff\xfe"),
    ],
    ids=lambda data: repr(data[8:40]),
)
def test_what_is_not_a_message_ends_the_channel(ends, data):
    channel, other = ends
    other.sendall(data)
    # At once, and not when what it lacks does not come.
    with pytest.raises(Broken, match=r"not a message|more than"):
        channel.receive(soon())
    with pytest.raises(Broken):
        channel.receive(soon())


def test_a_sound_message_that_is_larger_than_is_listened_to_ends_the_channel(ends):
    channel, other = ends
    channel.receive_limit = 1000
    other.sendall(framed(json.dumps({"parts": [2000]}).encode(), 2000) + bytes(2000))
    with pytest.raises(Oversized, match="more than 1000"):
        channel.receive(soon())


def test_half_a_message_is_waited_for_a_short_time_only(ends, monkeypatch):
    channel, other = ends
    monkeypatch.setattr(frames, "PATIENCE", 0.1)
    other.sendall(framed(json.dumps({"parts": [100]}).encode(), 100) + b"abc")
    started = time.monotonic()
    with pytest.raises(Broken):
        channel.receive()
    assert time.monotonic() - started < 1


def test_a_message_that_has_begun_may_take_longer_than_its_beginning_was_waited_for(ends):
    """A busy machine may stop the sender in the middle of a message while the CPU time is read."""
    channel, other = ends
    message = framed(json.dumps({"parts": [100]}).encode(), 100) + bytes(100)
    other.sendall(message[:-50])
    begins = time.monotonic() + 0.05

    def send_the_rest():
        while time.monotonic() <= begins:
            time.sleep(0.01)
        other.sendall(message[-50:])

    thread = threading.Thread(target=send_the_rest)
    thread.start()
    assert channel.receive(begins, soon(30))[1] == [bytes(100)]
    thread.join()


def test_a_message_that_has_begun_ends_with_the_time_of_its_receiver(ends):
    channel, other = ends
    other.sendall(framed(b'{"parts": []}')[:-5])
    with pytest.raises(Broken):
        channel.receive(soon(), time.monotonic() + 0.1)


def test_a_message_that_drips_is_not_waited_for(ends, monkeypatch):
    channel, other = ends
    monkeypatch.setattr(frames, "PATIENCE", 0.3)

    def drip():
        with suppress(OSError):
            for byte in framed(b'{"parts": []}'):
                other.send(bytes([byte]))
                time.sleep(0.1)

    threading.Thread(target=drip, daemon=True).start()
    started = time.monotonic()
    with pytest.raises(Broken):
        channel.receive()
    assert time.monotonic() - started < 1


def test_the_sockets_blocking_state_is_left_alone(ends):
    channel, _ = ends
    before = os.get_blocking(channel.fileno())
    with pytest.raises(Late):
        channel.receive(soon(0.01))
    assert os.get_blocking(channel.fileno()) is before


@pytest.mark.parametrize(
    ("text", "containers"),
    [
        (b"1", 0),
        (b'{"a": [1, "[[[{"]}', 2),
        (b'"\\"[" []', 1),
        (b'"unended [[ \\', 0),
        (b'["\\\\", [], "\\\\\\"["]', 2),
    ],
)
def test_containers_are_counted_outside_strings(text, containers):
    assert has_more(text, containers - 1)
    assert not has_more(text, containers)


def test_a_header_with_too_many_containers_is_not_parsed(ends):
    channel, other = ends
    channel.most_containers = 100
    Channel(other).send({"text": "[{" * 100})
    assert channel.receive(soon(10))[0]["text"] == "[{" * 100
    Channel(other).send({"lists": [[]] * 100})
    with pytest.raises(Oversized, match="more than 100 lists"):
        channel.receive(soon(10))
