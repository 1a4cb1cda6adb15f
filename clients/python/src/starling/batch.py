"""One batch: grouped by the peer to ask, sent at the same time, and sent again item by item where that helps."""

from .cluster import result_of
from .errors import ProtocolError, StarlingError, error_from_wire

# Bytes of keys and values in one request, so that a batch doesn't hold up what shares the connection.
_REQUEST_BYTES = 512 << 10


class _Item:
    def __init__(self, index, content, size_bytes, partition, attempts):
        self.index = index
        self.content = content
        self.size_bytes = size_bytes
        self.partition = partition
        self.attempts = attempts


class Batch:
    """Carries out one operation on many items; each ends with a result of its own.

    request: makes the request for some of the contents
    expected: the name of its result
    read: makes a result out of one item of the answer
    """

    def __init__(self, cluster, request, expected, read):
        self._cluster = cluster
        self._request = request
        self._expected = expected
        self._read = read
        self._results = []

    def run(self, contents, check, timeout_ms):
        """The results in the order of the contents. check: gives the key and the size, or raises InvalidArgument."""
        self._results = [None] * len(contents)
        waiting = []
        for index, content in enumerate(contents):
            try:
                key, size_bytes = check(content)
                partition = self._cluster.partition_of(key)
                waiting.append(_Item(index, content, size_bytes, partition, self._cluster.attempts(timeout_ms)))
            except StarlingError as error:
                self._results[index] = error
        while waiting:
            waiting, pause_ms = self._round(waiting)
            self._cluster.sleep(pause_ms)
        return self._results

    def _round(self, items):
        """Sends all at once. Gives those to send again, and after what pause."""
        sent = []
        for address, group in self._groups(items):
            timeout_ms = min(item.attempts.begin() for item in group)
            call = self._cluster.send(address, self._request([item.content for item in group]), timeout_ms)
            sent.append((address, group, call))
        again, pause_ms = [], 0
        for address, group, call in sent:
            for item, reply in zip(group, self._replies(address, group, call)):
                if not isinstance(reply, StarlingError):
                    self._results[item.index] = reply
                    continue
                try:
                    elsewhere = self._cluster.pick(item.partition) != address
                    pause_ms = max(pause_ms, item.attempts.pause_ms(reply, elsewhere))
                    again.append(item)
                except StarlingError as error:
                    self._results[item.index] = error
        return again, pause_ms

    def _replies(self, address, group, call):
        try:
            answer = result_of(self._cluster.wait(address, call), self._expected, address)
        except StarlingError as error:
            return [error] * len(group)
        if len(answer.items) != len(group):
            error = ProtocolError(f"{address} answered a batch of {len(group)} with {len(answer.items)} results")
            return [error] * len(group)
        return [self._reply(item) for item in answer.items]

    def _reply(self, item):
        return error_from_wire(item.error) if item.WhichOneof("result") == "error" else self._read(item)

    def _groups(self, items):
        groups = []
        filling = {}
        for item in items:
            address = self._cluster.pick(item.partition)
            group, size_bytes = filling.get(address, (None, 0))
            if group is None or size_bytes + item.size_bytes > _REQUEST_BYTES:
                group, size_bytes = [], 0
                groups.append((address, group))
            group.append(item)
            filling[address] = (group, size_bytes + item.size_bytes)
        return groups
