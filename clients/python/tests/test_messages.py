import unittest

from starling import requests
from starling.errors import StarlingError, error_from_wire
from starling.results import Put, read_from_wire, write_from_wire
from starling.v1 import client_pb2
from vectors import vectors


class Messages(unittest.TestCase):
    def test_requests_are_built_as_the_vectors_have_them(self):
        for case in vectors("messages")["requests"]:
            with self.subTest(case["name"]):
                request = _request(case["operation"], case["session"])
                request.id = case["id"]
                request.timeout_ms = case["timeoutMs"]
                self.assertEqual(request, client_pb2.ClientRequest.FromString(bytes.fromhex(case["hex"])))

    def test_answers_are_read_as_the_vectors_have_them(self):
        for case in vectors("messages")["answers"]:
            with self.subTest(case["name"]):
                response = client_pb2.ClientResponse.FromString(bytes.fromhex(case["hex"]))
                self.assertEqual(response.id, case["id"])
                self.assertEqual(_plain(response), case["reads"])

    def test_what_can_not_be_sent_is_refused(self):
        refused = [
            lambda: requests.get("k", "most"),
            lambda: requests.put("k", "v", durability="paper"),
            lambda: requests.put("k", "v", sloppy="yes"),
            lambda: requests.put("k", "v", session="019A"),
            lambda: requests.check_value("\ud800"),
            lambda: requests.check_value(b"bytes"),
            lambda: requests.check_value("v" * (requests.MAX_VALUE_BYTES + 1)),
            *[lambda ttl=ttl: requests.check_ttl(ttl) for ttl in (0, -1, 1.5, True, requests.MAX_TTL_MS + 1)],
            *[lambda token=token: requests.authenticate(token) for token in ("", "t" * 257, "\ud800", b"bytes")],
            *[lambda time=time: requests.check_timeout(time) for time in (0, 0.5, None, 120_001)],
        ]
        for attempt in refused:
            with self.assertRaises(StarlingError) as raised:
                attempt()
            self.assertEqual(raised.exception.code, "INVALID_ARGUMENT")


def _request(operation, session):
    kind, consistency = operation["kind"], operation.get("consistency")
    grade = {"consistency": consistency, "durability": operation.get("durability"), "session": session}
    grade["sloppy"] = operation.get("sloppy", False)
    if kind == "put":
        return requests.put(operation["key"], operation["value"], operation.get("ttlMs"), **grade)
    if kind == "delete":
        return requests.delete(operation["key"], **grade)
    if kind == "get":
        return requests.get(operation["key"], consistency)
    if kind == "putMany":
        items = [Put(item["key"], item["value"], item.get("ttlMs")) for item in operation["items"]]
        return requests.put_many(items, **grade)
    if kind == "authenticate":
        return requests.authenticate(operation["token"])
    if kind == "deleteMany":
        return requests.delete_many(operation["keys"], **grade)
    if kind == "getMany":
        return requests.get_many(operation["keys"], consistency)
    return requests.topology()


def _plain(message):
    result = message.WhichOneof("result")
    if result == "error":
        error = error_from_wire(message.error)
        facts = {"code": error.code, "message": error.message, "retryable": error.retryable}
        return {"error": {**facts, "retryAfterMs": error.retry_after_ms}}
    if result == "write":
        return write_from_wire(message.write)._asdict()
    if result == "read":
        value, version, expires_at_ms = read_from_wire(message.read)
        return {"value": value, "version": version, "expiresAtMs": expires_at_ms}
    return {"items": [_plain(item) for item in getattr(message, result).items]}
