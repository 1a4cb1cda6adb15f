package starling

import (
	"encoding/hex"
	"time"

	"example.org/starling/go/internal/wire"
)

// Read is what was found of a key.
type Read struct {
	Value string
	// Found tells an empty value from none: false where the key doesn't exist, was deleted or has expired.
	Found bool
	// Version of the value, also where it has expired, or of the deletion; "" where the key was never written.
	// Versions are 28 hexadecimal digits that sort in the order of the writes.
	Version string
	// ExpiresAt is when the value stops existing; zero: never.
	ExpiresAt time.Time
}

// WriteResult is the result of one item of a batch: a Version, or an Err.
type WriteResult struct {
	Version string
	// Err is an *Error.
	Err error
}

// ReadResult is the result of one key of a batch: a Read, or an Err.
type ReadResult struct {
	Read
	// Err is an *Error.
	Err error
}

// Route says where a key lives, by the ring that the client goes by.
type Route struct {
	Token     uint64
	Partition uint32
	// Owners are the client addresses of its owners, in the ring's order of preference.
	Owners []string
}

func readFromWire(message *wire.ReadResult) Read {
	read := Read{Value: message.GetValue(), Found: message.Value != nil, Version: hex.EncodeToString(message.GetVersion())}
	if expires := message.GetExpiresAtMs(); expires != 0 {
		read.ExpiresAt = time.UnixMilli(int64(expires))
	}
	return read
}

func versionOf(message *wire.WriteResult) string { return hex.EncodeToString(message.GetVersion()) }

// itemReply is what became of one item of a batch.
type itemReply struct {
	version string
	read    Read
	err     *Error
}

// repliesOf gives the replies in a batch's answer; Protocol where it doesn't fit it.
func repliesOf(response *wire.ClientResponse, count int) ([]itemReply, *Error) {
	replies := make([]itemReply, 0, count)
	for _, item := range response.GetWriteMany().GetItems() {
		if message := item.GetError(); message != nil {
			replies = append(replies, itemReply{err: errorFromWire(message)})
		} else {
			replies = append(replies, itemReply{version: versionOf(item.GetWrite())})
		}
	}
	for _, item := range response.GetReadMany().GetItems() {
		if message := item.GetError(); message != nil {
			replies = append(replies, itemReply{err: errorFromWire(message)})
		} else {
			read := readFromWire(item.GetRead())
			replies = append(replies, itemReply{version: read.Version, read: read})
		}
	}
	if len(replies) != count {
		return nil, misfit("a batch")
	}
	return replies, nil
}
