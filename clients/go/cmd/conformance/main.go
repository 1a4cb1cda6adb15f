// The line protocol of clients/conformance/README.md for the Go client.
package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	starling "example.org/starling/go"
)

// A line may carry a value of several mebibytes, in JSON.
const longestLineBytes = 64 << 20

type command struct {
	Do                      string
	Addresses               []string
	TimeoutMs, TTLMs        *int64
	Retries                 *int
	Key, Value, Session     string
	Consistency, Durability string
	Sloppy                  bool
	TLS                     *files
	Token                   *string
	Keys                    []string
	Items                   []command
	Commands                []command
}

// files are paths of PEM.
type files struct{ CA, Cert, Key string }

type object map[string]any

var consistencies = map[string]starling.Consistency{"one": starling.One, "quorum": starling.Quorum, "all": starling.All}
var durabilities = map[string]starling.Durability{"fsync": starling.Fsync, "memory": starling.Memory}

type adapter struct{ client *starling.Client }

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, longestLineBytes)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	a := &adapter{}
	for lines.Scan() {
		var c command
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			panic(err)
		}
		if err := out.Encode(a.outcome(c)); err != nil {
			panic(err)
		}
	}
	a.close()
}

func (a *adapter) outcome(c command) object {
	ok, err := a.carryOut(c)
	if err != nil {
		return object{"error": plainError(err)}
	}
	return object{"ok": ok}
}

func (a *adapter) close() {
	if a.client != nil {
		a.client.Close()
	}
}

func (a *adapter) carryOut(c command) (any, error) {
	ctx := context.Background()
	if c.TimeoutMs != nil && c.Do != "connect" {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(*c.TimeoutMs)*time.Millisecond)
		defer cancel()
	}
	switch c.Do {
	case "connect":
		return object{}, a.connect(ctx, c)
	case "close":
		a.close()
		return object{}, nil
	case "together":
		return object{"outcomes": a.together(c.Commands)}, nil
	case "session":
		return object{"session": orNull(a.client.Session())}, nil
	case "route":
		route, err := a.client.Route(c.Key)
		return object{"token": fmt.Sprintf("%016x", route.Token), "partition": route.Partition, "owners": route.Owners}, err
	case "put":
		version, err := a.client.Put(ctx, c.Key, c.Value, c.putOptions()...)
		return object{"version": version}, err
	case "get":
		read, err := a.client.Get(ctx, c.Key, c.readOptions()...)
		return plainRead(read), err
	case "delete":
		version, err := a.client.Delete(ctx, c.Key, c.writeOptions()...)
		return object{"version": version}, err
	case "putMany":
		items := make([]starling.Item, len(c.Items))
		for i, item := range c.Items {
			items[i] = starling.Item{Key: item.Key, Value: item.Value, TTL: item.ttl()}
		}
		results, err := a.client.PutMany(ctx, items, c.writeOptions()...)
		return plainWrites(results), err
	case "getMany":
		results, err := a.client.GetMany(ctx, c.Keys, c.readOptions()...)
		return plainReads(results), err
	case "deleteMany":
		results, err := a.client.DeleteMany(ctx, c.Keys, c.writeOptions()...)
		return plainWrites(results), err
	}
	panic("unknown command " + c.Do)
}

func (a *adapter) connect(ctx context.Context, c command) (err error) {
	a.close()
	var options []starling.ConnectOption
	if c.TimeoutMs != nil {
		options = append(options, starling.WithTimeout(time.Duration(*c.TimeoutMs)*time.Millisecond))
	}
	if c.Retries != nil {
		options = append(options, starling.WithRetries(*c.Retries))
	}
	if c.TLS != nil {
		options = append(options, starling.WithTLS(c.TLS.config()))
	}
	if c.Token != nil {
		options = append(options, starling.WithToken(*c.Token))
	}
	a.client, err = starling.Connect(ctx, c.Addresses, options...)
	return err
}

func (f files) config() *tls.Config {
	config := &tls.Config{}
	if f.CA != "" {
		authority, err := os.ReadFile(f.CA)
		if err != nil {
			panic(err)
		}
		config.RootCAs = x509.NewCertPool()
		config.RootCAs.AppendCertsFromPEM(authority)
	}
	if f.Cert != "" {
		own, err := tls.LoadX509KeyPair(f.Cert, f.Key)
		if err != nil {
			panic(err)
		}
		config.Certificates = []tls.Certificate{own}
	}
	return config
}

func (a *adapter) together(commands []command) []object {
	outcomes := make([]object, len(commands))
	var all sync.WaitGroup
	for i, c := range commands {
		all.Add(1)
		go func() {
			defer all.Done()
			outcomes[i] = a.outcome(c)
		}()
	}
	all.Wait()
	return outcomes
}

func (c command) ttl() *starling.TTL {
	if c.TTLMs == nil {
		return nil
	}
	ttl := starling.TTL(time.Duration(*c.TTLMs) * time.Millisecond)
	return &ttl
}

func (c command) readOptions() (options []starling.ReadOption) {
	if c.Consistency != "" {
		options = append(options, consistencies[c.Consistency])
	}
	return options
}

func (c command) writeOptions() (options []starling.WriteOption) {
	if c.Consistency != "" {
		options = append(options, consistencies[c.Consistency])
	}
	if c.Durability != "" {
		options = append(options, durabilities[c.Durability])
	}
	if c.Sloppy {
		options = append(options, starling.Sloppy)
	}
	if c.Session != "" {
		options = append(options, starling.Session(c.Session))
	}
	return options
}

func (c command) putOptions() (options []starling.PutOption) {
	for _, option := range c.writeOptions() {
		options = append(options, option.(starling.PutOption))
	}
	if ttl := c.ttl(); ttl != nil {
		options = append(options, *ttl)
	}
	return options
}

func plainWrites(results []starling.WriteResult) object {
	plain := make([]object, len(results))
	for i, result := range results {
		plain[i] = object{"version": result.Version}
		if result.Err != nil {
			plain[i] = object{"error": plainError(result.Err)}
		}
	}
	return object{"results": plain}
}

func plainReads(results []starling.ReadResult) object {
	plain := make([]object, len(results))
	for i, result := range results {
		plain[i] = plainRead(result.Read)
		if result.Err != nil {
			plain[i] = object{"error": plainError(result.Err)}
		}
	}
	return object{"results": plain}
}

func plainRead(read starling.Read) object {
	plain := object{"value": nil, "version": orNull(read.Version), "expiresAtMs": nil}
	if read.Found {
		plain["value"] = read.Value
	}
	if !read.ExpiresAt.IsZero() {
		plain["expiresAtMs"] = read.ExpiresAt.UnixMilli()
	}
	return plain
}

func plainError(err error) object {
	var failed *starling.Error
	if !errors.As(err, &failed) {
		panic(err)
	}
	plain := object{"code": failed.Code, "message": failed.Message, "retryable": failed.Code.Retryable(), "retryAfterMs": nil}
	if failed.RetryAfter > 0 {
		plain["retryAfterMs"] = failed.RetryAfter.Milliseconds()
	}
	return plain
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}
