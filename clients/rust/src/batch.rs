use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::attempts::Attempts;
use crate::cluster::{Cluster, Sending};
use crate::error::Error;
use crate::requests::{Item, MakeRequest};
use crate::results::{results_of, Read};

const MAX_BATCH_ITEMS: usize = 1024;
/// Bytes of keys and values in one request, so that a batch doesn't hold up what shares the connection.
const REQUEST_BYTES: usize = 512 << 10;

/// Carries out one operation on many items: grouped by the peer to ask, sent at the same time, and sent again item by item where that
/// helps. Every item ends with a result of its own.
pub struct Batch<'a> {
    cluster: &'a Cluster,
    request: MakeRequest<'a>,
    results: Vec<Option<Result<Read, Error>>>,
}

struct Waiting<'a> {
    item: &'a Item,
    index: usize,
    partition: u32,
    attempts: Attempts,
}

struct Group<'a> {
    address: String,
    items: Vec<Waiting<'a>>,
    size_bytes: usize,
}

impl<'a> Batch<'a> {
    pub fn new(cluster: &'a Cluster, request: MakeRequest<'a>) -> Self {
        Self { cluster, request, results: Vec::new() }
    }

    /// The results in the order of the items. InvalidArgument where there are too many; nothing was sent then.
    pub async fn run(mut self, items: &'a [Item], timeout: Duration) -> Result<Vec<Result<Read, Error>>, Error> {
        if items.len() > MAX_BATCH_ITEMS {
            let count = items.len();
            return Err(Error::invalid(format!(
                "a batch of {count} items, more than the {MAX_BATCH_ITEMS} allowed; make several"
            )));
        }
        let topology = self.cluster.topology()?;
        self.results = vec![None; items.len()];
        let mut waiting = Vec::new();
        for (index, item) in items.iter().enumerate() {
            match item.check().and_then(|()| topology.partition_of(&item.key)) {
                Ok(partition) => {
                    waiting.push(Waiting { item, index, partition, attempts: self.cluster.attempts(timeout) })
                }
                Err(error) => self.results[index] = Some(Err(error)),
            }
        }
        while !waiting.is_empty() {
            let (again, pause) = self.round(waiting).await;
            waiting = again;
            if let Err(error) = self.cluster.sleep(pause).await {
                for waiting in waiting.drain(..) {
                    self.results[waiting.index] = Some(Err(error.clone()));
                }
            }
        }
        Ok(self.results.into_iter().map(|result| result.expect("each item has a result")).collect())
    }

    /// Sends all at once. Gives those to send again, and after what pause.
    async fn round(&mut self, items: Vec<Waiting<'a>>) -> (Vec<Waiting<'a>>, Duration) {
        let mut sent = Vec::new();
        for mut group in self.groups(items) {
            let sending = self.send(&mut group).await;
            sent.push((group, sending));
        }
        let mut again = Vec::new();
        let mut longest = Duration::ZERO;
        for (group, sending) in sent {
            let count = group.items.len();
            let results = match self.cluster.wait(sending).await.and_then(|result| results_of(result, count)) {
                Ok(results) => results,
                Err(error) => vec![Err(error); count],
            };
            for (mut waiting, result) in group.items.into_iter().zip(results) {
                let error = match result {
                    Ok(_) => {
                        self.results[waiting.index] = Some(result);
                        continue;
                    }
                    Err(error) => error,
                };
                let elsewhere = self.cluster.pick(Some(waiting.partition), &[]) != group.address;
                match waiting.attempts.after_failure(error, elsewhere, Instant::now(), fastrand::f64()) {
                    Ok(pause) => {
                        longest = longest.max(pause);
                        again.push(waiting);
                    }
                    Err(error) => self.results[waiting.index] = Some(Err(error)),
                }
            }
        }
        (again, longest)
    }

    async fn send(&self, group: &mut Group<'a>) -> Sending {
        let now = Instant::now();
        let timeout = group.items.iter_mut().map(|waiting| waiting.attempts.begin(now)).min().unwrap_or_default();
        let items: Vec<_> = group.items.iter().map(|waiting| waiting.item).collect();
        self.cluster.send(&group.address, (self.request)(&items)?, timeout).await
    }

    fn groups(&self, items: Vec<Waiting<'a>>) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        let mut filling: HashMap<String, usize> = HashMap::new();
        for waiting in items {
            let address = self.cluster.pick(Some(waiting.partition), &[]);
            let size_bytes = waiting.item.key.len() + waiting.item.value.len();
            let place = match filling.get(&address) {
                Some(&place) if groups[place].size_bytes + size_bytes <= REQUEST_BYTES => place,
                _ => {
                    filling.insert(address.clone(), groups.len());
                    groups.push(Group { address, items: Vec::new(), size_bytes: 0 });
                    groups.len() - 1
                }
            };
            groups[place].size_bytes += size_bytes;
            groups[place].items.push(waiting);
        }
        groups
    }
}
