package starling

import (
	"context"
	"sync"

	"example.org/starling/go/internal/wire"
)

// Client asks an owner of each key directly, pipelines, and sends again what failed for a passing reason, within the deadline of the
// context, or 5 s. It may be used by any number of goroutines. Every error is an *Error.
//
// Sending a write again is safe: it is the same value with a later version. A write that failed with a Code whose OutcomeUnknown is true
// may have been applied: read the key, or write it again.
type Client struct {
	cluster *cluster

	mutex   sync.Mutex
	session string
}

// Connect returns when one of the addresses (host:port of client ports) has said who the members are. One that answers is enough; name
// several, so that a client can start while one is down.
//
// InvalidArgument: an option is out of its range. Unavailable, Timeout: nobody answered.
func Connect(ctx context.Context, addresses []string, options ...ConnectOption) (*Client, error) {
	settings, err := settingsOf(options)
	if err != nil {
		return nil, err
	}
	if len(addresses) == 0 {
		return nil, failure(InvalidArgument, "no addresses; name at least one peer as host:port")
	}
	for _, address := range addresses {
		if err := checkAddress(address); err != nil {
			return nil, err
		}
	}
	cluster := newCluster(addresses, settings)
	if err := cluster.refresh(ctx); err != nil {
		cluster.close()
		return nil, err
	}
	go cluster.keepFresh()
	return &Client{cluster: cluster}, nil
}

// Close closes every connection; requests under way end with Stopped. Idempotent.
func (c *Client) Close() { c.cluster.close() }

// Session gives the newest version that this client has seen, "" before the first. Its own writes are later than that by themselves;
// hand it to another client as a Session, and so are its.
func (c *Client) Session() string {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.session
}

// Put stores the value and gives its version when enough owners have it.
//
// InvalidArgument, Overloaded, DiskFull: nothing was written. QuorumFailed, Timeout, Unavailable: the outcome is unknown.
func (c *Client) Put(ctx context.Context, key, value string, options ...PutOption) (version string, err error) {
	var g grade
	for _, option := range options {
		option.applyToPut(&g)
	}
	c.addSession(&g)
	request, failed := putRequest(key, value, g)
	return c.write(ctx, key, request, failed)
}

// Get gives the newest value that enough owners agree on. That there is none is no error: see Read.Found.
func (c *Client) Get(ctx context.Context, key string, options ...ReadOption) (Read, error) {
	partition, err := c.cluster.partitionOf(key)
	if err != nil {
		return Read{}, err
	}
	response, err := c.cluster.ask(ctx, partition, getRequest(key, readGrade(options)))
	if err != nil {
		return Read{}, err
	}
	if response.GetRead() == nil {
		return Read{}, misfit("a value")
	}
	read := readFromWire(response.GetRead())
	c.saw(read.Version)
	return read, nil
}

// Delete deletes the key, whether it existed or not, and gives the version of the deletion. Errors as Put.
func (c *Client) Delete(ctx context.Context, key string, options ...WriteOption) (version string, err error) {
	request, failed := deleteRequest(key, c.writeGrade(options))
	return c.write(ctx, key, request, failed)
}

// PutMany carries out up to 1024 puts and gives a result for each, in their order. It isn't a transaction: some may fail while
// others succeed. Its own error says that none was tried. Each item has a TTL of its own.
func (c *Client) PutMany(ctx context.Context, items []Item, options ...WriteOption) ([]WriteResult, error) {
	g := c.writeGrade(options)
	return c.writeMany(ctx, items, func(some []Item) (*wire.ClientRequest, *Error) { return putManyRequest(some, g) })
}

// GetMany carries out up to 1024 gets and gives a result for each, in their order. Its own error says that none was tried.
func (c *Client) GetMany(ctx context.Context, keys []string, options ...ReadOption) ([]ReadResult, error) {
	g := readGrade(options)
	b := &batch{cluster: c.cluster, request: func(some []Item) (*wire.ClientRequest, *Error) { return getManyRequest(some, g) }}
	replies, err := b.run(ctx, itemsOf(keys))
	if err != nil {
		return nil, err
	}
	results := make([]ReadResult, len(replies))
	for i, reply := range replies {
		results[i].Read = reply.read
		if reply.err != nil {
			results[i].Err = reply.err
		}
		c.saw(reply.version)
	}
	return results, nil
}

// DeleteMany carries out up to 1024 deletions and gives a result for each, in their order. Its own error says that none was tried.
func (c *Client) DeleteMany(ctx context.Context, keys []string, options ...WriteOption) ([]WriteResult, error) {
	g := c.writeGrade(options)
	request := func(some []Item) (*wire.ClientRequest, *Error) { return deleteManyRequest(some, g) }
	return c.writeMany(ctx, itemsOf(keys), request)
}

// Route says where a key lives, without asking anybody. InvalidArgument: it can't be a key.
func (c *Client) Route(key string) (Route, error) {
	token, err := tokenOf(key)
	if err != nil {
		return Route{}, err
	}
	current := c.cluster.router.topology.Load()
	route := Route{Token: token, Partition: partitionOf(token, current.partitions)}
	for _, owner := range current.ownersOf(route.Partition) {
		route.Owners = append(route.Owners, owner.address)
	}
	return route, nil
}

func (c *Client) write(ctx context.Context, key string, request *wire.ClientRequest, failed *Error) (string, error) {
	partition, err := c.cluster.partitionOf(key)
	if err == nil {
		err = failed
	}
	if err != nil {
		return "", err
	}
	response, err := c.cluster.ask(ctx, partition, request)
	if err != nil {
		return "", err
	}
	if response.GetWrite() == nil {
		return "", misfit("a version")
	}
	version := versionOf(response.GetWrite())
	c.saw(version)
	return version, nil
}

type makeRequest func(some []Item) (*wire.ClientRequest, *Error)

func (c *Client) writeMany(ctx context.Context, items []Item, request makeRequest) ([]WriteResult, error) {
	replies, err := (&batch{cluster: c.cluster, request: request}).run(ctx, items)
	if err != nil {
		return nil, err
	}
	results := make([]WriteResult, len(replies))
	for i, reply := range replies {
		results[i].Version = reply.version
		if reply.err != nil {
			results[i].Err = reply.err
		}
		c.saw(reply.version)
	}
	return results, nil
}

func (c *Client) saw(version string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.session = max(c.session, version)
}

func (c *Client) writeGrade(options []WriteOption) grade {
	var g grade
	for _, option := range options {
		option.applyToWrite(&g)
	}
	c.addSession(&g)
	return g
}

func (c *Client) addSession(g *grade) { g.session = max(g.session, c.Session()) }

func readGrade(options []ReadOption) grade {
	var g grade
	for _, option := range options {
		option.applyToRead(&g)
	}
	return g
}

func itemsOf(keys []string) []Item {
	items := make([]Item, len(keys))
	for i, key := range keys {
		items[i].Key = key
	}
	return items
}
