package starling

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"time"

	"example.org/starling/go/internal/wire"
)

// dialer opens connections to peers.
type dialer struct {
	timeout time.Duration
	// nil: plain TCP.
	tls *tls.Config
	// What every connection begins with; nil: nothing.
	authenticate *wire.ClientRequest
}

func newDialer(s settings) *dialer {
	d := &dialer{timeout: s.connectTimeout, tls: s.tls}
	if s.token != nil {
		d.authenticate = authenticateRequest(*s.token)
	}
	return d
}

// dial opens a connection. Unavailable | Timeout where it can't be had.
func (d *dialer) dial(address string, timeout time.Duration, onClosed func(*connection, *Error)) (*connection, *Error) {
	timeout = min(timeout, d.timeout)
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	socket, err := d.socket(ctx, address)
	if err == nil {
		opened := newConnection(address, socket, onClosed)
		if d.authenticate == nil {
			return opened, nil
		}
		if err = opened.authenticate(d.authenticate); err == nil {
			return opened, nil
		}
		_ = socket.Close()
	}
	var network net.Error
	if ctx.Err() != nil || errors.As(err, &network) && network.Timeout() {
		return nil, failure(Timeout, "no connection to %s within %v", address, timeout.Round(time.Millisecond)).because(err)
	}
	if d.tls == nil {
		return nil, failure(Unavailable, "no connection to %s: %v", address, err).because(err)
	}
	return nil, failure(Unavailable, "no connection to %s over TLS: %v", address, err).because(err)
}

func (d *dialer) socket(ctx context.Context, address string) (net.Conn, error) {
	if d.tls == nil {
		return (&net.Dialer{}).DialContext(ctx, "tcp", address)
	}
	// It stands for the host that is dialled where the configuration names none.
	return (&tls.Dialer{Config: d.tls}).DialContext(ctx, "tcp", address)
}
