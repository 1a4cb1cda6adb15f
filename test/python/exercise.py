"""Exercises the client protocol of the peer at host:port (the only argument); the first failure ends it.

Prints one JSON object: what was checked, and in which order the answers to pipelined requests came.
"""

import json
import sys
import uuid

from starling.v1.common_pb2 import CONSISTENCY_ALL, ERROR_CODE_INVALID_ARGUMENT, ERROR_CODE_PROTOCOL
from starling_client import Client

host, _, port = sys.argv[1].rpartition(":")
client = Client(host.strip("[]"), int(port))
prefix = f"python/{uuid.uuid4()}/"
checked = []


def check(what, condition, seen=None):
    if not condition:
        sys.exit(f"python client: {what}: {seen}")
    checked.append(what)


key = prefix + "straße/🐦"
put = client.call(put={"key": key, "value": "schön"})
check("a put answers with a version of 14 bytes", len(put.write.version) == 14, put)
got = client.call(get={"key": key})
check("a get finds the value and its version", got.read.value == "schön" and got.read.version == put.write.version, got)
again = client.call(put={"key": key, "value": ""}, session=put.write.version)
check("a later write has a higher version", again.write.version > put.write.version, again)
got = client.call(get={"key": key, "consistency": CONSISTENCY_ALL})
check("an empty value is a value", got.read.HasField("value") and got.read.value == "", got)
deleted = client.call(delete={"key": key})
got = client.call(get={"key": key})
check("a deleted key is gone, at the deletion's version", not got.read.HasField("value"), got)
check("the deletion's version", got.read.version == deleted.write.version, got)
got = client.call(get={"key": prefix + "never"})
check("a key never written has no version", got.read.version == b"" and not got.read.HasField("value"), got)

keys = [f"{prefix}{name}" for name in ("__proto__", "b", "x" * 900)]
items = [{"key": k, "value": "of " + k} for k in keys] + [{"key": "", "value": "refused"}]
batch = client.call(put_many={"items": items}).write_many.items
check("a batch answers each item", [i.WhichOneof("result") for i in batch] == ["write"] * 3 + ["error"], batch)
found = client.call(get_many={"keys": [keys[2], prefix + "absent", keys[0]]}).read_many.items
check("a batch keeps its order", [i.read.value for i in found] == ["of " + keys[2], "", "of " + keys[0]], found)
gone = client.call(delete_many={"keys": keys}).write_many.items
check("a batch deletes", all(i.WhichOneof("result") == "write" for i in gone), gone)

error = client.call(get={"key": ""}).error
check("an empty key is refused", error.code == ERROR_CODE_INVALID_ARGUMENT and not error.retryable, error)
error = client.call(put={"key": "k" * 1025, "value": ""}).error
check("a long key is refused", error.code == ERROR_CODE_INVALID_ARGUMENT and "1024" in error.message, error)
error = client.call().error
check("a request for nothing is refused", error.code == ERROR_CODE_INVALID_ARGUMENT, error)

topology = client.call(topology={}).topology
check("the topology names every partition's owners", len(topology.owners) == topology.partitions * topology.width)
check("the status names the peer", client.call(status={}).status.peer != "")
location = client.call(locate={"key": "hello"}).location
check("the token is xxHash64", location.token == "26c7827d889f6da3", location)
check("the partition is the token's top bits", location.partition == int(location.token, 16) * topology.partitions >> 64)

sent = {client.send(get={"key": f"{prefix}{'slow' if i == 0 else 'quick'}/{i}"}) for i in range(100)}
order = [client.receive().id for _ in sent]
check("every pipelined request is answered once", set(order) == sent and len(order) == len(sent), order)

client.send_bytes(b"\xff\xff\xff\xff\x7f")
goodbye = client.receive()
check("an oversized frame is answered with id 0", goodbye.id == 0 and goodbye.error.code == ERROR_CODE_PROTOCOL, goodbye)
check("and the connection is closed", client.receive() is None)
client.close()

print(json.dumps({"checked": checked, "answerOrder": [i - min(order) for i in order]}))
