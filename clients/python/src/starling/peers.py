"""The connections to all peers, by address: opened when first needed, opened again after a pause that grows."""

import random
import threading
import time

from .address import parse_address
from .errors import NotReady, StarlingError, Stopped, Timeout, Unavailable

_FIRST_AVOID_MS = 50
_LONGEST_AVOID_MS = 2000


class Peers:
    """on_lost is called when an open connection has ended by itself."""

    def __init__(self, dialer, on_lost):
        self._dialer = dialer
        self._on_lost = on_lost
        self._lock = threading.Lock()
        self._peers = {}
        self._closed = False

    def is_well(self, address):
        """Whether there is no reason to ask somebody else instead."""
        peer = self._peers.get(address)
        return peer is None or peer.is_well()

    def send(self, address, request, timeout_ms):
        """Sends a request to one peer, once, and gives its Call. Raises StarlingError."""
        return self._peer(address).send(request, timeout_ms)

    def judge(self, address, error):
        """Takes note of how a request at this address ended; error None: well."""
        self._peer(address).judge(error)

    def retain(self, addresses):
        """Closes the connections to those that are no longer members."""
        with self._lock:
            gone = [self._peers.pop(address) for address in set(self._peers) - set(addresses)]
        for peer in gone:
            peer.close(Unavailable("the peer is no longer a member"))

    def close(self):
        with self._lock:
            self._closed = True
            peers = list(self._peers.values())
        for peer in peers:
            peer.close(_stopped())

    def _peer(self, address):
        with self._lock:
            if self._closed:
                raise _stopped()
            if address not in self._peers:
                self._peers[address] = _Peer(parse_address(address), self._dialer, self._on_lost)
            return self._peers[address]


class _Peer:
    def __init__(self, address, dialer, on_lost):
        self._address = address
        self._dialer = dialer
        self._on_lost = on_lost
        # Held while a connection is opened: others that want it wait for the same one.
        self._opening = threading.Lock()
        self._connection = None
        self._closed = None
        self._failures = 0
        self._last_failure = ""
        self._avoid_until_ms = 0

    def is_well(self):
        return self._failures == 0 or _now_ms() >= self._avoid_until_ms

    def send(self, request, timeout_ms):
        deadline_ms = _now_ms() + timeout_ms
        connection = self._connection or self._open(timeout_ms)
        return connection.send(request, max(1, deadline_ms - _now_ms()))

    def judge(self, error):
        """Only what says something about the peer itself counts: that it didn't answer, or doesn't take requests."""
        if isinstance(error, (Unavailable, Timeout, NotReady)):
            self._failed(error)
        else:
            self._failures = 0

    def close(self, reason):
        self._closed = reason
        if self._connection is not None:
            self._connection.close(reason)

    def _open(self, timeout_ms):
        if not self._opening.acquire(timeout=timeout_ms / 1000):
            raise Timeout(f"no connection to {self._address} within {round(timeout_ms)} ms")
        try:
            if self._closed is not None:
                raise self._closed
            if self._connection is not None:
                return self._connection
            if not self.is_well():
                raise Unavailable(f"{self._last_failure}; it is tried again in a moment")
            return self._dial(timeout_ms)
        finally:
            self._opening.release()

    def _dial(self, timeout_ms):
        try:
            connection = self._dialer.dial(self._address, timeout_ms, self._ended)
        except StarlingError as error:
            self.judge(error)
            raise
        self._connection = connection
        connection.start()
        return connection

    def _ended(self, connection, reason):
        if self._connection is connection:
            self._connection = None
        if self._closed is None:
            self.judge(reason)
            # A peer that refuses the client's token is as it was.
            if reason.retryable:
                self._on_lost()

    def _failed(self, error):
        now_ms = _now_ms()
        # Requests that fail together are one failure.
        if now_ms < self._avoid_until_ms:
            return
        pause_ms = min(_FIRST_AVOID_MS * 2 ** min(self._failures, 30), _LONGEST_AVOID_MS)
        self._failures += 1
        self._last_failure = error.message
        self._avoid_until_ms = now_ms + pause_ms * (0.5 + random.random() / 2)


def _now_ms():
    return time.monotonic() * 1000


def _stopped():
    return Stopped("this client is closed; connect again")
