package starling

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// The framing (docs/protocol.md): the length of a message as a varint, then the message.
const (
	maxFrameBytes      = 9 << 20
	longestLengthBytes = 5
	// A frame grows as its bytes come: a length alone sets nothing more aside.
	framePieceBytes = 64 << 10
)

func frame(message []byte) []byte {
	framed := make([]byte, 0, len(message)+longestLengthBytes)
	framed = binary.AppendUvarint(framed, uint64(len(message)))
	return append(framed, message...)
}

// readFrame gives the next message. io.EOF: the stream ended between two; Protocol: what follows is no frame.
func readFrame(stream *bufio.Reader) ([]byte, error) {
	length, err := readLength(stream)
	if err != nil {
		return nil, err
	}
	message := make([]byte, 0, min(length, framePieceBytes))
	for len(message) < length {
		start := len(message)
		piece := min(length-start, max(start, framePieceBytes))
		message = append(message, make([]byte, piece)...)
		if _, err := io.ReadFull(stream, message[start:]); err != nil {
			return nil, unexpected(err)
		}
	}
	return message, nil
}

func readLength(stream *bufio.Reader) (int, error) {
	length := 0
	for i := 0; i < longestLengthBytes; i++ {
		b, err := stream.ReadByte()
		if err != nil {
			if i > 0 {
				err = unexpected(err)
			}
			return 0, err
		}
		length |= int(b&0x7f) << (7 * i)
		if length > maxFrameBytes {
			return 0, failure(Protocol, "a frame of %d bytes or more was announced; the limit is %d", length, maxFrameBytes)
		}
		if b < 0x80 {
			return length, nil
		}
	}
	return 0, failure(Protocol, "a frame's length takes more than %d bytes", longestLengthBytes)
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
