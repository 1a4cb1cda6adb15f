//! Builds the messages that a client sends, and refuses what can't be sent at all.

use std::time::Duration;

use crate::error::Error;
use crate::options::{consistency_to_wire, durability_to_wire, Consistency, Token, WriteOptions};
use crate::wire::{self, client_request::Op, put_many, ClientRequest};

const MAX_VALUE_BYTES: usize = 8 << 20;
const LONGEST_TTL: Duration = Duration::from_secs(10 * 365 * 86_400);
const VERSION_BYTES: usize = 14;
const MAX_TOKEN_BYTES: usize = 256;

/// One put of a batch.
#[derive(Clone, Debug, Default)]
pub struct Item {
    pub key: String,
    pub value: String,
    /// As `PutOptions::ttl`, for this item.
    pub ttl: Option<Duration>,
}

impl Item {
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: value.into(), ttl: None }
    }

    /// InvalidArgument where it can't be sent at all.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.value.len() > MAX_VALUE_BYTES {
            let bytes = self.value.len();
            return Err(Error::invalid(format!(
                "the value has {bytes} bytes, more than any peer stores ({MAX_VALUE_BYTES})"
            )));
        }
        ttl_ms(self.ttl).map(|_| ())
    }
}

/// What carries out one operation on many items: it makes the request for some of them.
pub type MakeRequest<'a> = &'a (dyn Fn(&[&Item]) -> Result<ClientRequest, Error> + Sync);

pub fn put(item: &Item, options: &WriteOptions) -> Result<ClientRequest, Error> {
    item.check()?;
    write(options, |consistency, durability| {
        let Item { key, value, ttl } = item.clone();
        Ok(Op::Put(wire::Put { key, value, consistency, durability, ttl_ms: ttl_ms(ttl)? }))
    })
}

pub fn get(key: &str, consistency: Option<Consistency>) -> ClientRequest {
    let get = wire::Get { key: key.to_owned(), consistency: consistency_to_wire(consistency) };
    request(Op::Get(get))
}

pub fn delete(key: &str, options: &WriteOptions) -> Result<ClientRequest, Error> {
    let key = key.to_owned();
    write(options, |consistency, durability| Ok(Op::Delete(wire::Delete { key, consistency, durability })))
}

pub fn put_many(items: &[&Item], options: &WriteOptions) -> Result<ClientRequest, Error> {
    write(options, |consistency, durability| {
        let item = |item: &&Item| {
            let Item { key, value, ttl } = (*item).clone();
            Ok(put_many::Item { key, value, ttl_ms: ttl_ms(ttl)? })
        };
        let items = items.iter().map(item).collect::<Result<_, Error>>()?;
        Ok(Op::PutMany(wire::PutMany { items, consistency, durability }))
    })
}

pub fn get_many(items: &[&Item], consistency: Option<Consistency>) -> ClientRequest {
    request(Op::GetMany(wire::GetMany { keys: keys_of(items), consistency: consistency_to_wire(consistency) }))
}

pub fn delete_many(items: &[&Item], options: &WriteOptions) -> Result<ClientRequest, Error> {
    write(options, |consistency, durability| {
        Ok(Op::DeleteMany(wire::DeleteMany { keys: keys_of(items), consistency, durability }))
    })
}

pub fn topology() -> ClientRequest {
    request(Op::Topology(wire::TopologyRequest {}))
}

/// InvalidArgument, without the token, where it can be none.
pub fn authenticate(token: &Token) -> Result<ClientRequest, Error> {
    let token = token.text();
    if token.is_empty() || token.len() > MAX_TOKEN_BYTES {
        let bytes = token.len();
        return Err(Error::invalid(format!("a token of {bytes} bytes; give 1 to {MAX_TOKEN_BYTES}")));
    }
    let by = wire::authenticate::By::Token(token.to_owned());
    Ok(request(Op::Authenticate(wire::Authenticate { by: Some(by) })))
}

fn request(op: Op) -> ClientRequest {
    ClientRequest { op: Some(op), ..Default::default() }
}

fn write(options: &WriteOptions, op: impl FnOnce(i32, i32) -> Result<Op, Error>) -> Result<ClientRequest, Error> {
    let op = op(consistency_to_wire(options.consistency), durability_to_wire(options.durability))?;
    let session = session_bytes(options.session.as_deref())?;
    Ok(ClientRequest { session, sloppy: options.sloppy, ..request(op) })
}

