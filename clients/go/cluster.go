package starling

import (
	"context"
	"slices"
	"sync"
	"time"

	"example.org/starling/go/internal/wire"
)

// Least time between two looks at the ring that failures ask for, and between two where nothing does.
const (
	refreshPause = 250 * time.Millisecond
	refreshEvery = 30 * time.Second
)

// cluster is the cluster as a client knows it: who its members are, whom to ask, and the connections to them. It looks at the ring when
// it connects, when a connection breaks, when a peer says that the owners have changed, and now and then.
type cluster struct {
	timeout time.Duration
	retries int
	peers   *peers
	router  *router
	closed  chan struct{}
	closing sync.Once
	// Holds a token where somebody wants a look at the ring soon.
	wanted chan struct{}
}

func newCluster(addresses []string, settings settings) *cluster {
	c := &cluster{
		timeout: settings.timeout,
		retries: settings.retries,
		closed:  make(chan struct{}),
		wanted:  make(chan struct{}, 1),
	}
	c.peers = &peers{dialer: newDialer(settings), onLost: c.refreshSoon, byAddress: map[string]*peer{}}
	c.router = &router{seeds: addresses, isWell: c.peers.isWell}
	return c
}

// partitionOf refuses with InvalidArgument what can't be a key.
func (c *cluster) partitionOf(key string) (int, *Error) {
	token, err := tokenOf(key)
	if err != nil {
		return 0, err.(*Error)
	}
	return int(partitionOf(token, c.router.topology.Load().partitions)), nil
}

// deadlineOf gives the end of a request: the context's, or the client's own.
func (c *cluster) deadlineOf(ctx context.Context) time.Time {
	if deadline, ok := ctx.Deadline(); ok {
		return deadline
	}
	return time.Now().Add(c.timeout)
}

// ask sends a request to an owner of the partition (or anywhere), and again while the failure is a passing one.
func (c *cluster) ask(ctx context.Context, partition int, request *wire.ClientRequest) (*wire.ClientResponse, *Error) {
	attempts := newAttempts(c.deadlineOf(ctx), c.retries)
	var tried []string
	for {
		address := c.router.pick(partition, tried)
		response, err := c.await(ctx, address, c.send(address, request, attempts.begin()))
		if err == nil {
			return response, nil
		}
		tried = append(tried, address)
		elsewhere := !slices.Contains(tried, c.router.pick(partition, tried))
		pause, final := attempts.afterFailure(err, elsewhere)
		if final == nil {
			final = c.sleep(ctx, pause)
		}
		if final != nil {
			return nil, final
		}
	}
}

// sending is what became of the attempt to send a request to a peer.
type sending struct {
	peer *peer
	call *call
	err  *Error
}

// send sends a request to one peer, once.
func (c *cluster) send(address string, request *wire.ClientRequest, timeout time.Duration) sending {
	begun := time.Now()
	known, err := c.peers.of(address)
	if err != nil {
		return sending{err: err}
	}
	open, err := known.connected(timeout)
	if err != nil {
		return sending{err: err}
	}
	sent, err := open.send(request, max(timeout-time.Since(begun), time.Millisecond))
	return sending{known, sent, err}
}

// await gives the answer to what was sent.
func (c *cluster) await(ctx context.Context, address string, sent sending) (*wire.ClientResponse, *Error) {
	if sent.err != nil {
		return nil, sent.err
	}
	response, err := sent.call.wait(ctx)
	if err != nil && (err.Code == Stopped || ctx.Err() != nil) {
		return nil, err
	}
	sent.peer.judge(err)
	if err != nil && err.Code == WrongOwners {
		c.refreshSoon()
	}
	return response, err
}

// sleep ends early where the client is closed or the context ends.
func (c *cluster) sleep(ctx context.Context, pause time.Duration) *Error {
	if ctx.Err() != nil {
		return contextError(ctx)
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-c.closed:
		return closedError()
	case <-ctx.Done():
		return contextError(ctx)
	}
}

func (c *cluster) close() {
	c.closing.Do(func() { close(c.closed) })
	c.peers.close()
}

// refresh asks for the ring and goes by it from now on.
func (c *cluster) refresh(ctx context.Context) *Error {
	request := &wire.ClientRequest{Op: &wire.ClientRequest_Topology{Topology: &wire.TopologyRequest{}}}
	response, err := c.ask(ctx, anywhere, request)
	if err != nil {
		return err
	}
	read, err := topologyOf(response)
	if err != nil {
		return err
	}
	c.router.topology.Store(read)
	c.peers.retain(c.router.addresses())
	return nil
}

func topologyOf(response *wire.ClientResponse) (*topology, *Error) {
	if response.GetTopology() == nil {
		return nil, misfit("a topology")
	}
	read, err := topologyFromWire(response.GetTopology())
	if err != nil {
		return nil, err.(*Error)
	}
	return read, nil
}

func (c *cluster) refreshSoon() {
	select {
	case c.wanted <- struct{}{}:
	default:
	}
}

// keepFresh runs until the client is closed.
func (c *cluster) keepFresh() {
	for {
		select {
		case <-c.closed:
			return
		case <-c.wanted:
			if c.sleep(context.Background(), refreshPause) != nil {
				return
			}
		case <-time.After(refreshEvery):
		}
		// Where it fails, requests go by the old ring until the next look.
		if err := c.refresh(context.Background()); err != nil && err.Code.Retryable() {
			c.refreshSoon()
		}
	}
}

func misfit(expected string) *Error {
	return failure(Protocol, "a peer answered something else where %s was asked for", expected)
}
