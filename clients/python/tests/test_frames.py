import unittest

from starling.errors import ProtocolError
from starling.frames import MAX_FRAME_BYTES, FrameReader, frame, varint
from vectors import vectors


class Frames(unittest.TestCase):
    def test_frames_are_found_however_the_bytes_are_cut(self):
        for stream in vectors("frames")["streams"]:
            with self.subTest(stream["name"]):
                self._read(stream)

    def test_lengths_are_written_in_the_shortest_form(self):
        for case in vectors("frames")["lengths"]:
            self.assertEqual(varint(case["length"]).hex(), case["varint"])

    def test_a_frame_is_its_length_and_its_message(self):
        self.assertEqual(frame(b"abc"), b"\x03abc")
        self.assertEqual(MAX_FRAME_BYTES, vectors("frames")["maxFrameBytes"])

    def _read(self, stream):
        reader = FrameReader()
        found = []
        *pieces, last = [bytes.fromhex(piece) for piece in stream["pieces"]]
        for piece in pieces:
            found += reader.feed(piece)
        if stream["refused"]:
            with self.assertRaises(ProtocolError):
                for message in reader.feed(last):
                    found.append(message)
        else:
            found += reader.feed(last)
        self.assertEqual([message.hex() for message in found], stream["frames"])
