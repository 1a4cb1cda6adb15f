//! A client of Starling, the leaderless peer-to-peer key-value store.
//!
//! ```no_run
//! # async fn example() -> Result<(), starling::Error> {
//! use std::time::Duration;
//! use starling::{Client, PutOptions, ReadOptions};
//!
//! let client = Client::connect(&["127.0.0.1:7400", "127.0.0.1:7401"], &Default::default()).await?;
//! let minute = PutOptions { ttl: Some(Duration::from_secs(60)), ..Default::default() };
//! client.put("greeting", "hello", &minute).await?;
//! let found = client.get("greeting", &ReadOptions::default()).await?;
//! assert_eq!(found.value.as_deref(), Some("hello"));
//! # Ok(())
//! # }
//! ```
//!
//! The client knows the ring and asks an owner of each key directly, has many requests in flight on one connection a peer, and sends
//! again what failed for a passing reason. It follows docs/protocol.md, and runs on tokio.

mod attempts;
mod batch;
mod client;
mod cluster;
mod connection;
mod dialer;
mod error;
mod frames;
mod options;
mod peers;
mod requests;
mod results;
mod router;
mod tls;
mod token;
mod topology;

pub use client::Client;
pub use error::{Code, Error};
pub use options::{ConnectOptions, Consistency, Durability, PutOptions, ReadOptions, Token, WriteOptions};
pub use requests::Item;
pub use results::{Read, Route};
pub use tls::Tls;
/// The one that `Tls` is made of.
pub use tokio_rustls::rustls;

/// The messages, generated from proto/ by build.rs.
mod wire {
    // common.proto has messages that only peers use.
    #![allow(clippy::all, dead_code)]
    include!(concat!(env!("OUT_DIR"), "/starling.v1.rs"));
}

#[cfg(test)]
mod vectors;
