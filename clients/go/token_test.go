package starling

import (
	"fmt"
	"testing"
)

func TestTokensAndPartitionsAreThoseOfTheVectors(t *testing.T) {
	vectors := readVectors[struct {
		Keys []struct {
			Key, Token string
			Partitions map[uint32]uint32
		}
		Refused []string
	}](t, "keys")
	if len(vectors.Keys) < 20 {
		t.Fatalf("only %d keys", len(vectors.Keys))
	}
	for _, want := range vectors.Keys {
		token, err := tokenOf(want.Key)
		if err != nil || fmt.Sprintf("%016x", token) != want.Token {
			t.Errorf("%.20q: token %016x, %v; want %s", want.Key, token, err, want.Token)
		}
		for partitions, partition := range want.Partitions {
			if got := partitionOf(token, partitions); got != partition {
				t.Errorf("%.20q: partition %d of %d; want %d", want.Key, got, partitions, partition)
			}
		}
	}
	for _, key := range append(vectors.Refused, "\xff") {
		if _, err := tokenOf(key); codeOf(err) != InvalidArgument {
			t.Errorf("%.20q should be refused; got %v", key, err)
		}
	}
}
