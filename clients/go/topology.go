package starling

import "example.org/starling/go/internal/wire"

type member struct {
	// host:port of its client port; "" where unknown.
	address  string
	liveness string
	intent   string
}

func (m member) canBeAsked() bool {
	return m.address != "" && m.intent != "left" && m.intent != "removed"
}

// topology says who owns what, as one peer told it. Immutable.
type topology struct {
	partitions uint32
	width      uint32
	members    []member
	owners     []uint32
}

// topologyFromWire refuses with Protocol what contradicts itself.
func topologyFromWire(message *wire.Topology) (*topology, error) {
	read := &topology{partitions: message.GetPartitions(), width: message.GetWidth(), owners: message.GetOwners()}
	for _, m := range message.GetMembers() {
		read.members = append(read.members, member{m.GetClientAddress(), m.GetLiveness(), m.GetIntent()})
	}
	if read.partitions < 1 || read.partitions&(read.partitions-1) != 0 {
		return nil, failure(Protocol, "a topology of %d partitions, no power of two", read.partitions)
	}
	if uint64(len(read.owners)) != uint64(read.partitions)*uint64(read.width) {
		return nil, failure(Protocol, "a topology of %d owners for %d partitions", len(read.owners), read.partitions)
	}
	for _, index := range read.owners {
		if index >= uint32(len(read.members)) {
			return nil, failure(Protocol, "a topology with an owner that is no member")
		}
	}
	return read, nil
}

// ownersOf gives the owners that can be asked, in the ring's order of preference.
func (t *topology) ownersOf(partition uint32) []member {
	owners := make([]member, 0, t.width)
	for _, index := range t.owners[partition*t.width : (partition+1)*t.width] {
		if owner := t.members[index]; owner.canBeAsked() {
			owners = append(owners, owner)
		}
	}
	return owners
}
