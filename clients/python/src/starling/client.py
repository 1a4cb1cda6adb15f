"""The client: what a program can do with a cluster."""

import threading
from typing import NamedTuple

from . import requests
from .batch import Batch
from .cluster import Cluster
from .dialer import Dialer
from .errors import InvalidArgument
from .results import Put, read_from_wire, write_from_wire
from .tokens import token_of

_DEFAULT_TIMEOUT_MS = 5000
_CONNECT_TIMEOUT_MS = 2000
_RETRIES = 8


class Route(NamedTuple):
    """Where a key lives, by the ring that the client goes by. owners: client addresses, in order of preference."""

    token: int
    partition: int
    owners: list


def connect(
    addresses,
    timeout_ms=_DEFAULT_TIMEOUT_MS,
    connect_timeout_ms=_CONNECT_TIMEOUT_MS,
    retries=_RETRIES,
    tls=None,
    token=None,
):
    """Connects to a cluster and gives a Client: returns when one of the addresses has said who the members are.

    addresses: host:port of client ports; one that answers is enough, several let a client start while one is down
    timeout_ms: how long a request may take in all, its retries included, where it doesn't say; 1 to 120000. Too low: requests
      fail while a dead peer's role passes to another, which takes seconds
    connect_timeout_ms: how long a connection may take to open
    retries: how often a request is sent again after a passing error, within its time; 0: never
    tls: an ssl.SSLContext, such as ssl.create_default_context(cafile="ca.crt"): whom to trust, and the client's own certificate
      where peers ask for one; None: plain TCP
    token: that the peers were given for this client, at most 256 bytes; None: they ask for none. Without TLS it can be read on the way

    Raises InvalidArgument on an option out of its range; Forbidden where the token isn't one of the peers'; Unavailable | Timeout
    where nobody answered, or nobody who is trusted.
    """
    client = Client(addresses, Dialer(connect_timeout_ms, tls, token), timeout_ms, retries)
    client._start()
    return client


