"""Clients of the four carriers: HTTP/1.1 and HTTP/2, each in the clear and over TLS.

Each keeps one connection and makes it anew when it is gone. `exchange` takes some requests and tells what became of
each: an answer, or that it broke after it was sent, or that it was never sent.
"""

import http.client
import socket
import ssl
from dataclasses import dataclass

import h2.config
import h2.connection
import h2.events
import h2.exceptions

# What every peer takes in one frame (RFC 9113 section 4.2).
FRAME_BYTES = 16_384

DATE_BYTES = len("Thu, 01 Jan 1970 00:00:00 GMT")

# After GOAWAY the streams that are open are finished (RFC 9113 section 6.8); h2 would take no more of them.
_STATE = h2.connection.ConnectionState.CLIENT_OPEN
h2.connection.H2ConnectionStateMachine._transitions[
    _STATE, h2.connection.ConnectionInputs.RECV_GOAWAY] = (None, _STATE)


@dataclass
class Request:
    method: str
    path: str
    content: bytes = b""


@dataclass
class Answer:
    status: int
    content: bytes


class Broken(Exception):
    """Sent, and not answered in full."""


class NotSent(Exception):
    """There is no connection to send it on."""


def context(authority, protocols):
    """Trusts the CA of the server and nobody else."""
    made = ssl.create_default_context(cafile=authority)
    made.set_alpn_protocols(protocols)
    return made


class Carrier:
    def __init__(self, port, authority, fields, seconds):
        self.port, self.fields, self.seconds = port, dict(fields), seconds
        self.context = context(authority, [self.protocol]) if authority else None

    @property
    def name(self):
        return f"{self.protocol}{' over TLS' if self.context else ''}"

    def dial(self):
        try:
            plain = socket.create_connection(("127.0.0.1", self.port), self.seconds)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return self.context.wrap_socket(plain, server_hostname="localhost") if self.context else plain
        except OSError as error:
            raise NotSent(str(error)) from error


class HTTP1(Carrier):
    protocol = "http/1.1"
    connection = None

    @property
    def is_open(self):
        return self.connection is not None and self.connection.sock is not None

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def exchange(self, requests):
        return [self._one(request) for request in requests]

    def _one(self, request):
        try:
            if not self.is_open:
                self.connection = http.client.HTTPConnection("localhost", self.port)
                self.connection.sock = self.dial()
        except NotSent as error:
            return error
        try:
            self.connection.request(request.method, request.path, request.content or None, self.fields)
            response = self.connection.getresponse()
            content = response.read()
            # http.client takes the end of a connection for the end of a head; its last field tells better.
            if len(response.getheader("date", "")) != DATE_BYTES:
                raise http.client.IncompleteRead(content)
            return Answer(response.status, content)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            return Broken(repr(error))


class HTTP2(Carrier):
    protocol = "h2"
    socket = None

    @property
    def is_open(self):
        return self.socket is not None

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def exchange(self, requests):
        try:
            if not self.is_open:
                self._open()
        except NotSent as error:
            return [error for _ in requests]
        outcomes, contents, statuses, ids = {}, {}, {}, []
        try:
            for request in requests:
                ids.append(self._send(request))
            while any(id not in outcomes for id in ids):
                self._flush()
                received = self.socket.recv(65_536)
                if not received:
                    raise Broken("closed")
                for event in self.state.receive_data(received):
                    self._take(event, statuses, contents, outcomes)
            self._flush()
        except (OSError, Broken, h2.exceptions.ProtocolError) as error:
            self.close()
            outcomes.update({id: Broken(repr(error)) for id in ids if id not in outcomes})
        # A connection that was about to end took none of those that are missing.
        outcomes = [outcomes[id] for id in ids]
        if self.is_open and self.ends:
            self.close()
        return outcomes + [NotSent("the connection ended")] * (len(requests) - len(outcomes))

    def _open(self):
        self.socket, self.ends = self.dial(), False
        self.state = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        self.state.initiate_connection()

    def _send(self, request):
        id = self.state.get_next_available_stream_id()
        fields = [(":method", request.method), (":scheme", "https" if self.context else "http"),
                  (":authority", f"localhost:{self.port}"), (":path", request.path)]
        fields += [(name.lower(), value) for name, value in self.fields.items()]
        self.state.send_headers(id, fields, end_stream=not request.content)
        for start in range(0, len(request.content), FRAME_BYTES):
            # Contents here are smaller than any window.
            end = start + FRAME_BYTES
            self.state.send_data(id, request.content[start:end], end_stream=end >= len(request.content))
        return id

    def _flush(self):
        output = self.state.data_to_send()
        if output:
            self.socket.sendall(output)

    def _take(self, event, statuses, contents, outcomes):
        match event:
            case h2.events.ResponseReceived():
                statuses[event.stream_id] = int(dict(event.headers)[":status"])
            case h2.events.DataReceived():
                contents[event.stream_id] = contents.get(event.stream_id, b"") + event.data
                self.state.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            case h2.events.StreamEnded():
                outcomes[event.stream_id] = Answer(statuses[event.stream_id], contents.get(event.stream_id, b""))
            case h2.events.StreamReset():
                outcomes.setdefault(event.stream_id, Broken(f"reset with {event.error_code}"))
            case h2.events.ConnectionTerminated():
                # Streams up to the last that it names are still answered.
                self.ends = True
                for id in [id for id in self.state.streams if id > event.last_stream_id]:
                    outcomes.setdefault(id, Broken("not taken"))
