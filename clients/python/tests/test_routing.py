import unittest

from starling.errors import ProtocolError
from starling.router import Router
from starling.topology import Topology
from starling.v1 import client_pb2
from vectors import vectors

# So many picks let every member be the first of those that share the load.
_TURNS = 60


def topology_of(hexadecimal):
    return Topology(client_pb2.ClientResponse.FromString(bytes.fromhex(hexadecimal)).topology)


class Routing(unittest.TestCase):
    def setUp(self):
        self.vectors = vectors("routing")

    def test_the_owners_of_a_key_are_read_out_of_the_topology(self):
        topology = topology_of(self.vectors["topology"])
        for case in self.vectors["keys"]:
            self.assertEqual(topology.partition_of(case["key"]), case["partition"])
            owners = [owner.address for owner in topology.owners_of(case["partition"])]
            self.assertEqual(owners, case["owners"])

    def test_whom_to_ask_while_peers_are_down_is_as_the_vectors_have_it(self):
        for case in self.vectors["picks"]:
            with self.subTest(tried=case["tried"], unwell=case["unwell"]):
                router = Router(self.vectors["seeds"], lambda address: address not in case["unwell"])
                router.topology = topology_of(self.vectors["topology"])
                partition = router.topology.partition_of(case["key"])
                picked = {router.pick(partition, case["tried"]) for _ in range(_TURNS)}
                self.assertEqual(sorted(picked), case["anyOf"])

    def test_before_there_is_a_topology_the_given_addresses_are_asked_in_turn(self):
        router = Router(["a:1", "b:1"], lambda address: True)
        self.assertEqual({router.pick() for _ in range(4)}, {"a:1", "b:1"})

    def test_a_topology_that_contradicts_itself_is_refused(self):
        for case in self.vectors["refused"]:
            with self.subTest(case["name"]), self.assertRaises(ProtocolError):
                topology_of(case["hex"])