class Client:
    """Asks an owner of each key directly, pipelines, and sends again what failed for a passing reason. For any number of threads.

    Every failure is a StarlingError. Sending a write again is safe: it is the same value with a later version. A write that
    failed with an error of `outcome_unknown` may have been applied: read the key, or write it again.

    Where a method has them: `consistency` is one | quorum | all, None as the cluster is configured; `durability` is fsync |
    memory (a power cut may take the write); with `sloppy` another peer that keeps the write for an owner which can't be reached
    counts in that one's stead: it is taken in more situations, and reads may miss it until the owner is back; `timeout_ms` as in
    `connect`; `session` the newest version that the program has seen elsewhere: the write is later.
    """

    def __init__(self, addresses, dialer, timeout_ms, retries):
        """Use `connect`."""
        self._timeout_ms = requests.check_timeout(timeout_ms)
        if not isinstance(retries, int) or retries < 0:
            raise InvalidArgument(f"retries is {retries!r}; give a whole number from 0 on")
        self._cluster = Cluster(addresses, dialer, timeout_ms, retries)
        self._session = None
        self._session_lock = threading.Lock()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def session(self):
        """The newest version that this client has seen, None before the first. Writes are later than that by themselves."""
        return self._session

    def put(
        self,
        key,
        value,
        *,
        ttl_ms=None,
        consistency=None,
        durability="fsync",
        sloppy=False,
        timeout_ms=None,
        session=None,
    ):
        """Stores the value; returns a Write when enough owners have it.

        ttl_ms: how long the key exists, a whole number from 1 ms to ten years; None: for ever, even where it had an end before
        Raises InvalidArgument | Overloaded | DiskFull: nothing was written; of QuorumFailed | Timeout | Unavailable the outcome is unknown.
        """
        partition = self._cluster.partition_of(key)
        requests.check_value(value)
        requests.check_ttl(ttl_ms)
        request = requests.put(key, value, ttl_ms, consistency, durability, sloppy, self._session_for(session))
        return self._write(partition, request, timeout_ms)

    def get(self, key, *, consistency=None, timeout_ms=None):
        """The newest value that enough owners agree on, as a Read; its value is None where the key doesn't exist."""
        partition = self._cluster.partition_of(key)
        request = requests.get(key, consistency)
        found = read_from_wire(self._cluster.ask(partition, request, "read", self._timeout(timeout_ms)))
        self._saw(found.version)
        return found

    def delete(self, key, *, consistency=None, durability="fsync", sloppy=False, timeout_ms=None, session=None):
        """Deletes the key, whether it existed or not; returns a Write. Raises as `put`."""
        partition = self._cluster.partition_of(key)
        request = requests.delete(key, consistency, durability, sloppy, self._session_for(session))
        return self._write(partition, request, timeout_ms)

    def put_many(self, items, *, consistency=None, durability="fsync", sloppy=False, timeout_ms=None, session=None):
        """Up to 1024 puts: `Put`s, or (key, value) pairs. Returns for each a Write or a StarlingError, in their order.

        Raises InvalidArgument where none was tried. It isn't a transaction: some may fail while others succeed.
        """
        requests.grade(consistency, durability)
        requests.check_sloppy(sloppy)
        seen = self._session_for(session)
        return self._many(
            [Put(*item) for item in items],
            _check_put,
            lambda some: requests.put_many(some, consistency, durability, sloppy, seen),
            "write_many",
            timeout_ms,
        )

    def get_many(self, keys, *, consistency=None, timeout_ms=None):
        """Up to 1024 gets. Returns for each key a Read or a StarlingError, in their order. Raises as `put_many`."""
        return self._many(
            list(keys),
            _check_key,
            lambda some: requests.get_many(some, consistency),
            "read_many",
            timeout_ms,
        )

    def delete_many(self, keys, *, consistency=None, durability="fsync", sloppy=False, timeout_ms=None, session=None):
        """Up to 1024 deletions. Returns for each key a Write or a StarlingError, in their order. Raises as `put_many`."""
        requests.grade(consistency, durability)
        requests.check_sloppy(sloppy)
        seen = self._session_for(session)
        return self._many(
            list(keys),
            _check_key,
            lambda some: requests.delete_many(some, consistency, durability, sloppy, seen),
            "write_many",
            timeout_ms,
        )

    def route(self, key):
        """Where the key lives, without asking anybody: a Route. Raises InvalidArgument where it can't be a key."""
        topology = self._cluster.topology
        partition = topology.partition_of(key)
        return Route(token_of(key), partition, [owner.address for owner in topology.owners_of(partition)])

    def close(self):
        """Closes every connection; requests under way end with Stopped. Idempotent."""
        self._cluster.close()

    def _start(self):
        try:
            self._cluster.start()
        except BaseException:
            self._cluster.close()
            raise

    def _write(self, partition, request, timeout_ms):
        written = write_from_wire(self._cluster.ask(partition, request, "write", self._timeout(timeout_ms)))
        self._saw(written.version)
        return written

    def _many(self, contents, check, request, expected, timeout_ms):
        if len(contents) > requests.MAX_BATCH_ITEMS:
            most = requests.MAX_BATCH_ITEMS
            raise InvalidArgument(f"a batch of {len(contents)} items, more than the {most} allowed; make several batches")
        read = _read_write if expected == "write_many" else _read_read
        results = Batch(self._cluster, request, expected, read).run(contents, check, self._timeout(timeout_ms))
        for result in results:
            self._saw(getattr(result, "version", None))
        return results

    def _timeout(self, timeout_ms):
        return self._timeout_ms if timeout_ms is None else requests.check_timeout(timeout_ms)

    def _saw(self, version):
        with self._session_lock:
            if version is not None and (self._session is None or version > self._session):
                self._session = version

    def _session_for(self, session):
        requests.session_bytes(session)
        return max((seen for seen in (session, self._session) if seen is not None), default=None)


def _check_put(item):
    requests.check_value(item.value)
    requests.check_ttl(item.ttl_ms)
    key, size_bytes = _check_key(item.key)
    return key, size_bytes + len(item.value.encode())


def _check_key(key):
    token_of(key)
    return key, len(key.encode())


def _read_write(item):
    return write_from_wire(item.write)


def _read_read(item):
    return read_from_wire(item.read)
