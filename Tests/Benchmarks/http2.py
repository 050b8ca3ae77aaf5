"""As much of an HTTP/2 client as counting takes: one stream at a time, no compression (RFC 9113, RFC 7541)."""

import struct

DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE = 0, 1, 3, 4, 6, 7, 8
END_STREAM, ACK, END_HEADERS = 0x1, 0x1, 0x4
WINDOW_BYTES = 1 << 20
STATIC_STATUSES = {8: 200, 9: 204, 10: 206, 11: 304, 12: 400, 13: 404, 14: 500}


class HTTP2Error(OSError):
    """The server said something else than an answer."""


class HTTP2Client:
    """Speaks over a connected socket, with prior knowledge; closes it in the end."""

    def __init__(self, connection):
        self.connection, self.buffered, self.stream = connection, b"", -1
        # An initial window so large that no answer needs an update, and one for the connection from time to time.
        settings = struct.pack(">HI", 4, WINDOW_BYTES)
        self.connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0, settings))
        self.unacknowledged, self.kept_status = 0, None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def request(self, method, path, body):
        """Sends a request and returns the status of its answer."""
        self.stream += 2
        fields = [(":method", method), (":scheme", "http"), (":path", path), (":authority", "localhost"),
                  ("authorization", "Bearer t"), ("content-type", "application/json"),
                  ("content-length", str(len(body)))]
        block = b"".join(literal(name, value) for name, value in fields)
        self.connection.sendall(frame(HEADERS, END_HEADERS, self.stream, block)
                                + frame(DATA, END_STREAM, self.stream, body))
        return self.answer()

    def answer(self):
        status = None
        while True:
            kind, flags, stream, payload = self.next_frame()
            if kind in (RST_STREAM, GOAWAY):
                raise HTTP2Error(f"frame {kind} instead of an answer: {payload!r}")
            if kind == SETTINGS and not flags & ACK:
                self.connection.sendall(frame(SETTINGS, ACK, 0, b""))
            if kind == HEADERS and stream == self.stream:
                status = self.status_of(payload)
            if kind == DATA:
                self.acknowledge(len(payload))
            if kind in (DATA, HEADERS) and stream == self.stream and flags & END_STREAM:
                return status

    def status_of(self, block):
        """Of the first field: an index of the static table, or a literal with the name of index 8 (RFC 7541, appendix A).

        The server may keep a literal in its table and name it by an index from then on; one status is kept here.
        """
        while block[0] & 0xE0 == 0x20:  # the size of the table
            block = block[1:]
        index = block[0] & 0x7F if block[0] & 0x80 else None
        if index is None:
            self.kept_status = literal_status(block)
            return self.kept_status
        return STATIC_STATUSES.get(index, self.kept_status)

    def acknowledge(self, count):
        self.unacknowledged += count
        if self.unacknowledged > 16 * 1024:
            self.connection.sendall(frame(WINDOW_UPDATE, 0, 0, struct.pack(">I", self.unacknowledged)))
            self.unacknowledged = 0

    def next_frame(self):
        while len(self.buffered) < 9 or len(self.buffered) < 9 + int.from_bytes(self.buffered[:3], "big"):
            received = self.connection.recv(1 << 16)
            if not received:
                raise HTTP2Error("the connection was closed before the answer")
            self.buffered += received
        length = int.from_bytes(self.buffered[:3], "big")
        kind, flags, stream = self.buffered[3], self.buffered[4], int.from_bytes(self.buffered[5:9], "big")
        payload, self.buffered = self.buffered[9:9 + length], self.buffered[9 + length:]
        return kind, flags, stream, payload


def frame(kind, flags, stream, payload):
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def literal(name, value):
    """A literal field without indexing, its strings as they are (RFC 7541, section 6.2.2)."""
    return b"\x00" + bytes([len(name)]) + name.encode() + bytes([len(value)]) + value.encode()


def literal_status(block):
    """Three digits, in Huffman's code five bits each for 0, 1 and 2, six for the others (RFC 7541, appendix B)."""
    text = block[2:2 + (block[1] & 0x7F)]
    if not block[1] & 0x80:
        return int(text)
    bits = "".join(f"{byte:08b}" for byte in text)
    digits = ""
    while len(digits) < 3:
        size = 5 if int(bits[:5], 2) <= 2 else 6
        code = int(bits[:size], 2)
        digits += str(code if size == 5 else code - 0x19 + 3)
        bits = bits[size:]
    return int(digits)
