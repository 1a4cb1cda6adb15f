package starling

import (
	"slices"
	"testing"
)

// So many picks let every member be the first of those that share the load.
const turns = 60

type routingVectors struct {
	Topology string
	Seeds    []string
	Keys     []struct {
		Key       string
		Partition uint32
		Owners    []string
	}
	Picks []struct {
		Key                  string
		Tried, Unwell, AnyOf []string
	}
	Refused []struct{ Name, Hex string }
}

func TestTheOwnersOfAKeyAreReadOutOfTheTopology(t *testing.T) {
	vectors := readVectors[routingVectors](t, "routing")
	read, err := topologyFromWire(responseOf(t, vectors.Topology).GetTopology())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range vectors.Keys {
		token, _ := tokenOf(want.Key)
		partition := partitionOf(token, read.partitions)
		owners := []string{}
		for _, owner := range read.ownersOf(partition) {
			owners = append(owners, owner.address)
		}
		if partition != want.Partition || !slices.Equal(owners, want.Owners) {
			t.Errorf("%.20q: partition %d of %v; want %d of %v", want.Key, partition, owners, want.Partition, want.Owners)
		}
	}
}

func TestWhomToAskWhilePeersAreDownIsAsTheVectorsHaveIt(t *testing.T) {
	vectors := readVectors[routingVectors](t, "routing")
	read, err := topologyFromWire(responseOf(t, vectors.Topology).GetTopology())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range vectors.Picks {
		r := &router{seeds: vectors.Seeds, isWell: func(address string) bool { return !slices.Contains(want.Unwell, address) }}
		r.topology.Store(read)
		token, _ := tokenOf(want.Key)
		picked := []string{}
		for range turns {
			if address := r.pick(int(partitionOf(token, read.partitions)), want.Tried); !slices.Contains(picked, address) {
				picked = append(picked, address)
			}
		}
		slices.Sort(picked)
		if !slices.Equal(picked, want.AnyOf) {
			t.Errorf("%.20q, tried %v, unwell %v: picked %v; want %v", want.Key, want.Tried, want.Unwell, picked, want.AnyOf)
		}
	}
}

func TestATopologyThatContradictsItselfIsRefused(t *testing.T) {
	for _, wrong := range readVectors[routingVectors](t, "routing").Refused {
		if _, err := topologyFromWire(responseOf(t, wrong.Hex).GetTopology()); codeOf(err) != Protocol {
			t.Errorf("%s should be refused; got %v", wrong.Name, err)
		}
	}
}
