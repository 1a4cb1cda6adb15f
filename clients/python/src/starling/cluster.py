"""The cluster as a client knows it: who its members are, whom to ask, and the connections to them."""

import threading
import time

from .address import parse_address
from .attempts import Attempts
from .errors import InvalidArgument, ProtocolError, StarlingError, Stopped, WrongOwners
from .peers import Peers
from .requests import topology as topology_request
from .router import Router
from .topology import Topology

# Between two looks at the ring that failures ask for, and where nothing does.
_REFRESH_PAUSE_S = 0.25
_REFRESH_S = 30


class Cluster:
    """Looks at the ring when it connects, when a connection breaks, when a peer says that the owners have changed, and now and then."""

    def __init__(self, addresses, dialer, timeout_ms, retries):
        if isinstance(addresses, str) or not addresses:
            raise InvalidArgument("addresses is a list of host:port, one at least")
        self._timeout_ms = timeout_ms
        self._retries = retries
        self._peers = Peers(dialer, self._refresh_soon)
        self._router = Router([parse_address(address).text for address in addresses], self._peers.is_well)
        self._closed = threading.Event()
        self._wake = threading.Condition()
        self._refresh_at_s = time.monotonic() + _REFRESH_S
        self._refreshed_s = float("-inf")

    def start(self):
        """Asks who the members are. Raises StarlingError where nobody answers."""
        self._refresh()
        threading.Thread(target=self._keep_fresh, name="starling refresh", daemon=True).start()

    @property
    def topology(self):
        return self._router.topology

    def partition_of(self, key):
        return self._router.topology.partition_of(key)

    def pick(self, partition, tried=()):
        return self._router.pick(partition, tried)

    def attempts(self, timeout_ms):
        return Attempts(timeout_ms, self._retries)

    def ask(self, partition, request, expected, timeout_ms):
        """The result of this name, from an owner of the partition (None: from anybody). Raises StarlingError."""
        attempts = self.attempts(timeout_ms)
        tried = []
        while True:
            address = self._router.pick(partition, tried)
            try:
                response = self.wait(address, self.send(address, request, attempts.begin()))
            except StarlingError as error:
                tried.append(address)
                elsewhere = self._router.pick(partition, tried) not in tried
                self.sleep(attempts.pause_ms(error, elsewhere))
                continue
            return result_of(response, expected, address)

    def send(self, address, request, timeout_ms):
        """Sends a request to one peer, once. Gives its Call, or the StarlingError that keeps it from being sent."""
        try:
            return self._peers.send(address, request, timeout_ms)
        except StarlingError as error:
            return error

    def wait(self, address, call):
        """The answer to what `send` gave. Raises StarlingError."""
        try:
            if isinstance(call, StarlingError):
                raise call
            response = call.wait()
        except Stopped:
            raise
        except StarlingError as error:
            # What wasn't sent has been judged where the connection failed to open.
            if call is not error:
                self._peers.judge(address, error)
            if isinstance(error, WrongOwners):
                self._refresh_soon()
            raise
        self._peers.judge(address, None)
        return response

    def sleep(self, pause_ms):
        """Raises Stopped where the client is closed meanwhile."""
        if pause_ms > 0 and self._closed.wait(pause_ms / 1000):
            raise Stopped("this client is closed; connect again")

    def close(self):
        self._closed.set()
        self._peers.close()
        with self._wake:
            self._wake.notify()

    def _refresh(self):
        self._refreshed_s = time.monotonic()
        self._refresh_at_s = self._refreshed_s + _REFRESH_S
        wire = self.ask(None, topology_request(), "topology", self._timeout_ms)
        self._router.topology = Topology(wire)
        self._peers.retain(self._router.addresses())

    def _refresh_soon(self):
        with self._wake:
            self._refresh_at_s = min(self._refresh_at_s, self._refreshed_s + _REFRESH_PAUSE_S)
            self._wake.notify()

    def _keep_fresh(self):
        while not self._closed.is_set():
            with self._wake:
                left_s = self._refresh_at_s - time.monotonic()
                if left_s > 0:
                    self._wake.wait(left_s)
                    continue
            try:
                self._refresh()
            except StarlingError:
                # The next look has been planned already, and requests go by the old ring meanwhile.
                pass


def result_of(response, expected, address):
    """Raises ProtocolError where the peer answered something else."""
    result = response.WhichOneof("result")
    if result != expected:
        raise ProtocolError(f"{address} answered {result} where {expected} was asked for")
    return getattr(response, expected)
