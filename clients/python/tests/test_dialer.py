import ssl
import unittest

from starling import requests
from starling.client import Client
from starling.dialer import Dialer
from starling.errors import InvalidArgument

_TOKEN = "a token that nobody may see"


class Dialers(unittest.TestCase):
    def test_a_token_does_not_show_where_what_holds_it_is_printed(self):
        dialer = Dialer(2000, None, _TOKEN)
        client = Client(["127.0.0.1:7400"], dialer, 5000, 8)
        for shown in (repr(dialer), str(dialer), repr(client), str(client)):
            self.assertNotIn(_TOKEN, shown)
        with self.assertRaises(InvalidArgument) as raised:
            requests.authenticate(_TOKEN * 10)
        self.assertNotIn(_TOKEN, repr(raised.exception))

    def test_tls_is_a_context_or_nothing(self):
        Dialer(2000, ssl.create_default_context(), None)
        for tls in (True, "ca.crt", {}):
            with self.assertRaises(InvalidArgument):
                Dialer(2000, tls, None)
