package starling

import (
	"context"
	"time"

	"example.org/starling/go/internal/wire"
)

const (
	maxBatchItems = 1024
	// Bytes of keys and values in one request, so that a batch doesn't hold up what shares the connection.
	batchRequestBytes = 512 << 10
)

// batch carries out one operation on many items: grouped by the peer to ask, sent at the same time, and sent again item by item where
// that helps. Every item ends with a reply of its own.
type batch struct {
	cluster *cluster
	request func(some []Item) (*wire.ClientRequest, *Error)
	replies []itemReply
}

type batchItem struct {
	Item
	index     int
	partition int
	attempts  *attempts
}

type group struct {
	address   string
	items     []*batchItem
	sizeBytes int
	sent      sending
}

// run refuses with InvalidArgument where there are too many; nothing was sent then.
func (b *batch) run(ctx context.Context, items []Item) ([]itemReply, *Error) {
	if len(items) > maxBatchItems {
		return nil, failure(InvalidArgument, "a batch of %d items, more than the %d allowed; make several", len(items), maxBatchItems)
	}
	b.replies = make([]itemReply, len(items))
	deadline := b.cluster.deadlineOf(ctx)
	waiting := make([]*batchItem, 0, len(items))
	for index, item := range items {
		partition, err := b.cluster.partitionOf(item.Key)
		if err == nil {
			_, err = checkPut(item.Value, item.TTL)
		}
		if err != nil {
			b.replies[index].err = err
			continue
		}
		waiting = append(waiting, &batchItem{item, index, partition, newAttempts(deadline, b.cluster.retries)})
	}
	for len(waiting) > 0 {
		again, pause := b.round(ctx, waiting)
		if err := b.cluster.sleep(ctx, pause); err != nil {
			b.fail(again, err)
			break
		}
		waiting = again
	}
	return b.replies, nil
}

// round sends all at once. It gives those to send again, and after what pause.
func (b *batch) round(ctx context.Context, items []*batchItem) ([]*batchItem, time.Duration) {
	groups := b.groups(items)
	for _, g := range groups {
		g.sent = b.send(g)
	}
	var again []*batchItem
	var longest time.Duration
	for _, g := range groups {
		for i, reply := range b.await(ctx, g) {
			item := g.items[i]
			if reply.err == nil {
				b.replies[item.index] = reply
				continue
			}
			elsewhere := b.cluster.router.pick(item.partition, nil) != g.address
			pause, final := item.attempts.afterFailure(reply.err, elsewhere)
			if final != nil {
				b.replies[item.index].err = final
				continue
			}
			longest = max(longest, pause)
			again = append(again, item)
		}
	}
	return again, longest
}

func (b *batch) send(g *group) sending {
	contents := make([]Item, len(g.items))
	timeout := longestTimeout
	for i, item := range g.items {
		contents[i] = item.Item
		timeout = min(timeout, item.attempts.begin())
	}
	request, err := b.request(contents)
	if err != nil {
		return sending{err: err}
	}
	return b.cluster.send(g.address, request, timeout)
}

// await gives a reply for each item of the group.
func (b *batch) await(ctx context.Context, g *group) []itemReply {
	response, err := b.cluster.await(ctx, g.address, g.sent)
	if err == nil {
		var replies []itemReply
		if replies, err = repliesOf(response, len(g.items)); err == nil {
			return replies
		}
	}
	replies := make([]itemReply, len(g.items))
	for i := range replies {
		replies[i].err = err
	}
	return replies
}

func (b *batch) fail(items []*batchItem, err *Error) {
	for _, item := range items {
		b.replies[item.index].err = err
	}
}

func (b *batch) groups(items []*batchItem) []*group {
	var groups []*group
	filling := map[string]*group{}
	for _, item := range items {
		address := b.cluster.router.pick(item.partition, nil)
		sizeBytes := len(item.Key) + len(item.Value)
		g := filling[address]
		if g == nil || g.sizeBytes+sizeBytes > batchRequestBytes {
			g = &group{address: address}
			filling[address] = g
			groups = append(groups, g)
		}
		g.items = append(g.items, item)
		g.sizeBytes += sizeBytes
	}
	return groups
}
