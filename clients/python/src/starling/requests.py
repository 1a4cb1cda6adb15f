"""Builds the messages that a client sends, and refuses what can't be sent at all."""

import re

from .errors import InvalidArgument
from .v1 import client_pb2, common_pb2

MAX_BATCH_ITEMS = 1024
MAX_VALUE_BYTES = 8 << 20
MAX_TTL_MS = 10 * 365 * 86_400_000
MAX_TIMEOUT_MS = 120_000
MAX_TOKEN_BYTES = 256

_CONSISTENCIES = {
    None: common_pb2.CONSISTENCY_DEFAULT,
    "one": common_pb2.CONSISTENCY_ONE,
    "quorum": common_pb2.CONSISTENCY_QUORUM,
    "all": common_pb2.CONSISTENCY_ALL,
}
_DURABILITIES = {"fsync": common_pb2.DURABILITY_FSYNC, "memory": common_pb2.DURABILITY_MEMORY}
_SESSION = re.compile(r"[0-9a-f]{28}")


def put(key, value, ttl_ms=None, consistency=None, durability="fsync", sloppy=False, session=None):
    operation = client_pb2.Put(key=key, value=value, ttl_ms=ttl_ms or 0, **grade(consistency, durability))
    return client_pb2.ClientRequest(put=operation, sloppy=check_sloppy(sloppy), session=session_bytes(session))


def get(key, consistency=None):
    return client_pb2.ClientRequest(get=client_pb2.Get(key=key, consistency=_consistency(consistency)))


def delete(key, consistency=None, durability="fsync", sloppy=False, session=None):
    operation = client_pb2.Delete(key=key, **grade(consistency, durability))
    return client_pb2.ClientRequest(delete=operation, sloppy=check_sloppy(sloppy), session=session_bytes(session))


def put_many(items, consistency=None, durability="fsync", sloppy=False, session=None):
    """items: `Put`s"""
    operation = client_pb2.PutMany(**grade(consistency, durability))
    for key, value, ttl_ms in items:
        operation.items.add(key=key, value=value, ttl_ms=ttl_ms or 0)
    return client_pb2.ClientRequest(put_many=operation, sloppy=check_sloppy(sloppy), session=session_bytes(session))


def get_many(keys, consistency=None):
    return client_pb2.ClientRequest(get_many=client_pb2.GetMany(keys=keys, consistency=_consistency(consistency)))


def delete_many(keys, consistency=None, durability="fsync", sloppy=False, session=None):
    operation = client_pb2.DeleteMany(keys=keys, **grade(consistency, durability))
    return client_pb2.ClientRequest(delete_many=operation, sloppy=check_sloppy(sloppy), session=session_bytes(session))


def topology():
    return client_pb2.ClientRequest(topology=client_pb2.TopologyRequest())


def authenticate(token):
    """Raises InvalidArgument, without the token, where it can be none."""
    if not isinstance(token, str):
        raise InvalidArgument(f"the token is a {type(token).__name__}; give a str")
    try:
        size = len(token.encode())
    except UnicodeEncodeError:
        raise InvalidArgument("the token has a lone surrogate, which UTF-8 cannot carry") from None
    if not 1 <= size <= MAX_TOKEN_BYTES:
        raise InvalidArgument(f"the token has {size} bytes of UTF-8; give one of 1 to {MAX_TOKEN_BYTES}")
    return client_pb2.ClientRequest(authenticate=client_pb2.Authenticate(token=token))


def grade(consistency, durability):
    """Raises InvalidArgument on a word that is unknown."""
    if durability not in _DURABILITIES:
        raise InvalidArgument(f"durability is {durability!r}; give fsync or memory")
    return {"consistency": _consistency(consistency), "durability": _DURABILITIES[durability]}


def _consistency(consistency):
    if consistency not in _CONSISTENCIES:
        raise InvalidArgument(f"consistency is {consistency!r}; give one, quorum, all, or None as the cluster is configured")
    return _CONSISTENCIES[consistency]


def check_sloppy(sloppy):
    if not isinstance(sloppy, bool):
        raise InvalidArgument(f"sloppy is {sloppy!r}; give True or False")
    return sloppy


def session_bytes(session):
    if session is None:
        return b""
    if not isinstance(session, str) or not _SESSION.fullmatch(session):
        raise InvalidArgument(f"session {session!r} is no version: pass on what a put, get or delete answered")
    return bytes.fromhex(session)


def check_value(value):
    if not isinstance(value, str):
        raise InvalidArgument(f"the value is a {type(value).__name__}; Starling stores str")
    try:
        size = len(value.encode())
    except UnicodeEncodeError:
        raise InvalidArgument("the value has a lone surrogate, which UTF-8 cannot carry") from None
    if size > MAX_VALUE_BYTES:
        raise InvalidArgument(f"the value has {size} bytes of UTF-8, more than any peer stores ({MAX_VALUE_BYTES})")


def check_ttl(ttl_ms):
    if ttl_ms is not None and not (_is_whole(ttl_ms) and 1 <= ttl_ms <= MAX_TTL_MS):
        raise InvalidArgument(f"ttl_ms is {ttl_ms!r}; give a whole number from 1 to {MAX_TTL_MS}, or None for ever")


def check_timeout(timeout_ms):
    if not (_is_whole(timeout_ms) and 1 <= timeout_ms <= MAX_TIMEOUT_MS):
        raise InvalidArgument(f"timeout_ms is {timeout_ms!r}; give a whole number from 1 to {MAX_TIMEOUT_MS}")
    return timeout_ms


def _is_whole(number):
    return isinstance(number, int) and not isinstance(number, bool)
