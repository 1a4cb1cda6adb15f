package starling

import (
	"fmt"
	"strings"
	"testing"
)

func TestATokenDoesNotShowWhereWhatHoldsItIsPrinted(t *testing.T) {
	const token = "a token that nobody may see"
	options := []ConnectOption{WithToken(token)}
	settings, err := settingsOf(options)
	if err != nil {
		t.Fatal(err)
	}
	client := &Client{cluster: newCluster([]string{"127.0.0.1:7400"}, settings)}
	for _, holder := range []any{options, settings, client, client.cluster, client.cluster.peers, client.cluster.peers.dialer} {
		for _, verb := range []string{"%v", "%+v", "%#v"} {
			if shown := fmt.Sprintf(verb, holder); strings.Contains(shown, token) {
				t.Errorf("%s of a %T shows the token: %s", verb, holder, shown)
			}
		}
	}
}

func TestATokenThatCanBeNoneIsRefused(t *testing.T) {
	for _, token := range []string{"", strings.Repeat("t", maxTokenBytes+1), "\xff"} {
		_, err := settingsOf([]ConnectOption{WithToken(token)})
		if err == nil || err.Code != InvalidArgument || token != "" && strings.Contains(err.Error(), token) {
			t.Errorf("a token of %d bytes should be refused without showing it; got %v", len(token), err)
		}
	}
}
