use std::fmt;
use std::time::Duration;

use crate::error::Error;
use crate::tls::Tls;
use crate::wire;

const LONGEST_TIMEOUT: Duration = Duration::from_secs(120);

/// How many of a key's owners must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consistency {
    /// One owner. A later read may miss the write, and an acknowledged write may be lost with one disk.
    One,
    /// A majority.
    Quorum,
    /// All: fails while any is down.
    All,
}

/// When an owner acknowledges a write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// After fdatasync.
    #[default]
    Fsync,
    /// As soon as it is in memory; a power cut may take it.
    Memory,
}

/// How to reach a cluster.
#[derive(Clone, Debug)]
pub struct ConnectOptions {
    /// How long a request may take in all, its retries included, where it doesn't say: 1 ms to 2 min, 5 s by default. Too low: requests
    /// fail while a dead peer's role passes to another, which takes seconds.
    pub timeout: Duration,
    /// How long a connection may take to open; 2 s by default. Too high: a peer that vanished costs that much.
    pub connect_timeout: Duration,
    /// How often a request is sent again after a passing error, within its time; 8 by default, 0: never.
    pub retries: u32,
    /// Whom to trust, and the client's own certificate where peers ask for one. None: plain TCP.
    pub tls: Option<Tls>,
    /// That the peers were given for this client; None: they ask for none. Without TLS it can be read on the way.
    pub token: Option<Token>,
}

/// Who the client is to the peers: at most 256 bytes. Printing it doesn't show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for Token {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

impl Default for ConnectOptions {
    fn default() -> Self {
        let (timeout, connect_timeout) = (Duration::from_secs(5), Duration::from_secs(2));
        Self { timeout, connect_timeout, retries: 8, tls: None, token: None }
    }
}

/// Of a get.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// None: as the cluster is configured.
    pub consistency: Option<Consistency>,
    /// None: as the client was told.
    pub timeout: Option<Duration>,
}

/// Of a deletion, or a batch of writes.
#[derive(Clone, Debug, Default)]
pub struct WriteOptions {
    /// None: as the cluster is configured.
    pub consistency: Option<Consistency>,
    pub durability: Durability,
    /// Whether another peer that keeps the write for an owner which can't be reached counts in that one's stead. It is then taken in more
    /// situations: reads may miss it, and older writes win over it, until the owners that were away have it.
    pub sloppy: bool,
    /// None: as the client was told.
    pub timeout: Option<Duration>,
    /// The newest version that the program has seen elsewhere: the write is later.
    pub session: Option<String>,
}

/// Of a put.
#[derive(Clone, Debug, Default)]
pub struct PutOptions {
    /// How long the key exists: whole milliseconds up to ten years. None: for ever, even where it had an end before.
    pub ttl: Option<Duration>,
    /// None: as the cluster is configured.
    pub consistency: Option<Consistency>,
    pub durability: Durability,
    /// Whether another peer that keeps the write for an owner which can't be reached counts in that one's stead. It is then taken in more
    /// situations: reads may miss it, and older writes win over it, until the owners that were away have it.
    pub sloppy: bool,
    /// None: as the client was told.
    pub timeout: Option<Duration>,
    /// The newest version that the program has seen elsewhere: the write is later.
    pub session: Option<String>,
}

impl PutOptions {
    pub(crate) fn write(&self) -> WriteOptions {
        let Self { consistency, durability, sloppy, timeout, ref session, .. } = *self;
        WriteOptions { consistency, durability, sloppy, timeout, session: session.clone() }
    }
}

pub(crate) fn consistency_to_wire(consistency: Option<Consistency>) -> i32 {
    let wire = match consistency {
        None => wire::Consistency::Default,
        Some(Consistency::One) => wire::Consistency::One,
        Some(Consistency::Quorum) => wire::Consistency::Quorum,
        Some(Consistency::All) => wire::Consistency::All,
    };
    wire.into()
}

pub(crate) fn durability_to_wire(durability: Durability) -> i32 {
    match durability {
        Durability::Fsync => wire::Durability::Fsync.into(),
        Durability::Memory => wire::Durability::Memory.into(),
    }
}

/// InvalidArgument unless it is 1 ms to 2 min.
pub(crate) fn check_timeout(timeout: Duration) -> Result<Duration, Error> {
    if timeout < Duration::from_millis(1) || timeout > LONGEST_TIMEOUT {
        return Err(Error::invalid(format!("a timeout of {timeout:?}; give 1 ms to {LONGEST_TIMEOUT:?}")));
    }
    Ok(timeout)
}

/// InvalidArgument unless it reads host:port, with the port in 1..65535.
pub(crate) fn check_address(address: &str) -> Result<(), Error> {
    let parts = address.rsplit_once(':');
    let is_host = |host: &str| match host.strip_prefix('[') {
        Some(rest) => rest.ends_with(']'),
        None => !host.is_empty() && !host.contains([':', '/', ' ']),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|number| number > 0);
    if parts.is_some_and(|(host, port)| is_host(host) && is_port(port)) {
        return Ok(());
    }
    let example = "write host:port, for example 127.0.0.1:7400 or [::1]:7400";
    Err(Error::invalid(format!("{address:?} is no address; {example}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_does_not_show_where_what_holds_it_is_printed() {
        let token = Token::from("a token that nobody may see");
        let options = ConnectOptions { token: Some(token.clone()), ..Default::default() };
        assert!(!format!("{token:?} {options:?}").contains("nobody"));
    }
}
