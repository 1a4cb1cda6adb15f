"""Tokens of keys: xxHash64 with seed 0, by its specification (github.com/Cyan4973/xxHash, doc/xxhash_spec.md).

Written out, since it is all that this client would need a compiled library for: a key of 20 bytes takes some microseconds.
"""

import struct

from .errors import InvalidArgument

MAX_KEY_BYTES = 1024

_MASK = (1 << 64) - 1
_PRIME_1 = 0x9E3779B185EBCA87
_PRIME_2 = 0xC2B2AE3D27D4EB4F
_PRIME_3 = 0x165667B19E3779F9
_PRIME_4 = 0x85EBCA77C2B2AE63
_PRIME_5 = 0x27D4EB2F165667C5


def token_of(key):
    """The token of a key: 64 bits, unsigned. Raises InvalidArgument where it can't be a key."""
    if not isinstance(key, str):
        raise InvalidArgument(f"a key is a str, not a {type(key).__name__}")
    try:
        encoded = key.encode()
    except UnicodeEncodeError:
        raise InvalidArgument("the key has a lone surrogate, which UTF-8 cannot carry") from None
    if not 1 <= len(encoded) <= MAX_KEY_BYTES:
        raise InvalidArgument(f"a key has 1 to {MAX_KEY_BYTES} bytes of UTF-8, this one {len(encoded)}")
    return xxh64(encoded)


def partition_of(token, partitions):
    """The partition of a token among so many, a power of two: its top bits."""
    return token * partitions >> 64


def xxh64(data):
    """xxHash64 of the bytes, seed 0."""
    stripes_end = len(data) & ~31
    if stripes_end:
        lanes = [_PRIME_1 + _PRIME_2 & _MASK, _PRIME_2, 0, -_PRIME_1 & _MASK]
        for words in struct.iter_unpack("<4Q", data[:stripes_end]):
            lanes = [_round(lane, word) for lane, word in zip(lanes, words)]
        hashed = sum(_rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & _MASK
        for lane in lanes:
            hashed = (hashed ^ _round(0, lane)) * _PRIME_1 + _PRIME_4 & _MASK
    else:
        hashed = _PRIME_5
    return _avalanched(_with_tail(hashed + len(data) & _MASK, data[stripes_end:]))


def _with_tail(hashed, tail):
    """Takes the last 0 to 31 bytes in: eight at a time, then four, then each."""
    at = 0
    while len(tail) - at >= 8:
        hashed ^= _round(0, int.from_bytes(tail[at : at + 8], "little"))
        hashed = _rotated(hashed, 27) * _PRIME_1 + _PRIME_4 & _MASK
        at += 8
    if len(tail) - at >= 4:
        hashed ^= int.from_bytes(tail[at : at + 4], "little") * _PRIME_1 & _MASK
        hashed = _rotated(hashed, 23) * _PRIME_2 + _PRIME_3 & _MASK
        at += 4
    for byte in tail[at:]:
        hashed = _rotated(hashed ^ byte * _PRIME_5 & _MASK, 11) * _PRIME_1 & _MASK
    return hashed


def _avalanched(hashed):
    hashed = (hashed ^ hashed >> 33) * _PRIME_2 & _MASK
    hashed = (hashed ^ hashed >> 29) * _PRIME_3 & _MASK
    return hashed ^ hashed >> 32


def _round(lane, word):
    return _rotated(lane + word * _PRIME_2 & _MASK, 31) * _PRIME_1 & _MASK


def _rotated(value, bits):
    return (value << bits | value >> 64 - bits) & _MASK
