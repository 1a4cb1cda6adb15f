use crate::error::Error;
use crate::token::{partition_of, token_of};
use crate::wire;

#[derive(Debug)]
pub struct Member {
    /// host:port of its client port; empty where unknown.
    pub address: String,
    pub liveness: String,
    pub intent: String,
}

impl Member {
    pub fn can_be_asked(&self) -> bool {
        !self.address.is_empty() && self.intent != "left" && self.intent != "removed"
    }
}

/// Who owns what, as one peer told it.
#[derive(Debug)]
pub struct Topology {
    pub members: Vec<Member>,
    partitions: u32,
    width: usize,
    owners: Vec<u32>,
}

impl Topology {
    /// Protocol where the figures contradict each other.
    pub fn from_wire(wire: wire::Topology) -> Result<Self, Error> {
        let member =
            |m: wire::TopologyMember| Member { address: m.client_address, liveness: m.liveness, intent: m.intent };
        let members: Vec<_> = wire.members.into_iter().map(member).collect();
        if !wire.partitions.is_power_of_two() {
            return Err(Error::protocol(format!("a topology of {} partitions, no power of two", wire.partitions)));
        }
        let due = u64::from(wire.partitions) * u64::from(wire.width);
        if wire.owners.len() as u64 != due || wire.owners.iter().any(|&index| index as usize >= members.len()) {
            return Err(Error::protocol("a topology whose owners do not fit its partitions and members"));
        }
        Ok(Self { members, partitions: wire.partitions, width: wire.width as usize, owners: wire.owners })
    }

    /// InvalidArgument where it can't be a key.
    pub fn partition_of(&self, key: &str) -> Result<u32, Error> {
        Ok(partition_of(token_of(key)?, self.partitions))
    }

    /// The owners that can be asked, in the ring's order of preference.
    pub fn owners_of(&self, partition: u32) -> impl Iterator<Item = &Member> {
        let start = partition as usize * self.width;
        let indices = &self.owners[start..start + self.width];
        indices.iter().map(|&index| &self.members[index as usize]).filter(|owner| owner.can_be_asked())
    }
}
