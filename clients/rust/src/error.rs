use std::fmt;
use std::time::Duration;

use crate::wire;

/// How a request failed; the set is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The request is wrong, such as an empty key; nothing was done.
    InvalidArgument,
    /// Too few owners answered. A write may have been applied, or may still be.
    QuorumFailed,
    /// The deadline passed first. A write may have been applied, or may still be.
    Timeout,
    /// A bounded queue was full; nothing was done.
    Overloaded,
    /// Peers disagree about who owns the key; nothing was done.
    WrongOwners,
    /// Between peers; a client doesn't see it.
    Stale,
    /// A version is too far in the future; nothing was done.
    ClockDrift,
    /// The peer is still copying what it is to own; nothing was done.
    NotReady,
    /// Bytes on a disk failed their checksum.
    Corruption,
    /// A flush to disk failed; that peer takes no writes until it restarts.
    StorePoisoned,
    /// Nothing was written; reads go on.
    DiskFull,
    /// This client was closed. What was under way may have been applied.
    Stopped,
    /// No peer could be reached, or the connection ended before the answer. A write may have been applied.
    Unavailable,
    /// The other end said something that this client doesn't understand.
    Protocol,
    /// Not without a token that allows it, or the cluster's secret; nothing was done.
    Forbidden,
    /// A peer can't start; a client doesn't see it.
    Configuration,
}

/// By their numbers in common.proto, from 1 on.
const CODES: [(Code, &str); 16] = [
    (Code::InvalidArgument, "INVALID_ARGUMENT"),
    (Code::QuorumFailed, "QUORUM_FAILED"),
    (Code::Timeout, "TIMEOUT"),
    (Code::Overloaded, "OVERLOADED"),
    (Code::WrongOwners, "WRONG_OWNERS"),
    (Code::Stale, "STALE"),
    (Code::ClockDrift, "CLOCK_DRIFT"),
    (Code::NotReady, "NOT_READY"),
    (Code::Corruption, "CORRUPTION"),
    (Code::StorePoisoned, "STORE_POISONED"),
    (Code::DiskFull, "DISK_FULL"),
    (Code::Stopped, "STOPPED"),
    (Code::Unavailable, "UNAVAILABLE"),
    (Code::Protocol, "PROTOCOL"),
    (Code::Forbidden, "FORBIDDEN"),
    (Code::Configuration, "CONFIGURATION"),
];

impl Code {
    /// Its name in common.proto, such as `QUORUM_FAILED`.
    pub fn name(self) -> &'static str {
        CODES.iter().find(|(code, _)| *code == self).map_or("PROTOCOL", |(_, name)| name)
    }

    /// Whether the same request may succeed if it is simply sent again. The client has done so already.
    pub fn is_retryable(self) -> bool {
        use Code::*;
        matches!(self, QuorumFailed | Timeout | Overloaded | WrongOwners | Stale | ClockDrift | NotReady | Unavailable)
    }

    /// Whether a write that failed so may have been applied, or may still be.
    pub fn is_outcome_unknown(self) -> bool {
        matches!(self, Code::QuorumFailed | Code::Timeout | Code::Unavailable)
    }
}

/// Every error of this crate.
#[derive(Clone, Debug)]
pub struct Error {
    pub code: Code,
    /// For people: what happened, to what, what to do.
    pub message: String,
    /// How long an overloaded peer asked to be left alone; None where it didn't say.
    pub retry_after: Option<Duration>,
}

impl Error {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), retry_after: None }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::InvalidArgument, message)
    }

    pub(crate) fn protocol(message: impl Into<String>) -> Self {
        Self::new(Code::Protocol, message)
    }

    pub(crate) fn closed() -> Self {
        Self::new(Code::Stopped, "this client is closed; connect again")
    }

    /// A code from a newer protocol is Protocol.
    pub(crate) fn from_wire(error: wire::Error) -> Self {
        let place = usize::try_from(error.code).unwrap_or(0).wrapping_sub(1);
        let code = CODES.get(place).map_or(Code::Protocol, |(code, _)| *code);
        let retry_after_ms = u64::from(error.retry_after_ms);
        let retry_after = (retry_after_ms > 0).then(|| Duration::from_millis(retry_after_ms));
        Self { code, message: error.message, retry_after }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.message)
    }
}

impl std::error::Error for Error {}
