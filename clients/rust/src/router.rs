//! Whom to ask (docs/protocol.md, "Routing to owners").

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};

use crate::topology::Topology;

/// How little a candidate is wanted; the lowest sum is asked.
mod penalty {
    pub const TRIED: u32 = 8;
    pub const UNWELL: u32 = 4;
    pub const DEAD: u32 = 2;
    pub const SUSPECT: u32 = 1;
}

/// Picks an address for a request. A wrong guess costs one more hop, never a wrong answer.
pub struct Router {
    /// The addresses that the program gave.
    seeds: Vec<String>,
    topology: RwLock<Option<Arc<Topology>>>,
    /// Moves on with every request, so that those who aren't owners share what they are asked.
    turn: AtomicUsize,
}

impl Router {
    pub fn new(seeds: Vec<String>) -> Self {
        Self { seeds, topology: RwLock::new(None), turn: AtomicUsize::new(0) }
    }

    pub fn topology(&self) -> Option<Arc<Topology>> {
        self.topology.read().unwrap().clone()
    }

    pub fn install(&self, topology: Topology) {
        *self.topology.write().unwrap() = Some(Arc::new(topology));
    }

    /// The candidate with the lowest penalty, the first of those. partition None: anybody will do; tried: addresses that this very
    /// request failed at.
    pub fn pick(&self, partition: Option<u32>, tried: &[String], is_well: impl Fn(&str) -> bool) -> String {
        let topology = self.topology();
        let candidates = self.candidates(topology.as_deref(), partition);
        // min_by_key gives the first of those that are equal.
        let best = candidates.min_by_key(|(address, liveness)| {
            let mut sum = 0;
            if tried.iter().any(|other| other == address) {
                sum += penalty::TRIED;
            }
            if !is_well(address) {
                sum += penalty::UNWELL;
            }
            sum + match *liveness {
                "alive" => 0,
                "suspect" => penalty::SUSPECT,
                _ => penalty::DEAD,
            }
        });
        best.map(|(address, _)| address.to_owned()).unwrap_or_default()
    }

    /// Every address known.
    pub fn addresses(&self) -> HashSet<String> {
        let topology = self.topology();
        self.candidates(topology.as_deref(), None).map(|(address, _)| address.to_owned()).collect()
    }

    fn candidates<'a>(
        &'a self,
        topology: Option<&'a Topology>,
        partition: Option<u32>,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let owners = topology.zip(partition).into_iter().flat_map(|(t, partition)| t.owners_of(partition));
        let members = topology.map_or(&[][..], |t| &t.members[..]);
        let members = rotated(members, turn).filter(|member| member.can_be_asked());
        let known = owners.chain(members).map(|member| (member.address.as_str(), member.liveness.as_str()));
        known.chain(rotated(&self.seeds, turn).map(|seed| (seed.as_str(), "alive")))
    }
}

fn rotated<T>(items: &[T], turn: usize) -> impl Iterator<Item = &T> {
    items.iter().cycle().skip(turn % items.len().max(1)).take(items.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{bytes_of, list, text, texts, vectors};
    use crate::{wire, Code};
    use prost::Message;
    use serde_json::Value;
    use std::collections::BTreeSet;

    /// So many picks let every member be the first of those that share the load.
    const TURNS: usize = 60;

    fn topology_of(hexadecimal: &Value) -> Result<Topology, crate::Error> {
        let response = wire::ClientResponse::decode(&bytes_of(text(hexadecimal))[..]).unwrap();
        match response.result {
            Some(wire::client_response::Result::Topology(topology)) => Topology::from_wire(topology),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_owners_of_a_key_are_read_out_of_the_topology() {
        let vectors = vectors("routing");
        let topology = topology_of(&vectors["topology"]).unwrap();
        for case in list(&vectors["keys"]) {
            let partition = topology.partition_of(text(&case["key"])).unwrap();
            assert_eq!(partition, case["partition"]);
            let owners: Vec<_> = topology.owners_of(partition).map(|owner| owner.address.clone()).collect();
            assert_eq!(owners, texts(&case["owners"]));
        }
    }

    #[test]
    fn whom_to_ask_while_peers_are_down_is_as_the_vectors_have_it() {
        let vectors = vectors("routing");
        for case in list(&vectors["picks"]) {
            let router = Router::new(texts(&vectors["seeds"]));
            router.install(topology_of(&vectors["topology"]).unwrap());
            let partition = router.topology().unwrap().partition_of(text(&case["key"])).unwrap();
            let (tried, unwell) = (texts(&case["tried"]), texts(&case["unwell"]));
            let is_well = |address: &str| !unwell.iter().any(|other| other == address);
            let picked: BTreeSet<_> = (0..TURNS).map(|_| router.pick(Some(partition), &tried, is_well)).collect();
            assert_eq!(picked.into_iter().collect::<Vec<_>>(), texts(&case["anyOf"]), "{case}");
        }
    }

    #[test]
    fn a_topology_that_contradicts_itself_is_refused() {
        for case in list(&vectors("routing")["refused"]) {
            assert_eq!(topology_of(&case["hex"]).unwrap_err().code, Code::Protocol, "{}", case["name"]);
        }
    }
}
