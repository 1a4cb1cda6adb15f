package starling

import (
	"math/rand/v2"
	"sync"
	"time"
)

// How long a peer that failed is left alone where others can be asked: doubles with each failure in a row.
const (
	firstAvoid   = 50 * time.Millisecond
	longestAvoid = 2 * time.Second
)

// peers has the connections to all peers, by address: opened when first needed, opened again after a pause that grows.
type peers struct {
	dialer *dialer
	// Called when an open connection has ended by itself.
	onLost func()

	mutex     sync.Mutex
	byAddress map[string]*peer
	closed    bool
}

// of gives the peer at an address. Stopped after close.
func (p *peers) of(address string) (*peer, *Error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.closed {
		return nil, closedError()
	}
	known, ok := p.byAddress[address]
	if !ok {
		known = &peer{address: address, dialer: p.dialer, onLost: p.onLost}
		p.byAddress[address] = known
	}
	return known, nil
}

// isWell says whether there is no reason to ask somebody else instead.
func (p *peers) isWell(address string) bool {
	p.mutex.Lock()
	known, ok := p.byAddress[address]
	p.mutex.Unlock()
	return !ok || known.isWell()
}

// retain closes the connections to those that are no longer members.
func (p *peers) retain(addresses map[string]bool) {
	p.mutex.Lock()
	gone := []*peer{}
	for address, known := range p.byAddress {
		if !addresses[address] {
			delete(p.byAddress, address)
			gone = append(gone, known)
		}
	}
	p.mutex.Unlock()
	for _, known := range gone {
		known.close(failure(Unavailable, "the peer is no longer a member"))
	}
}

func (p *peers) close() {
	p.mutex.Lock()
	p.closed = true
	all := p.byAddress
	p.byAddress = map[string]*peer{}
	p.mutex.Unlock()
	for _, known := range all {
		known.close(closedError())
	}
}

// peer is one address and the connection to it.
type peer struct {
	address string
	dialer  *dialer
	onLost  func()
	// Held while a connection is opened: others that want it wait for the same one.
	opening sync.Mutex

	mutex      sync.Mutex
	connection *connection
	closed     *Error
	failures   int
	// The message of the last one that counted.
	lastFailure string
	avoidUntil  time.Time
}

func (p *peer) isWell() bool {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.failures == 0 || !time.Now().Before(p.avoidUntil)
}

// connected gives the open connection, or opens one.
func (p *peer) connected(timeout time.Duration) (*connection, *Error) {
	if open, closed := p.state(); open != nil || closed != nil {
		return open, closed
	}
	p.opening.Lock()
	defer p.opening.Unlock()
	if open, closed := p.state(); open != nil || closed != nil {
		return open, closed
	}
	if !p.isWell() {
		return nil, p.avoided()
	}
	opened, err := p.dialer.dial(p.address, timeout, p.ended)
	if err != nil {
		p.judge(err)
		return nil, err
	}
	p.mutex.Lock()
	p.connection = opened
	closed := p.closed
	p.mutex.Unlock()
	if closed != nil {
		opened.close(closed)
		return nil, closed
	}
	opened.start()
	return opened, nil
}

// judge takes note of how a request ended. Only what says something about the peer itself counts: that it didn't answer, or
// doesn't take requests. nil: well.
func (p *peer) judge(err *Error) {
	if err != nil && (err.Code == Unavailable || err.Code == Timeout || err.Code == NotReady) {
		p.failed(err)
		return
	}
	p.mutex.Lock()
	p.failures = 0
	p.mutex.Unlock()
}

func (p *peer) close(reason *Error) {
	p.mutex.Lock()
	p.closed = reason
	open := p.connection
	p.mutex.Unlock()
	if open != nil {
		open.close(reason)
	}
}

func (p *peer) state() (*connection, *Error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.closed != nil {
		return nil, p.closed
	}
	return p.connection, nil
}

func (p *peer) avoided() *Error {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return failure(Unavailable, "%s; it is tried again in a moment", p.lastFailure)
}

func (p *peer) ended(ended *connection, reason *Error) {
	p.mutex.Lock()
	if p.connection == ended {
		p.connection = nil
	}
	closed := p.closed
	p.mutex.Unlock()
	if closed != nil {
		return
	}
	p.judge(reason)
	// A peer that refuses the client's token is as it was.
	if reason.Code.Retryable() {
		p.onLost()
	}
}

func (p *peer) failed(err *Error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	now := time.Now()
	// Requests that fail together are one failure.
	if now.Before(p.avoidUntil) {
		return
	}
	avoid := longestAvoid
	if p.failures < 6 {
		avoid = min(firstAvoid<<p.failures, longestAvoid)
	}
	p.failures++
	p.lastFailure = err.Message
	p.avoidUntil = now.Add(time.Duration(float64(avoid) * (0.5 + rand.Float64()/2)))
}
