use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::batch::Batch;
use crate::cluster::Cluster;
use crate::error::Error;
use crate::options::{check_address, check_timeout, ConnectOptions, PutOptions, ReadOptions, WriteOptions};
use crate::requests::{self, Item};
use crate::results::{misfit, written, Read, Route};
use crate::token::token_of;
use crate::wire::{client_response, ClientRequest};

/// Asks an owner of each key directly, pipelines, and sends again what failed for a passing reason, within the request's time. For any
/// number of tasks: clones share everything. Dropping the last one closes it.
///
/// Sending a write again is safe: it is the same value with a later version. A write that failed with a code whose
/// `is_outcome_unknown` may have been applied: read the key, or write it again.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    cluster: Arc<Cluster>,
    /// The newest version seen.
    session: Mutex<Option<String>>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.cluster.close();
    }
}

impl Client {
    /// Returns when one of the addresses (`host:port` of client ports) has said who the members are. One that answers is enough; name
    /// several, so that a client can start while one is down. Needs a tokio runtime.
    ///
    /// InvalidArgument: an option is out of its range. Unavailable, Timeout: nobody answered.
    pub async fn connect<A: AsRef<str>>(addresses: &[A], options: &ConnectOptions) -> Result<Self, Error> {
        check_timeout(options.timeout)?;
        check_timeout(options.connect_timeout)?;
        if addresses.is_empty() {
            return Err(Error::invalid("no addresses; name at least one peer as host:port"));
        }
        let addresses: Vec<_> = addresses.iter().map(|address| address.as_ref().to_owned()).collect();
        addresses.iter().try_for_each(|address| check_address(address))?;
        let client =
            Self { inner: Arc::new(Inner { cluster: Cluster::new(addresses, options)?, session: Mutex::default() }) };
        client.inner.cluster.refresh().await?;
        tokio::spawn(Cluster::keep_fresh(Arc::downgrade(&client.inner.cluster)));
        Ok(client)
    }

    /// The newest version that this client has seen, None before the first. Its own writes are later than that by themselves; hand it to
    /// another client as `session`, and so are its.
    pub fn session(&self) -> Option<String> {
        self.inner.session.lock().unwrap().clone()
    }

    /// Stores the value and gives its version when enough owners have it.
    ///
    /// InvalidArgument, Overloaded, DiskFull: nothing was written. QuorumFailed, Timeout, Unavailable: the outcome is unknown.
    pub async fn put(&self, key: &str, value: &str, options: &PutOptions) -> Result<String, Error> {
        let item = Item { ttl: options.ttl, ..Item::new(key, value) };
        self.write(key, requests::put(&item, &self.later(options.write()))?, options.timeout).await
    }

    /// The newest value that enough owners agree on. That there is none is no error.
    pub async fn get(&self, key: &str, options: &ReadOptions) -> Result<Read, Error> {
        let request = requests::get(key, options.consistency);
        match self.ask(key, &request, options.timeout).await? {
            client_response::Result::Read(read) => Ok(self.saw(Read::from_wire(read))),
            _ => Err(misfit("a value")),
        }
    }

    /// Deletes the key, whether it existed or not, and gives the version of the deletion. Errors as `put`.
    pub async fn delete(&self, key: &str, options: &WriteOptions) -> Result<String, Error> {
        self.write(key, requests::delete(key, &self.later(options.clone()))?, options.timeout).await
    }

    /// Up to 1024 puts, with a version or an error for each, in their order. Not a transaction: some may fail while others succeed.
    /// An error of its own says that none was tried.
    pub async fn put_many(&self, items: &[Item], options: &WriteOptions) -> Result<Vec<Result<String, Error>>, Error> {
        let later = self.later(options.clone());
        self.write_many(items, &|some| requests::put_many(some, &later), options.timeout).await
    }

    /// Up to 1024 gets, with a result for each, in their order. An error of its own says that none was tried.
    pub async fn get_many<K: AsRef<str>>(
        &self,
        keys: &[K],
        options: &ReadOptions,
    ) -> Result<Vec<Result<Read, Error>>, Error> {
        let request = |some: &[&Item]| Ok(requests::get_many(some, options.consistency));
        let timeout = self.timeout(options.timeout)?;
        let results = Batch::new(&self.inner.cluster, &request).run(&items_of(keys), timeout).await?;
        Ok(results.into_iter().map(|result| result.map(|read| self.saw(read))).collect())
    }

    /// Up to 1024 deletions, with a version or an error for each, in their order. An error of its own says that none was tried.
    pub async fn delete_many<K: AsRef<str>>(
        &self,
        keys: &[K],
        options: &WriteOptions,
    ) -> Result<Vec<Result<String, Error>>, Error> {
        let later = self.later(options.clone());
        self.write_many(&items_of(keys), &|some| requests::delete_many(some, &later), options.timeout).await
    }

    /// Where the key lives, without asking anybody. InvalidArgument: it can't be a key.
    pub fn route(&self, key: &str) -> Result<Route, Error> {
        let topology = self.inner.cluster.topology()?;
        let partition = topology.partition_of(key)?;
        let owners = topology.owners_of(partition).map(|owner| owner.address.clone()).collect();
        Ok(Route { token: token_of(key)?, partition, owners })
    }

    /// Closes every connection; requests under way end with Stopped. Idempotent.
    pub fn close(&self) {
        self.inner.cluster.close();
    }

    async fn ask(
        &self,
        key: &str,
        request: &ClientRequest,
        timeout: Option<Duration>,
    ) -> Result<client_response::Result, Error> {
        let partition = self.inner.cluster.topology()?.partition_of(key)?;
        self.inner.cluster.ask(Some(partition), request, self.timeout(timeout)?).await
    }

    async fn write(&self, key: &str, request: ClientRequest, timeout: Option<Duration>) -> Result<String, Error> {
        match self.ask(key, &request, timeout).await? {
            client_response::Result::Write(write) => Ok(version_of(self.saw(written(write)))),
            _ => Err(misfit("a version")),
        }
    }

    async fn write_many(
        &self,
        items: &[Item],
        request: requests::MakeRequest<'_>,
        timeout: Option<Duration>,
    ) -> Result<Vec<Result<String, Error>>, Error> {
        let results = Batch::new(&self.inner.cluster, request).run(items, self.timeout(timeout)?).await?;
        Ok(results.into_iter().map(|result| result.map(|read| version_of(self.saw(read)))).collect())
    }

    fn timeout(&self, timeout: Option<Duration>) -> Result<Duration, Error> {
        timeout.map_or(Ok(self.inner.cluster.timeout()), check_timeout)
    }

    /// Takes note of its version.
    fn saw(&self, read: Read) -> Read {
        let mut session = self.inner.session.lock().unwrap();
        if read.version > *session {
            session.clone_from(&read.version);
        }
        read
    }

    /// With the highest of the versions that this client has seen, or was handed.
    fn later(&self, options: WriteOptions) -> WriteOptions {
        WriteOptions { session: options.session.clone().max(self.session()), ..options }
    }
}

fn version_of(written: Read) -> String {
    written.version.unwrap_or_default()
}

fn items_of<K: AsRef<str>>(keys: &[K]) -> Vec<Item> {
    keys.iter().map(|key| Item::new(key.as_ref(), "")).collect()
}
