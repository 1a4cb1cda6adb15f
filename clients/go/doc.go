// Package starling is a client of Starling, the leaderless peer-to-peer key-value store.
//
//	client, err := starling.Connect(ctx, []string{"127.0.0.1:7400", "127.0.0.1:7401"})
//	if err != nil {
//		return err
//	}
//	defer client.Close()
//	_, err = client.Put(ctx, "greeting", "hello", starling.TTL(time.Minute))
//	found, err := client.Get(ctx, "greeting")
//
// The client knows the ring and asks an owner of each key directly, has many requests in flight on one connection a peer, and sends again
// what failed for a passing reason. It follows docs/protocol.md.
package starling

//go:generate ./generate.sh
