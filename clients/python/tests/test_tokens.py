import unittest

from starling.errors import InvalidArgument
from starling.tokens import partition_of, token_of
from vectors import vectors


class Tokens(unittest.TestCase):
    def test_tokens_and_partitions_are_those_of_the_vectors(self):
        keys = vectors("keys")["keys"]
        self.assertGreater(len(keys), 20)
        for case in keys:
            with self.subTest(key=case["key"][:40]):
                token = token_of(case["key"])
                self.assertEqual(f"{token:016x}", case["token"])
                for partitions, partition in case["partitions"].items():
                    self.assertEqual(partition_of(token, int(partitions)), partition)

    def test_what_can_not_be_a_key_is_refused(self):
        for key in [*vectors("keys")["refused"], "\ud800", b"bytes", None]:
            with self.subTest(key=key), self.assertRaises(InvalidArgument):
                token_of(key)
