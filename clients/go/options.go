package starling

import (
	"crypto/tls"
	"encoding/hex"
	"net"
	"strconv"
	"time"
	"unicode/utf8"

	"example.org/starling/go/internal/wire"
)

const (
	longestTimeout = 2 * time.Minute
	longestTTL     = 10 * 365 * 24 * time.Hour
	versionBytes   = 14
	maxTokenBytes  = 256
)

// ConnectOption changes how a client behaves; see the With functions.
type ConnectOption func(*settings)

type settings struct {
	timeout        time.Duration
	connectTimeout time.Duration
	retries        int
	tls            *tls.Config
	// A pointer, which printing a client doesn't follow; nil: none.
	token *string
}

// WithTimeout sets how long a request may take in all, its retries included, where its context has no deadline: 1 ms to 2 min,
// 5 s by default. Too low: requests fail while a dead peer's role passes to another, which takes seconds.
func WithTimeout(timeout time.Duration) ConnectOption {
	return func(s *settings) { s.timeout = timeout }
}

// WithConnectTimeout sets how long a connection may take to open; 2 s by default. Too high: a peer that vanished costs that much.
func WithConnectTimeout(timeout time.Duration) ConnectOption {
	return func(s *settings) { s.connectTimeout = timeout }
}

// WithRetries sets how often a request is sent again after a passing error, within its time; 8 by default, 0: never.
func WithRetries(retries int) ConnectOption {
	return func(s *settings) { s.retries = retries }
}

// WithTLS has the client speak TLS: RootCAs says whom it trusts (by default whom this machine trusts), Certificates has its own where peers ask
// for one. A peer's certificate has to be of the host or address that is dialled, unless ServerName says of what. nil: as &tls.Config{}.
func WithTLS(config *tls.Config) ConnectOption {
	if config == nil {
		config = &tls.Config{}
	}
	return func(s *settings) { s.tls = config.Clone() }
}

// WithToken has every connection begin with a token that the peers were given for this client, at most 256 bytes. Without TLS it can be read
// on the way.
func WithToken(token string) ConnectOption {
	return func(s *settings) { s.token = &token }
}

func settingsOf(options []ConnectOption) (settings, *Error) {
	s := settings{timeout: 5 * time.Second, connectTimeout: 2 * time.Second, retries: 8}
	for _, option := range options {
		option(&s)
	}
	for _, timeout := range []time.Duration{s.timeout, s.connectTimeout} {
		if timeout < time.Millisecond || timeout > longestTimeout {
			return s, failure(InvalidArgument, "a timeout of %v; give 1 ms to %v", timeout, longestTimeout)
		}
	}
	if token := s.token; token != nil && (len(*token) == 0 || len(*token) > maxTokenBytes || !utf8.ValidString(*token)) {
		return s, failure(InvalidArgument, "a token of %d bytes; give 1 to %d of UTF-8", len(*token), maxTokenBytes)
	}
	if s.retries < 0 {
		return s, failure(InvalidArgument, "%d retries; give a whole number from 0 on", s.retries)
	}
	return s, nil
}

// checkAddress wants host:port, with the port in 1..65535.
func checkAddress(address string) *Error {
	host, port, err := net.SplitHostPort(address)
	if number, bad := strconv.Atoi(port); err != nil || bad != nil || host == "" || number < 1 || number > 65535 {
		example := "write host:port, for example 127.0.0.1:7400 or [::1]:7400"
		return failure(InvalidArgument, "%q is no address; %s", address, example)
	}
	return nil
}

// ReadOption is a Consistency.
type ReadOption interface{ applyToRead(*grade) }

// WriteOption is a Consistency, a Durability, Sloppy or a Session.
type WriteOption interface{ applyToWrite(*grade) }

// PutOption is a WriteOption or a TTL.
type PutOption interface{ applyToPut(*grade) }

// Consistency says how many of a key's owners must answer; by default as many as the cluster is configured with.
type Consistency int32

const (
	// One owner. A later read may miss the write, and an acknowledged write may be lost with one disk.
	One = Consistency(wire.Consistency_CONSISTENCY_ONE)
	// Quorum is a majority.
	Quorum = Consistency(wire.Consistency_CONSISTENCY_QUORUM)
	// All owners: fails while any is down.
	All = Consistency(wire.Consistency_CONSISTENCY_ALL)
)

// Durability says when an owner acknowledges a write.
type Durability int32

const (
	// Fsync: after fdatasync; the default.
	Fsync = Durability(wire.Durability_DURABILITY_FSYNC)
	// Memory: as soon as it is in memory; a power cut may take it.
	Memory = Durability(wire.Durability_DURABILITY_MEMORY)
)

// Sloppiness says whether another peer that keeps a write for an owner which can't be reached counts in that one's stead.
type Sloppiness bool

// Sloppy has a write taken in more situations: reads may miss it, and older writes win over it, until the owners that were away have it.
const Sloppy Sloppiness = true

// TTL is how long a key exists: whole milliseconds, up to ten years. Without, for ever, even where it had an end before.
type TTL time.Duration

// Session is the newest version that the program has seen elsewhere: the write is later.
type Session string

type grade struct {
	consistency wire.Consistency
	durability  wire.Durability
	sloppy      bool
	session     string
	ttl         *TTL
}

func (c Consistency) applyToRead(g *grade)  { g.consistency = wire.Consistency(c) }
func (c Consistency) applyToWrite(g *grade) { c.applyToRead(g) }
func (c Consistency) applyToPut(g *grade)   { c.applyToRead(g) }
func (d Durability) applyToWrite(g *grade)  { g.durability = wire.Durability(d) }
func (d Durability) applyToPut(g *grade)    { d.applyToWrite(g) }
func (s Sloppiness) applyToWrite(g *grade)  { g.sloppy = bool(s) }
func (s Sloppiness) applyToPut(g *grade)    { s.applyToWrite(g) }
func (s Session) applyToWrite(g *grade)     { g.session = string(s) }
func (s Session) applyToPut(g *grade)       { s.applyToWrite(g) }
func (t TTL) applyToPut(g *grade)           { g.ttl = &t }

// milliseconds refuses with InvalidArgument what is no time to live. 0 is refused as well: where somebody's subtraction comes out
// at 0, a value for ever is the last thing that was meant.
func (t *TTL) milliseconds() (float64, *Error) {
	if t == nil {
		return 0, nil
	}
	ttl := time.Duration(*t)
	if ttl < time.Millisecond || ttl > longestTTL || ttl%time.Millisecond != 0 {
		return 0, failure(InvalidArgument, "a time to live of %v; give whole milliseconds, 1 to %v, or none for ever", ttl, longestTTL)
	}
	return float64(ttl.Milliseconds()), nil
}

// sessionBytes refuses with InvalidArgument what is no version.
func sessionBytes(session string) ([]byte, *Error) {
	if session == "" {
		return nil, nil
	}
	bytes, err := hex.DecodeString(session)
	if err != nil || len(bytes) != versionBytes {
		return nil, failure(InvalidArgument, "session %q is no version: pass on what a put, get or delete answered", session)
	}
	return bytes, nil
}