fn keys_of(items: &[&Item]) -> Vec<String> {
    items.iter().map(|item| item.key.clone()).collect()
}

/// 0 is refused: where somebody's subtraction comes out at 0, a value for ever is the last thing that was meant.
fn ttl_ms(ttl: Option<Duration>) -> Result<f64, Error> {
    let Some(ttl) = ttl else { return Ok(0.0) };
    if ttl < Duration::from_millis(1) || ttl > LONGEST_TTL || ttl.subsec_nanos() % 1_000_000 != 0 {
        let range = "give whole milliseconds from 1 to ten years, or None for ever";
        return Err(Error::invalid(format!("a time to live of {ttl:?}; {range}")));
    }
    Ok(ttl.as_millis() as f64)
}

fn session_bytes(session: Option<&str>) -> Result<Vec<u8>, Error> {
    let Some(session) = session else { return Ok(Vec::new()) };
    match hex::decode(session) {
        Ok(bytes) if bytes.len() == VERSION_BYTES => Ok(bytes),
        _ => Err(Error::invalid(format!(
            "session {session:?} is no version: pass on what a put, get or delete answered"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{bytes_of, list, text, texts, vectors};
    use crate::{Code, Durability};
    use prost::Message;
    use serde_json::Value;

    fn item_of(value: &Value) -> Item {
        let ttl = value["ttlMs"].as_u64().map(Duration::from_millis);
        Item { ttl, ..Item::new(text(&value["key"]), value["value"].as_str().unwrap_or_default()) }
    }

    fn built(case: &Value) -> ClientRequest {
        let operation = &case["operation"];
        let consistency = operation["consistency"].as_str().map(|name| match name {
            "one" => Consistency::One,
            "quorum" => Consistency::Quorum,
            _ => Consistency::All,
        });
        let durability = if operation["durability"] == "memory" { Durability::Memory } else { Durability::Fsync };
        let session = case["session"].as_str().map(str::to_owned);
        let sloppy = operation["sloppy"] == true;
        let options = WriteOptions { consistency, durability, sloppy, session, timeout: None };
        let keys: Vec<_> = operation["keys"].as_array().map_or(vec![], |_| texts(&operation["keys"]));
        let items: Vec<_> = match operation["items"].as_array() {
            Some(items) => items.iter().map(item_of).collect(),
            None => keys.iter().map(|key| Item::new(key, "")).collect(),
        };
        let items: Vec<_> = items.iter().collect();
        let request = match text(&operation["kind"]) {
            "put" => put(&item_of(operation), &options),
            "get" => Ok(get(text(&operation["key"]), consistency)),
            "delete" => delete(text(&operation["key"]), &options),
            "putMany" => put_many(&items, &options),
            "getMany" => Ok(get_many(&items, consistency)),
            "deleteMany" => delete_many(&items, &options),
            "authenticate" => authenticate(&text(&operation["token"]).into()),
            _ => Ok(topology()),
        };
        ClientRequest { id: 7, timeout_ms: 5000, ..request.unwrap() }
    }

    #[test]
    fn requests_are_built_as_the_vectors_have_them() {
        for case in list(&vectors("messages")["requests"]) {
            let expected = ClientRequest::decode(&bytes_of(text(&case["hex"]))[..]).unwrap();
            assert_eq!(built(case), expected, "{}", case["name"]);
        }
    }

    #[test]
    fn what_can_not_be_sent_is_refused() {
        for ttl in [Duration::ZERO, Duration::from_micros(1500), LONGEST_TTL + Duration::from_millis(1)] {
            let item = Item { ttl: Some(ttl), ..Item::new("k", "v") };
            assert_eq!(item.check().unwrap_err().code, Code::InvalidArgument, "{ttl:?}");
        }
        let item = Item::new("k", "v".repeat(MAX_VALUE_BYTES + 1));
        assert_eq!(item.check().unwrap_err().code, Code::InvalidArgument);
        for token in [String::new(), "t".repeat(MAX_TOKEN_BYTES + 1)] {
            let error = authenticate(&token.as_str().into()).unwrap_err();
            assert_eq!(error.code, Code::InvalidArgument);
            assert!(token.is_empty() || !error.message.contains(&token));
        }
        for session in ["00", "no version", ""] {
            let options = WriteOptions { session: Some(session.to_owned()), ..Default::default() };
            assert_eq!(delete("k", &options).unwrap_err().code, Code::InvalidArgument);
        }
    }
}
