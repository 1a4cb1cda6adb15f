package starling

import (
	"bufio"
	"encoding/hex"
	"io"
	"slices"
	"testing"
)

// pieces is a stream that arrives as it was cut.
type pieces [][]byte

func (p *pieces) Read(into []byte) (int, error) {
	if len(*p) == 0 {
		return 0, io.EOF
	}
	n := copy(into, (*p)[0])
	if (*p)[0] = (*p)[0][n:]; len((*p)[0]) == 0 {
		*p = (*p)[1:]
	}
	return n, nil
}

func TestFramesAreFoundHoweverTheBytesAreCut(t *testing.T) {
	vectors := readVectors[struct {
		MaxFrameBytes int
		Streams       []struct {
			Name           string
			Pieces, Frames []string
			Refused        bool
		}
		Lengths []struct {
			Length int
			Varint string
		}
	}](t, "frames")
	for _, want := range vectors.Streams {
		t.Run(want.Name, func(t *testing.T) {
			var stream pieces
			for _, piece := range want.Pieces {
				stream = append(stream, bytesOf(t, piece))
			}
			reader := bufio.NewReader(&stream)
			found := []string{}
			message, err := readFrame(reader)
			for ; err == nil; message, err = readFrame(reader) {
				found = append(found, hex.EncodeToString(message))
			}
			if !slices.Equal(found, want.Frames) {
				t.Errorf("found %v; want %v", found, want.Frames)
			}
			if refused := codeOf(err) == Protocol; refused != want.Refused {
				t.Errorf("ended with %v; refused should be %v", err, want.Refused)
			}
		})
	}
	for _, want := range vectors.Lengths {
		framed := frame(make([]byte, want.Length))
		if got := hex.EncodeToString(framed[:len(framed)-want.Length]); got != want.Varint {
			t.Errorf("length %d as %s; want %s", want.Length, got, want.Varint)
		}
	}
	if maxFrameBytes != vectors.MaxFrameBytes {
		t.Errorf("a frame has at most %d bytes; want %d", maxFrameBytes, vectors.MaxFrameBytes)
	}
}
