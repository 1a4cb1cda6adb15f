package starling

import (
	"math/bits"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

const maxKeyBytes = 1024

// tokenOf gives the token of a key: xxHash64 of its UTF-8, seed 0. InvalidArgument where it can't be a key.
func tokenOf(key string) (uint64, error) {
	if len(key) < 1 || len(key) > maxKeyBytes {
		return 0, failure(InvalidArgument, "a key has 1 to %d bytes of UTF-8, this one %d", maxKeyBytes, len(key))
	}
	if !utf8.ValidString(key) {
		return 0, failure(InvalidArgument, "the key is no UTF-8")
	}
	return xxhash.Sum64String(key), nil
}

// partitionOf gives the partition of a token among so many, a power of two: its top bits.
func partitionOf(token uint64, partitions uint32) uint32 {
	high, _ := bits.Mul64(token, uint64(partitions))
	return uint32(high)
}
