"""The framing: the length of a message as a varint, then the message (docs/protocol.md, "Framing")."""

from .errors import ProtocolError

MAX_FRAME_BYTES = 9 << 20
_LONGEST_LENGTH_BYTES = 5


def varint(value):
    """The shortest base-128 form of a whole number from 0 on."""
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def frame(message):
    """The message behind its length."""
    return varint(len(message)) + message


class FrameReader:
    """Takes bytes as they come, cut anywhere, and gives whole messages."""

    def __init__(self):
        self._bytes = bytearray()
        self._at = 0

    def feed(self, chunk):
        """Yields each message that these bytes complete.

        Raises ProtocolError where what follows is no frame; the reader has lost its place then.
        """
        self._bytes += chunk
        while True:
            start, length = self._length()
            if length is None or len(self._bytes) < start + length:
                break
            self._at = start + length
            yield bytes(self._bytes[start : self._at])
        # Once for each chunk rather than for each message, or many small ones would copy the rest over and over.
        del self._bytes[: self._at]
        self._at = 0

    def _length(self):
        """Where the message begins and how long it is; None while the length hasn't come whole."""
        length = 0
        for i in range(_LONGEST_LENGTH_BYTES):
            if self._at + i == len(self._bytes):
                return self._at, None
            byte = self._bytes[self._at + i]
            length |= (byte & 0x7F) << (7 * i)
            if length > MAX_FRAME_BYTES:
                raise ProtocolError(f"a frame of {length} bytes or more was announced; the limit is {MAX_FRAME_BYTES}")
            if byte < 0x80:
                return self._at + i + 1, length
        raise ProtocolError(f"a frame's length takes more than {_LONGEST_LENGTH_BYTES} bytes")
