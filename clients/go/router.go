package starling

import (
	"slices"
	"sync/atomic"
)

// How little a candidate is wanted; the lowest sum is asked (docs/protocol.md, "Routing to owners").
const (
	penaltyTried   = 8
	penaltyUnwell  = 4
	penaltyDead    = 2
	penaltySuspect = 1
)

// anywhere is the partition of what any peer can do.
const anywhere = -1

// router picks an address for a request. A wrong guess costs one more hop, never a wrong answer.
type router struct {
	// The addresses that the program gave.
	seeds    []string
	isWell   func(address string) bool
	topology atomic.Pointer[topology]
	// Moves on with every request, so that those who aren't owners share what they are asked.
	turn atomic.Uint32
}

// pick gives the candidate with the lowest penalty, the first of those. tried: addresses that this very request failed at.
func (r *router) pick(partition int, tried []string) string {
	best, least := "", -1
	r.candidates(partition, func(address, liveness string) bool {
		penalty := r.penalty(address, liveness, tried)
		if least < 0 || penalty < least {
			best, least = address, penalty
		}
		return penalty > 0
	})
	return best
}

// addresses gives every address known.
func (r *router) addresses() map[string]bool {
	known := map[string]bool{}
	r.candidates(anywhere, func(address, _ string) bool {
		known[address] = true
		return true
	})
	return known
}

// candidates visits owners, then members, then the given addresses, until visit says false.
func (r *router) candidates(partition int, visit func(address, liveness string) bool) {
	turn := int(r.turn.Add(1))
	if current := r.topology.Load(); current != nil {
		if partition != anywhere {
			for _, owner := range current.ownersOf(uint32(partition)) {
				if !visit(owner.address, owner.liveness) {
					return
				}
			}
		}
		for i := range current.members {
			m := current.members[(turn+i)%len(current.members)]
			if m.canBeAsked() && !visit(m.address, m.liveness) {
				return
			}
		}
	}
	for i := range r.seeds {
		if !visit(r.seeds[(turn+i)%len(r.seeds)], "alive") {
			return
		}
	}
}

func (r *router) penalty(address, liveness string, tried []string) int {
	penalty := 0
	if slices.Contains(tried, address) {
		penalty += penaltyTried
	}
	if !r.isWell(address) {
		penalty += penaltyUnwell
	}
	switch liveness {
	case "alive":
	case "suspect":
		penalty += penaltySuspect
	default:
		penalty += penaltyDead
	}
	return penalty
}
