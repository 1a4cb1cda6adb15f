package starling

import (
	"bufio"
	"context"
	"math"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"example.org/starling/go/internal/wire"
	"google.golang.org/protobuf/proto"
)

const (
	receiveBufferBytes = 64 << 10
	// Deadlines in a row, with not a byte from the peer, before its connection is given up.
	silentDeadlines = 3
	// How long the socket may take nothing of what is sent.
	sendTimeout = 5 * time.Second
)

// connection is one TCP connection to one peer: many requests in flight, answered in any order.
type connection struct {
	address  string
	socket   net.Conn
	onClosed func(*connection, *Error)
	// Of the request that says who the client is, until it is answered; 0: there is none.
	authenticationID uint32
	silent           atomic.Int32
	sending          sync.Mutex

	mutex  sync.Mutex
	calls  map[uint32]chan reply
	lastID uint32
	closed *Error
}

// reply is an answer or an error.
type reply struct {
	response *wire.ClientResponse
	err      *Error
}

// newConnection puts a connection on a socket.
func newConnection(address string, socket net.Conn, onClosed func(*connection, *Error)) *connection {
	return &connection{address: address, socket: socket, onClosed: onClosed, calls: map[uint32]chan reply{}}
}

// authenticate says who the client is, before anything else. Nobody waits for the answer, but who is refused gets nothing on this connection.
func (c *connection) authenticate(request *wire.ClientRequest) error {
	c.authenticationID = c.nextID()
	bytes, err := proto.Marshal(&wire.ClientRequest{Id: c.authenticationID, Op: request.Op})
	if err != nil {
		return err
	}
	_ = c.socket.SetWriteDeadline(time.Now().Add(sendTimeout))
	_, err = c.socket.Write(frame(bytes))
	return err
}

// call is a request that was sent.
type call struct {
	connection *connection
	id         uint32
	deadline   time.Time
	timeout    time.Duration
	answered   chan reply
}

// send sends a request; its id and timeout are filled in.
func (c *connection) send(request *wire.ClientRequest, timeout time.Duration) (*call, *Error) {
	c.mutex.Lock()
	if c.closed != nil {
		c.mutex.Unlock()
		return nil, c.closed
	}
	sent := &call{connection: c, id: c.nextID(), deadline: time.Now().Add(timeout), timeout: timeout, answered: make(chan reply, 1)}
	c.calls[sent.id] = sent.answered
	c.mutex.Unlock()

	message := &wire.ClientRequest{
		Id:        sent.id,
		TimeoutMs: uint32(max(1, math.Ceil(float64(timeout)/float64(time.Millisecond)))),
		Session:   request.Session,
		Sloppy:    request.Sloppy,
		Op:        request.Op,
	}
	bytes, err := proto.Marshal(message)
	if err == nil && len(bytes) > maxFrameBytes {
		err = failure(InvalidArgument, "a request of %d bytes, more than the %d of a frame", len(bytes), maxFrameBytes)
	}
	if err != nil {
		c.forget(sent.id)
		return nil, failure(InvalidArgument, "this can't be sent: %v", err).because(err)
	}
	c.write(frame(bytes))
	return sent, nil
}

// wait gives the answer, or the error that the peer answered; Timeout | Unavailable from this side.
func (c *call) wait(ctx context.Context) (*wire.ClientResponse, *Error) {
	timer := time.NewTimer(time.Until(c.deadline))
	defer timer.Stop()
	select {
	case answer := <-c.answered:
		if answer.err != nil {
			return nil, answer.err
		}
		if message := answer.response.GetError(); message != nil {
			return nil, errorFromWire(message)
		}
		return answer.response, nil
	case <-timer.C:
		c.connection.expired(c.id)
		return nil, failure(Timeout, "%s did not answer within %v", c.connection.address, c.timeout.Round(time.Millisecond))
	case <-ctx.Done():
		c.connection.forget(c.id)
		return nil, contextError(ctx)
	}
}

// start begins to read: only now can it end.
func (c *connection) start() { go c.read() }

// close tells every call this error and closes. Idempotent.
func (c *connection) close(reason *Error) {
	c.mutex.Lock()
	if c.closed != nil {
		c.mutex.Unlock()
		return
	}
	c.closed = reason
	calls := c.calls
	c.calls = map[uint32]chan reply{}
	c.mutex.Unlock()
	_ = c.socket.Close()
	for _, answered := range calls {
		answered <- reply{err: reason}
	}
	c.onClosed(c, reason)
}

func (c *connection) write(data []byte) {
	c.sending.Lock()
	defer c.sending.Unlock()
	_ = c.socket.SetWriteDeadline(time.Now().Add(sendTimeout))
	if _, err := c.socket.Write(data); err != nil {
		// A part may have gone out, after which nothing else makes sense; the calls are told so.
		c.close(c.broken(err.Error()))
	}
}

func (c *connection) expired(id uint32) {
	if c.forget(id) && c.silent.Add(1) >= silentDeadlines {
		c.close(c.broken("it has stopped answering"))
	}
}

func (c *connection) forget(id uint32) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	_, waited := c.calls[id]
	delete(c.calls, id)
	return waited
}

// nextID skips 0 and the ids of calls under way, which matters after four billion of them.
func (c *connection) nextID() uint32 {
	for {
		c.lastID++
		if _, taken := c.calls[c.lastID]; !taken && c.lastID != 0 {
			return c.lastID
		}
	}
}

func (c *connection) read() {
	stream := bufio.NewReaderSize(c.socket, receiveBufferBytes)
	for {
		message, err := readFrame(stream)
		if err != nil {
			c.close(c.broken(err.Error()))
			return
		}
		c.silent.Store(0)
		response := &wire.ClientResponse{}
		if err := proto.Unmarshal(message, response); err != nil {
			c.close(c.broken(err.Error()))
			return
		}
		if response.GetId() == 0 {
			c.close(c.broken(response.GetError().GetMessage()))
			return
		}
		if response.GetId() != c.authenticationID {
			c.answer(response)
			continue
		}
		c.authenticationID = 0
		// Peers of before there were tokens don't know the request, and let everybody in.
		if message := response.GetError(); errorFromWire(message).Code == Forbidden {
			c.close(failure(Forbidden, "%s: %s", c.address, message.GetMessage()))
			return
		}
	}
}

func (c *connection) answer(response *wire.ClientResponse) {
	c.mutex.Lock()
	answered, waited := c.calls[response.GetId()]
	delete(c.calls, response.GetId())
	c.mutex.Unlock()
	// Nobody waits for an answer that came after its deadline.
	if waited {
		answered <- reply{response: response}
	}
}

func (c *connection) broken(why string) *Error {
	return failure(Unavailable, "the connection to %s ended: %s", c.address, why)
}

func contextError(ctx context.Context) *Error {
	return failure(Timeout, "given up by its caller: %v", context.Cause(ctx)).because(ctx.Err())
}
