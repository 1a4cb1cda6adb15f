//! The connections to all peers, by address: opened when first needed, opened again after a pause that grows.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::connection::Connection;
use crate::dialer::Dialer;
use crate::error::{Code, Error};

/// How long a peer that failed is left alone where others can be asked: doubles with each failure in a row.
const FIRST_AVOID: Duration = Duration::from_millis(50);
const LONGEST_AVOID: Duration = Duration::from_secs(2);

pub struct Peers {
    dialer: Arc<Dialer>,
    /// Notified when an open connection has ended by itself.
    lost: Arc<Notify>,
    by_address: Mutex<HashMap<String, Arc<Peer>>>,
    closed: Mutex<bool>,
}

impl Peers {
    pub fn new(dialer: Dialer, lost: Arc<Notify>) -> Self {
        Self { dialer: Arc::new(dialer), lost, by_address: Mutex::default(), closed: Mutex::new(false) }
    }

    /// Whether there is no reason to ask somebody else instead.
    pub fn is_well(&self, address: &str) -> bool {
        self.by_address.lock().unwrap().get(address).map_or(true, |peer| peer.is_well())
    }

    /// Stopped after `close`.
    pub fn peer(&self, address: &str) -> Result<Arc<Peer>, Error> {
        if *self.closed.lock().unwrap() {
            return Err(Error::closed());
        }
        let mut by_address = self.by_address.lock().unwrap();
        let known = by_address.entry(address.to_owned());
        Ok(known.or_insert_with(|| Arc::new(Peer::new(address, self.dialer.clone(), self.lost.clone()))).clone())
    }

    /// Closes the connections to those that are no longer members.
    pub fn retain(&self, addresses: &HashSet<String>) {
        let mut gone = Vec::new();
        self.by_address.lock().unwrap().retain(|address, peer| {
            let stays = addresses.contains(address);
            if !stays {
                gone.push(peer.clone());
            }
            stays
        });
        for peer in gone {
            peer.close(Error::new(Code::Unavailable, "the peer is no longer a member"));
        }
    }

    pub fn close(&self) {
        *self.closed.lock().unwrap() = true;
        for peer in std::mem::take(&mut *self.by_address.lock().unwrap()).into_values() {
            peer.close(Error::closed());
        }
    }
}

/// One address and the connection to it.
pub struct Peer {
    address: String,
    dialer: Arc<Dialer>,
    lost: Arc<Notify>,
    /// Held while a connection is opened: others that want it wait for the same one.
    connection: tokio::sync::Mutex<Option<Arc<Connection>>>,
    health: Mutex<Health>,
}

#[derive(Default)]
struct Health {
    open: Weak<Connection>,
    closed: Option<Error>,
    failures: u32,
    /// The message of the last one that counted.
    last_failure: String,
    avoid_until: Option<Instant>,
}

impl Peer {
    fn new(address: &str, dialer: Arc<Dialer>, lost: Arc<Notify>) -> Self {
        let address = address.to_owned();
        Self { address, dialer, lost, connection: Default::default(), health: Mutex::default() }
    }

    fn is_well(&self) -> bool {
        let health = self.health.lock().unwrap();
        health.failures == 0 || health.avoid_until.map_or(true, |until| Instant::now() >= until)
    }

    /// The open connection, or a new one.
    pub async fn connected(self: &Arc<Self>, patience: Duration) -> Result<Arc<Connection>, Error> {
        let Ok(mut slot) = tokio::time::timeout(patience, self.connection.lock()).await else {
            return Err(Error::new(Code::Timeout, format!("no connection to {} within {patience:?}", self.address)));
        };
        if let Some(reason) = &self.health.lock().unwrap().closed {
            return Err(reason.clone());
        }
        if let Some(open) = slot.as_ref().filter(|open| !open.is_closed()) {
            return Ok(open.clone());
        }
        *slot = None;
        if !self.is_well() {
            let why = self.health.lock().unwrap().last_failure.clone();
            let message = format!("{why}; it is tried again in a moment");
            return Err(Error::new(Code::Unavailable, message));
        }
        let peer = Arc::downgrade(self);
        let on_closed = move |reason: &Error| {
            if let Some(peer) = peer.upgrade() {
                peer.ended(reason);
            }
        };
        let opened = self.dialer.dial(&self.address, patience, on_closed).await;
        let opened = opened.inspect_err(|error| self.judge(Some(error)))?;
        let closed = {
            let mut health = self.health.lock().unwrap();
            health.open = Arc::downgrade(&opened);
            health.closed.clone()
        };
        if let Some(reason) = closed {
            opened.close(reason.clone());
            return Err(reason);
        }
        *slot = Some(opened.clone());
        Ok(opened)
    }

    /// Takes note of how a request ended. Only what says something about the peer itself counts: that it didn't answer, or doesn't
    /// take requests. None: well.
    pub fn judge(&self, error: Option<&Error>) {
        match error {
            Some(error) if matches!(error.code, Code::Unavailable | Code::Timeout | Code::NotReady) => {
                self.failed(error)
            }
            _ => self.health.lock().unwrap().failures = 0,
        }
    }

    fn close(&self, reason: Error) {
        let open = {
            let mut health = self.health.lock().unwrap();
            health.closed = Some(reason.clone());
            health.open.upgrade()
        };
        if let Some(open) = open {
            open.close(reason);
        }
    }

    fn ended(&self, reason: &Error) {
        if self.health.lock().unwrap().closed.is_some() {
            return;
        }
        self.judge(Some(reason));
        // A peer that refuses the client's token is as it was.
        if reason.code.is_retryable() {
            self.lost.notify_one();
        }
    }

    fn failed(&self, error: &Error) {
        let mut health = self.health.lock().unwrap();
        let now = Instant::now();
        // Requests that fail together are one failure.
        if health.avoid_until.is_some_and(|until| now < until) {
            return;
        }
        let avoid = (FIRST_AVOID * 2u32.pow(health.failures.min(16))).min(LONGEST_AVOID);
        health.failures += 1;
        health.last_failure.clone_from(&error.message);
        health.avoid_until = Some(now + avoid.mul_f64(0.5 + fastrand::f64() / 2.0));
    }
}
