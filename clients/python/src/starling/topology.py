"""Who owns what, as one peer tells it (docs/protocol.md, "Finding peers")."""

from typing import NamedTuple

from .errors import ProtocolError
from .tokens import partition_of, token_of


class Member(NamedTuple):
    """address: host:port of its client port; "" where unknown."""

    address: str
    liveness: str
    intent: str

    @property
    def can_be_asked(self):
        return self.address != "" and self.intent not in ("left", "removed")


class Topology:
    """Immutable. Raises ProtocolError where the figures contradict each other."""

    def __init__(self, wire):
        self.partitions = wire.partitions
        self.ring_id = wire.ring_id
        self.members = [Member(m.client_address, m.liveness, m.intent) for m in wire.members]
        self._width = wire.width
        self._owners = list(wire.owners)
        if self.partitions < 1 or self.partitions & (self.partitions - 1):
            raise ProtocolError(f"a topology of {self.partitions} partitions, no power of two")
        if len(self._owners) != self.partitions * self._width or any(i >= len(self.members) for i in self._owners):
            raise ProtocolError("a topology whose owners do not fit its partitions and members")

    def partition_of(self, key):
        """Raises InvalidArgument where it can't be a key."""
        return partition_of(token_of(key), self.partitions)

    def owners_of(self, partition):
        """The owners that can be asked, in the ring's order of preference."""
        start = partition * self._width
        owners = (self.members[index] for index in self._owners[start : start + self._width])
        return [owner for owner in owners if owner.can_be_asked]
