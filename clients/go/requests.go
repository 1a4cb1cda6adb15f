package starling

import (
	"unicode/utf8"

	"example.org/starling/go/internal/wire"
)

// Values above this no peer stores, however it is configured.
const maxValueBytes = 8 << 20

// Item is one put of a batch.
type Item struct {
	Key   string
	Value string
	// TTL of this item; nil: for ever.
	TTL *TTL
}

func putRequest(key, value string, g grade) (*wire.ClientRequest, *Error) {
	ttlMs, err := checkPut(value, g.ttl)
	if err != nil {
		return nil, err
	}
	put := &wire.Put{Key: key, Value: value, Consistency: g.consistency, Durability: g.durability, TtlMs: ttlMs}
	return written(&wire.ClientRequest{Op: &wire.ClientRequest_Put{Put: put}}, g)
}

func getRequest(key string, g grade) *wire.ClientRequest {
	get := &wire.Get{Key: key, Consistency: g.consistency}
	return &wire.ClientRequest{Op: &wire.ClientRequest_Get{Get: get}}
}

func deleteRequest(key string, g grade) (*wire.ClientRequest, *Error) {
	deletion := &wire.Delete{Key: key, Consistency: g.consistency, Durability: g.durability}
	return written(&wire.ClientRequest{Op: &wire.ClientRequest_Delete{Delete: deletion}}, g)
}

// putManyRequest: the items have been checked.
func putManyRequest(items []Item, g grade) (*wire.ClientRequest, *Error) {
	puts := &wire.PutMany{Consistency: g.consistency, Durability: g.durability}
	for _, item := range items {
		ttlMs, err := item.TTL.milliseconds()
		if err != nil {
			return nil, err
		}
		puts.Items = append(puts.Items, &wire.PutMany_Item{Key: item.Key, Value: item.Value, TtlMs: ttlMs})
	}
	return written(&wire.ClientRequest{Op: &wire.ClientRequest_PutMany{PutMany: puts}}, g)
}

func getManyRequest(items []Item, g grade) (*wire.ClientRequest, *Error) {
	gets := &wire.GetMany{Keys: keysOf(items), Consistency: g.consistency}
	return &wire.ClientRequest{Op: &wire.ClientRequest_GetMany{GetMany: gets}}, nil
}

func deleteManyRequest(items []Item, g grade) (*wire.ClientRequest, *Error) {
	deletions := &wire.DeleteMany{Keys: keysOf(items), Consistency: g.consistency, Durability: g.durability}
	return written(&wire.ClientRequest{Op: &wire.ClientRequest_DeleteMany{DeleteMany: deletions}}, g)
}

func authenticateRequest(token string) *wire.ClientRequest {
	by := &wire.Authenticate{By: &wire.Authenticate_Token{Token: token}}
	return &wire.ClientRequest{Op: &wire.ClientRequest_Authenticate{Authenticate: by}}
}

func written(request *wire.ClientRequest, g grade) (*wire.ClientRequest, *Error) {
	session, err := sessionBytes(g.session)
	request.Session = session
	request.Sloppy = g.sloppy
	return request, err
}

// checkPut gives the time to live on the wire, and refuses with InvalidArgument what can't be sent at all.
func checkPut(value string, ttl *TTL) (float64, *Error) {
	if len(value) > maxValueBytes {
		return 0, failure(InvalidArgument, "the value has %d bytes, more than any peer stores (%d)", len(value), maxValueBytes)
	}
	if !utf8.ValidString(value) {
		return 0, failure(InvalidArgument, "the value is no UTF-8")
	}
	return ttl.milliseconds()
}

func keysOf(items []Item) []string {
	keys := make([]string, len(items))
	for i, item := range items {
		keys[i] = item.Key
	}
	return keys
}
