//! The cluster as a client knows it: who its members are, whom to ask, and the connections to them.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use tokio::sync::{watch, Notify};
use tokio::time::{sleep, timeout};

use crate::attempts::Attempts;
use crate::connection::Call;
use crate::dialer::Dialer;
use crate::error::{Code, Error};
use crate::options::ConnectOptions;
use crate::peers::{Peer, Peers};
use crate::requests;
use crate::results::misfit;
use crate::router::Router;
use crate::topology::Topology;
use crate::wire::{client_response, ClientRequest};

/// Least time between two looks at the ring that failures ask for, and between two where nothing does.
const REFRESH_PAUSE: Duration = Duration::from_millis(250);
const REFRESH_EVERY: Duration = Duration::from_secs(30);

/// Looks at the ring when it connects, when a connection breaks, when a peer says that the owners have changed, and now and then.
pub struct Cluster {
    options: ConnectOptions,
    peers: Peers,
    pub router: Router,
    refresh_wanted: Arc<Notify>,
    closed: watch::Sender<bool>,
}

/// What became of the attempt to send a request to a peer.
pub type Sending = Result<(Arc<Peer>, Result<Call, Error>), Error>;

impl Cluster {
    /// InvalidArgument: an option is out of its range.
    pub fn new(addresses: Vec<String>, options: &ConnectOptions) -> Result<Arc<Self>, Error> {
        let refresh_wanted = Arc::new(Notify::new());
        Ok(Arc::new(Self {
            options: options.clone(),
            peers: Peers::new(Dialer::new(options)?, refresh_wanted.clone()),
            router: Router::new(addresses),
            refresh_wanted,
            closed: watch::Sender::new(false),
        }))
    }

    pub fn timeout(&self) -> Duration {
        self.options.timeout
    }

    /// The ring that requests go by.
    pub fn topology(&self) -> Result<Arc<Topology>, Error> {
        self.router.topology().ok_or_else(Error::closed)
    }

    pub fn attempts(&self, timeout: Duration) -> Attempts {
        Attempts::new(Instant::now(), timeout, self.options.retries)
    }

    pub fn pick(&self, partition: Option<u32>, tried: &[String]) -> String {
        self.router.pick(partition, tried, |address| self.peers.is_well(address))
    }

    /// Sends a request to an owner of the partition (None: to anybody), and again while the failure is a passing one.
    pub async fn ask(
        &self,
        partition: Option<u32>,
        request: &ClientRequest,
        timeout: Duration,
    ) -> Result<client_response::Result, Error> {
        let mut attempts = self.attempts(timeout);
        let mut tried = Vec::new();
        loop {
            let address = self.pick(partition, &tried);
            let sending = self.send(&address, request.clone(), attempts.begin(Instant::now())).await;
            let error = match self.wait(sending).await {
                Ok(result) => return Ok(result),
                Err(error) => error,
            };
            tried.push(address);
            let elsewhere = !tried.contains(&self.pick(partition, &tried));
            let pause = attempts.after_failure(error, elsewhere, Instant::now(), fastrand::f64())?;
            self.sleep(pause).await?;
        }
    }

    /// Sends a request to one peer, once.
    pub async fn send(&self, address: &str, request: ClientRequest, timeout: Duration) -> Sending {
        let begun = Instant::now();
        let peer = self.peers.peer(address)?;
        let connection = peer.connected(timeout).await?;
        let left = timeout.saturating_sub(begun.elapsed()).max(Duration::from_millis(1));
        Ok((peer, connection.send(request, left).await))
    }

    /// The answer to what was sent.
    pub async fn wait(&self, sending: Sending) -> Result<client_response::Result, Error> {
        let (peer, call) = sending?;
        let result = match call {
            Ok(call) => call.wait().await,
            Err(error) => Err(error),
        };
        match &result {
            Err(error) if error.code == Code::Stopped => {}
            Err(error) => {
                peer.judge(Some(error));
                if error.code == Code::WrongOwners {
                    self.refresh_wanted.notify_one();
                }
            }
            Ok(_) => peer.judge(None),
        }
        result
    }

    /// Ends early with Stopped where the client is closed.
    pub async fn sleep(&self, pause: Duration) -> Result<(), Error> {
        let mut closed = self.closed.subscribe();
        // A pause of nothing must not hide that it is closed, so that is asked last.
        let _ = timeout(pause, closed.wait_for(|closed| *closed)).await;
        if *self.closed.borrow() {
            return Err(Error::closed());
        }
        Ok(())
    }

    pub fn close(&self) {
        self.closed.send_replace(true);
        self.peers.close();
    }

    /// Asks for the ring and goes by it from now on.
    pub async fn refresh(&self) -> Result<(), Error> {
        match self.ask(None, &requests::topology(), self.options.timeout).await? {
            client_response::Result::Topology(topology) => self.router.install(Topology::from_wire(topology)?),
            _ => return Err(misfit("a topology")),
        }
        self.peers.retain(&self.router.addresses());
        Ok(())
    }

    /// Runs until the client is closed or dropped.
    pub async fn keep_fresh(cluster: Weak<Self>) {
        loop {
            let Some(wanted) = cluster.upgrade().map(|cluster| cluster.refresh_wanted.clone()) else { return };
            tokio::select! {
                () = wanted.notified() => sleep(REFRESH_PAUSE).await,
                () = sleep(REFRESH_EVERY) => {}
            }
            let Some(cluster) = cluster.upgrade() else { return };
            match cluster.refresh().await {
                Err(error) if error.code == Code::Stopped => return,
                // Requests go by the old ring meanwhile.
                Err(error) if error.code.is_retryable() => wanted.notify_one(),
                _ => {}
            }
        }
    }
}
