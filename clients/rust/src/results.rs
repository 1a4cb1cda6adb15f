use std::time::{Duration, SystemTime};

use crate::error::Error;
use crate::wire::{self, client_response, read_many_result, write_many_result};

/// What was found of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// None where the key doesn't exist, was deleted or has expired; an empty value is a value.
    pub value: Option<String>,
    /// Of the value, also where it has expired, or of the deletion; None where the key was never written. Versions are 28 hexadecimal
    /// digits that sort in the order of the writes.
    pub version: Option<String>,
    /// When the value stops existing; None: never.
    pub expires_at: Option<SystemTime>,
}

/// Where a key lives, by the ring that the client goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub token: u64,
    pub partition: u32,
    /// The client addresses of its owners, in the ring's order of preference.
    pub owners: Vec<String>,
}

impl Read {
    pub(crate) fn from_wire(wire: wire::ReadResult) -> Self {
        let expires = wire.expires_at_ms;
        Self {
            value: wire.value,
            version: (!wire.version.is_empty()).then(|| hex::encode(&wire.version)),
            expires_at: (expires > 0.0).then(|| SystemTime::UNIX_EPOCH + Duration::from_millis(expires as u64)),
        }
    }
}

/// What became of a request or of an item of a batch: of a write only the version is set.
pub fn written(wire: wire::WriteResult) -> Read {
    Read { version: Some(hex::encode(wire.version)), ..Read::default() }
}

/// The results in a batch's answer, of which there must be so many.
pub fn results_of(result: client_response::Result, count: usize) -> Result<Vec<Result<Read, Error>>, Error> {
    let results: Vec<_> = match result {
        client_response::Result::WriteMany(many) => many.items.into_iter().map(write_item).collect(),
        client_response::Result::ReadMany(many) => many.items.into_iter().map(read_item).collect(),
        _ => return Err(misfit("a batch")),
    };
    if results.len() == count {
        Ok(results)
    } else {
        Err(misfit("a batch"))
    }
}

fn write_item(item: write_many_result::Item) -> Result<Read, Error> {
    match item.result {
        Some(write_many_result::item::Result::Write(write)) => Ok(written(write)),
        Some(write_many_result::item::Result::Error(error)) => Err(Error::from_wire(error)),
        None => Err(misfit("a batch")),
    }
}

fn read_item(item: read_many_result::Item) -> Result<Read, Error> {
    match item.result {
        Some(read_many_result::item::Result::Read(read)) => Ok(Read::from_wire(read)),
        Some(read_many_result::item::Result::Error(error)) => Err(Error::from_wire(error)),
        None => Err(misfit("a batch")),
    }
}

pub fn misfit(expected: &str) -> Error {
    Error::protocol(format!("a peer answered something else where {expected} was asked for"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{bytes_of, list, text, vectors};
    use prost::Message;
    use serde_json::{json, Value};

    fn plain(result: Result<Read, Error>, is_write: bool) -> Value {
        match result {
            Ok(read) if is_write => json!({"version": read.version}),
            Ok(read) => {
                let expires =
                    read.expires_at.map(|at| at.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis() as u64);
                json!({"value": read.value, "version": read.version, "expiresAtMs": expires})
            }
            Err(error) => json!({"error": {
                "code": error.code.name(),
                "message": error.message,
                "retryable": error.code.is_retryable(),
                "retryAfterMs": error.retry_after.map(|after| after.as_millis() as u64),
            }}),
        }
    }

    #[test]
    fn answers_are_read_as_the_vectors_have_them() {
        for case in list(&vectors("messages")["answers"]) {
            let response = wire::ClientResponse::decode(&bytes_of(text(&case["hex"]))[..]).unwrap();
            let result = response.result.unwrap();
            let count = case["reads"]["items"].as_array().map_or(0, Vec::len);
            let is_write = matches!(result, client_response::Result::WriteMany(_));
            let read = match result {
                client_response::Result::Error(error) => plain(Err(Error::from_wire(error)), false),
                client_response::Result::Write(write) => plain(Ok(written(write)), true),
                client_response::Result::Read(read) => plain(Ok(Read::from_wire(read)), false),
                many => {
                    let items = results_of(many, count).unwrap();
                    json!({"items": items.into_iter().map(|item| plain(item, is_write)).collect::<Vec<_>>()})
                }
            };
            assert_eq!(read, case["reads"], "{}", case["name"]);
        }
    }
}
