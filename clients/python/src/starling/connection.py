"""One TCP connection to one peer: many requests in flight, answered in any order."""

import math
import socket
import threading
import time

from .errors import Forbidden, ProtocolError, StarlingError, Timeout, Unavailable, error_from_wire
from .frames import FrameReader, frame
from .v1 import client_pb2

_MAX_ID = 0xFFFF_FFFF
_RECEIVE_BYTES = 256 << 10
# Deadlines in a row, with not a byte from the peer, before its connection is given up.
_SILENT_DEADLINES = 3
# How long the socket may take nothing of what is sent. What is received has no such limit: its timeouts are passed over.
_SEND_TIMEOUT_S = 5


class Call:
    """A request that was sent; `wait` gives its answer."""

    def __init__(self, connection, request_id, timeout_ms):
        self._connection = connection
        self._deadline_s = time.monotonic() + timeout_ms / 1000
        self._timeout_ms = timeout_ms
        self._done = threading.Event()
        self._reply = None
        self.id = request_id

    def wait(self):
        """The ClientResponse. Raises StarlingError: what the peer answered, or Timeout | Unavailable from this side."""
        if not self._done.wait(max(0, self._deadline_s - time.monotonic())):
            self._connection.expired(self)
            raise Timeout(f"{self._connection.address} did not answer within {round(self._timeout_ms)} ms")
        if isinstance(self._reply, StarlingError):
            raise self._reply
        if self._reply.WhichOneof("result") == "error":
            raise error_from_wire(self._reply.error)
        return self._reply

    def tell(self, reply):
        self._reply = reply
        self._done.set()


class Authentication:
    """The request that says who the client is: nobody waits for its answer, but who is refused gets nothing on this connection."""

    def __init__(self, connection):
        self._connection = connection

    def tell(self, reply):
        # A StarlingError: the connection has ended already.
        if isinstance(reply, StarlingError) or reply.WhichOneof("result") != "error":
            return
        error = error_from_wire(reply.error)
        # Peers of before there were tokens don't know the request, and let everybody in.
        if isinstance(error, Forbidden):
            self._connection.close(Forbidden(f"{self._connection.address}: {error.message}"))


class Connection:
    """On an open stream: a socket, or what has its methods.

    on_closed: called once, with the connection and the error that it ended with
    authenticate: the request that comes before all others; None: there is none
    """

    def __init__(self, stream, address, on_closed, authenticate=None):
        self.address = str(address)
        self._on_closed = on_closed
        self._socket = stream
        self._socket.settimeout(_SEND_TIMEOUT_S)
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._calls = {}
        self._last_id = 0
        self._silent_deadlines = 0
        self._closed = None
        if authenticate is not None:
            self._authenticate(authenticate)

    def start(self):
        """Begins to read: only now can it end."""
        threading.Thread(target=self._read, name=f"starling {self.address}", daemon=True).start()

    def send(self, request, timeout_ms):
        """Sends a request and gives its Call; its id and timeout are filled in. Raises StarlingError."""
        with self._lock:
            if self._closed is not None:
                raise self._closed
            call = Call(self, self._next_id(), timeout_ms)
            self._calls[call.id] = call
        self._send_bytes(_framed(request, call.id, timeout_ms), call, timeout_ms)
        return call

    def close(self, reason):
        """Tells every call this error and closes. Idempotent."""
        with self._lock:
            if self._closed is not None:
                return
            self._closed = reason
            calls = list(self._calls.values())
            self._calls.clear()
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._socket.close()
        for call in calls:
            call.tell(reason)
        self._on_closed(self, reason)

    def expired(self, call):
        """Forgets a call whose deadline has passed."""
        with self._lock:
            if self._calls.pop(call.id, None) is not None:
                self._silent_deadlines += 1
            is_silent = self._silent_deadlines >= _SILENT_DEADLINES
        if is_silent:
            self.close(self._broken("it has stopped answering"))

    def _authenticate(self, request):
        request_id = self._next_id()
        self._calls[request_id] = Authentication(self)
        try:
            self._socket.sendall(_framed(request, request_id))
        except OSError as error:
            self._socket.close()
            raise self._broken(error) from error

    def _send_bytes(self, data, call, timeout_ms):
        if not self._sending.acquire(timeout=timeout_ms / 1000):
            self.expired(call)
            raise Timeout(f"{self.address} takes nothing any more")
        try:
            self._socket.sendall(data)
        except OSError as error:
            # A part may have gone out, after which nothing else makes sense; the call is told so.
            self.close(self._broken(error))
        finally:
            self._sending.release()

    def _next_id(self):
        while True:
            self._last_id = 1 if self._last_id == _MAX_ID else self._last_id + 1
            if self._last_id not in self._calls:
                return self._last_id

    def _read(self):
        frames = FrameReader()
        while True:
            try:
                chunk = self._socket.recv(_RECEIVE_BYTES)
            except TimeoutError:
                continue
            except OSError as error:
                return self.close(self._broken(error))
            if not chunk:
                return self.close(self._broken("the peer closed it"))
            self._silent_deadlines = 0
            try:
                for message in frames.feed(chunk):
                    self._received(message)
            except StarlingError as error:
                return self.close(self._broken(error.message))

    def _received(self, message):
        try:
            response = client_pb2.ClientResponse.FromString(message)
        except Exception as error:
            raise ProtocolError(f"a frame of {len(message)} bytes is no ClientResponse: {error}") from error
        if response.id == 0:
            raise ProtocolError(response.error.message)
        with self._lock:
            call = self._calls.pop(response.id, None)
        # None: an answer that came after its deadline.
        if call is not None:
            call.tell(response)

    def _broken(self, why):
        return Unavailable(f"the connection to {self.address} ended: {why}")


def _framed(request, request_id, timeout_ms=None):
    message = client_pb2.ClientRequest()
    message.CopyFrom(request)
    message.id = request_id
    if timeout_ms is not None:
        message.timeout_ms = max(1, math.ceil(timeout_ms))
    return frame(message.SerializeToString())
