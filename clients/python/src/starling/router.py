"""Whom to ask (docs/protocol.md, "Routing to owners")."""

_TRIED = 8
_UNWELL = 4
_DEAD = 2
_SUSPECT = 1


class Router:
    """Picks an address for a request. A wrong guess costs one more hop, never a wrong answer.

    seeds: the addresses that the program gave
    is_well: whether the last attempts at an address went well
    """

    def __init__(self, seeds, is_well):
        self._seeds = list(seeds)
        self._is_well = is_well
        self._turn = 0
        self.topology = None

    def pick(self, partition=None, tried=()):
        """The candidate with the lowest penalty, the first of those; partition None: anybody will do."""
        best, least = "", None
        for address, liveness in self._candidates(partition):
            penalty = self._penalty(address, liveness, tried)
            if penalty == 0:
                return address
            if least is None or penalty < least:
                best, least = address, penalty
        return best

    def addresses(self):
        """Every address known."""
        return {address for address, _ in self._candidates(None)}

    def _candidates(self, partition):
        members = []
        if self.topology is not None:
            if partition is not None:
                for owner in self.topology.owners_of(partition):
                    yield owner.address, owner.liveness
            members = self.topology.members
        # Begins at another one each time, so that those who aren't owners share what they are asked.
        self._turn += 1
        for i in range(len(members)):
            member = members[(self._turn + i) % len(members)]
            if member.can_be_asked:
                yield member.address, member.liveness
        for i in range(len(self._seeds)):
            yield self._seeds[(self._turn + i) % len(self._seeds)], "alive"

    def _penalty(self, address, liveness, tried):
        penalty = _TRIED if address in tried else 0
        if not self._is_well(address):
            penalty += _UNWELL
        if liveness == "suspect":
            penalty += _SUSPECT
        elif liveness != "alive":
            penalty += _DEAD
        return penalty
