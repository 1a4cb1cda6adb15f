#!/usr/bin/env python3
"""The line protocol of clients/conformance/README.md for the Python client."""

import json
import re
import ssl
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
import starling  # noqa: E402


class Adapter:
    def __init__(self):
        self._client = None

    def outcome_of(self, command):
        try:
            return {"ok": self._carry_out(dict(command))}
        except starling.StarlingError as error:
            return {"error": plain(error)}

    def close(self):
        if self._client is not None:
            self._client.close()

    def _carry_out(self, fields):
        verb = fields.pop("do")
        if verb == "connect":
            self.close()
            if "tls" in fields:
                fields["tls"] = context(**fields["tls"])
            self._client = starling.connect(**arguments(fields))
            return {}
        if verb == "together":
            with ThreadPoolExecutor(len(fields["commands"])) as threads:
                return {"outcomes": list(threads.map(self.outcome_of, fields["commands"]))}
        if verb == "close":
            self.close()
            return {}
        if verb == "session":
            return {"session": self._client.session}
        if verb == "route":
            route = self._client.route(fields["key"])
            return {"token": f"{route.token:016x}", "partition": route.partition, "owners": route.owners}
        if verb == "putMany":
            fields["items"] = [starling.Put(**arguments(item)) for item in fields["items"]]
        # Arguments that a method doesn't take are left out: a get is sent with a value where all commands are tried alike.
        if verb in ("get", "delete"):
            fields.pop("value", None)
        result = getattr(self._client, snake(verb))(**arguments(fields))
        return {"results": [plain_item(item) for item in result]} if isinstance(result, list) else plain(result)


def context(ca=None, cert=None, key=None):
    made = ssl.create_default_context(cafile=ca)
    if cert is not None:
        made.load_cert_chain(cert, key)
    return made


def plain(result):
    if isinstance(result, starling.StarlingError):
        error = {"code": result.code, "message": result.message, "retryable": result.retryable}
        return {**error, "retryAfterMs": result.retry_after_ms}
    return {camel(name): value for name, value in result._asdict().items()}


def plain_item(item):
    return {"error": plain(item)} if isinstance(item, starling.StarlingError) else plain(item)


def arguments(fields):
    return {snake(name): value for name, value in fields.items()}


def snake(name):
    return re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def camel(name):
    return re.sub("_([a-z])", lambda match: match[1].upper(), name)


def main():
    adapter = Adapter()
    for line in sys.stdin:
        print(json.dumps(adapter.outcome_of(json.loads(line))), flush=True)
    adapter.close()


main()
