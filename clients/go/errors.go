package starling

import (
	"fmt"
	"time"

	"example.org/starling/go/internal/wire"
)

// Code says how a request failed; the set is closed.
type Code string

const (
	// InvalidArgument: the request is wrong, such as an empty key; nothing was done.
	InvalidArgument Code = "INVALID_ARGUMENT"
	// QuorumFailed: too few owners answered. A write may have been applied, or may still be.
	QuorumFailed Code = "QUORUM_FAILED"
	// Timeout: the deadline passed first, or the context ended. A write may have been applied, or may still be.
	Timeout Code = "TIMEOUT"
	// Overloaded: a bounded queue was full; nothing was done.
	Overloaded Code = "OVERLOADED"
	// WrongOwners: peers disagree about who owns the key; nothing was done.
	WrongOwners Code = "WRONG_OWNERS"
	// Stale is between peers; a client doesn't see it.
	Stale Code = "STALE"
	// ClockDrift: a version is too far in the future; nothing was done.
	ClockDrift Code = "CLOCK_DRIFT"
	// NotReady: the peer is still copying what it is to own; nothing was done.
	NotReady Code = "NOT_READY"
	// Corruption: bytes on a disk failed their checksum.
	Corruption Code = "CORRUPTION"
	// StorePoisoned: a flush to disk failed; that peer takes no writes until it restarts.
	StorePoisoned Code = "STORE_POISONED"
	// DiskFull: nothing was written; reads go on.
	DiskFull Code = "DISK_FULL"
	// Stopped: this client was closed. What was under way may have been applied.
	Stopped Code = "STOPPED"
	// Unavailable: no peer could be reached, or the connection ended before the answer. A write may have been applied.
	Unavailable Code = "UNAVAILABLE"
	// Protocol: the other end said something that this client doesn't understand.
	Protocol Code = "PROTOCOL"
	// Forbidden: not without a token that allows it, or the cluster's secret; nothing was done.
	Forbidden Code = "FORBIDDEN"
	// Configuration: a peer can't start; a client doesn't see it.
	Configuration Code = "CONFIGURATION"
)

// codes by their numbers in common.proto, from 1 on.
var codes = []Code{
	InvalidArgument, QuorumFailed, Timeout, Overloaded, WrongOwners, Stale, ClockDrift, NotReady,
	Corruption, StorePoisoned, DiskFull, Stopped, Unavailable, Protocol, Forbidden, Configuration,
}

// Retryable says whether the same request may succeed if it is simply sent again. The client has done so already.
func (c Code) Retryable() bool {
	switch c {
	case QuorumFailed, Timeout, Overloaded, WrongOwners, Stale, ClockDrift, NotReady, Unavailable:
		return true
	}
	return false
}

// OutcomeUnknown says whether a write that failed so may have been applied, or may still be.
func (c Code) OutcomeUnknown() bool {
	return c == QuorumFailed || c == Timeout || c == Unavailable
}

// Error is every error of this package.
//
//	var failure *starling.Error
//	if errors.As(err, &failure) && failure.Code.OutcomeUnknown() { ... }
type Error struct {
	Code Code
	// Message is for people.
	Message string
	// RetryAfter is how long an overloaded peer asked to be left alone; 0 where it didn't say.
	RetryAfter time.Duration
	cause      error
}

func (e *Error) Error() string { return fmt.Sprintf("starling: %s: %s", e.Code, e.Message) }

// Unwrap gives what caused it, such as the context's error.
func (e *Error) Unwrap() error { return e.cause }

func failure(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

func (e *Error) because(cause error) *Error {
	e.cause = cause
	return e
}

// errorFromWire reads an error of a peer; a code from a newer protocol is Protocol.
func errorFromWire(message *wire.Error) *Error {
	code := Protocol
	if number := int(message.GetCode()); number >= 1 && number <= len(codes) {
		code = codes[number-1]
	}
	return &Error{
		Code:       code,
		Message:    message.GetMessage(),
		RetryAfter: time.Duration(message.GetRetryAfterMs()) * time.Millisecond,
	}
}

func closedError() *Error { return failure(Stopped, "this client is closed; connect again") }
