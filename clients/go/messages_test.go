package starling

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"example.org/starling/go/internal/wire"
	"google.golang.org/protobuf/proto"
)

type operation struct {
	Kind, Key, Value, Consistency, Durability, Token string
	TtlMs                                            int64
	Sloppy                                           bool
	Items                                            []operation
	Keys                                             []string
}

func (o operation) ttl() *TTL {
	if o.TtlMs == 0 {
		return nil
	}
	ttl := TTL(time.Duration(o.TtlMs) * time.Millisecond)
	return &ttl
}

func (o operation) request(session string) (*wire.ClientRequest, *Error) {
	g := grade{session: session, ttl: o.ttl(), sloppy: o.Sloppy}
	g.consistency = map[string]wire.Consistency{"one": wire.Consistency(One), "quorum": wire.Consistency(Quorum), "all": wire.Consistency(All)}[o.Consistency]
	if o.Durability == "memory" {
		g.durability = wire.Durability(Memory)
	}
	var items []Item
	for _, item := range o.Items {
		items = append(items, Item{item.Key, item.Value, item.ttl()})
	}
	switch o.Kind {
	case "put":
		return putRequest(o.Key, o.Value, g)
	case "get":
		return getRequest(o.Key, g), nil
	case "delete":
		return deleteRequest(o.Key, g)
	case "putMany":
		return putManyRequest(items, g)
	case "getMany":
		return getManyRequest(itemsOf(o.Keys), g)
	case "deleteMany":
		return deleteManyRequest(itemsOf(o.Keys), g)
	case "authenticate":
		return authenticateRequest(o.Token), nil
	}
	return &wire.ClientRequest{Op: &wire.ClientRequest_Topology{Topology: &wire.TopologyRequest{}}}, nil
}

func TestRequestsAreBuiltAsTheVectorsHaveThem(t *testing.T) {
	vectors := readVectors[struct {
		Requests []struct {
			Name          string
			ID, TimeoutMs uint32
			Session       string
			Operation     operation
			Hex           string
		}
	}](t, "messages")
	for _, want := range vectors.Requests {
		request, err := want.Operation.request(want.Session)
		if err != nil {
			t.Fatal(want.Name, err)
		}
		request.Id, request.TimeoutMs = want.ID, want.TimeoutMs
		expected := &wire.ClientRequest{}
		if err := proto.Unmarshal(bytesOf(t, want.Hex), expected); err != nil {
			t.Fatal(err)
		}
		if !proto.Equal(request, expected) {
			t.Errorf("%s: built %v; want %v", want.Name, request, expected)
		}
	}
}

func TestAnswersAreReadAsTheVectorsHaveThem(t *testing.T) {
	vectors := readVectors[struct {
		Answers []struct {
			Name, Hex string
			Reads     map[string]any
		}
	}](t, "messages")
	for _, want := range vectors.Answers {
		if got := plainOf(t, responseOf(t, want.Hex), len(asList(want.Reads["items"]))); !reflect.DeepEqual(got, want.Reads) {
			t.Errorf("%s: read %v; want %v", want.Name, got, want.Reads)
		}
	}
}

func TestWhatCanNotBeSentIsRefused(t *testing.T) {
	for _, ttl := range []time.Duration{0, -time.Millisecond, 1500 * time.Microsecond, longestTTL + time.Millisecond} {
		ttl := TTL(ttl)
		if _, err := putRequest("k", "v", grade{ttl: &ttl}); err == nil || err.Code != InvalidArgument {
			t.Errorf("a time to live of %v should be refused; got %v", time.Duration(ttl), err)
		}
	}
	for _, session := range []string{"00", "no version", "019ab697e800000300a1b2c3d4e5ff"} {
		if _, err := deleteRequest("k", grade{session: session}); err == nil || err.Code != InvalidArgument {
			t.Errorf("session %q should be refused; got %v", session, err)
		}
	}
	for _, value := range []string{"\xff", string(make([]byte, maxValueBytes+1))} {
		if _, err := putRequest("k", value, grade{}); err == nil || err.Code != InvalidArgument {
			t.Errorf("a value of %d bytes should be refused; got %v", len(value), err)
		}
	}
}

// plainOf says what a client makes of an answer, as the JSON of the vectors.
func plainOf(t *testing.T, response *wire.ClientResponse, items int) map[string]any {
	t.Helper()
	var plain any
	switch {
	case response.GetError() != nil:
		plain = map[string]any{"error": plainError(errorFromWire(response.GetError()))}
	case response.GetWrite() != nil:
		plain = map[string]any{"version": versionOf(response.GetWrite())}
	case response.GetRead() != nil:
		plain = plainRead(readFromWire(response.GetRead()))
	default:
		replies, err := repliesOf(response, items)
		if err != nil {
			t.Fatal(err)
		}
		plain = map[string]any{"items": plainReplies(replies, response.GetReadMany() != nil)}
	}
	text, _ := json.Marshal(plain)
	var read map[string]any
	_ = json.Unmarshal(text, &read)
	return read
}

func plainReplies(replies []itemReply, areReads bool) []any {
	plain := []any{}
	for _, reply := range replies {
		switch {
		case reply.err != nil:
			plain = append(plain, map[string]any{"error": plainError(reply.err)})
		case areReads:
			plain = append(plain, plainRead(reply.read))
		default:
			plain = append(plain, map[string]any{"version": reply.version})
		}
	}
	return plain
}

func plainRead(read Read) map[string]any {
	plain := map[string]any{"value": nil, "version": nil, "expiresAtMs": nil}
	if read.Found {
		plain["value"] = read.Value
	}
	if read.Version != "" {
		plain["version"] = read.Version
	}
	if !read.ExpiresAt.IsZero() {
		plain["expiresAtMs"] = read.ExpiresAt.UnixMilli()
	}
	return plain
}

func plainError(err *Error) map[string]any {
	plain := map[string]any{"code": err.Code, "message": err.Message, "retryable": err.Code.Retryable(), "retryAfterMs": nil}
	if err.RetryAfter > 0 {
		plain["retryAfterMs"] = err.RetryAfter.Milliseconds()
	}
	return plain
}

func asList(value any) []any {
	list, _ := value.([]any)
	return list
}
