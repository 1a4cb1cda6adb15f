package starling

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"example.org/starling/go/internal/wire"
	"google.golang.org/protobuf/proto"
)

// readVectors reads a file of clients/vectors into what a test wants of it.
func readVectors[T any](t *testing.T, name string) T {
	t.Helper()
	var read T
	content, err := os.ReadFile(filepath.Join("..", "vectors", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

func bytesOf(t *testing.T, hexadecimal string) []byte {
	t.Helper()
	bytes, err := hex.DecodeString(hexadecimal)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

func responseOf(t *testing.T, hexadecimal string) *wire.ClientResponse {
	t.Helper()
	response := &wire.ClientResponse{}
	if err := proto.Unmarshal(bytesOf(t, hexadecimal), response); err != nil {
		t.Fatal(err)
	}
	return response
}

func codeOf(err error) Code {
	if failed, ok := err.(*Error); ok && failed != nil {
		return failed.Code
	}
	return ""
}
