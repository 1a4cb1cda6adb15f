//! The line protocol of clients/conformance/README.md for the Rust client.

use std::io::{BufRead, Write};
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{json, Map, Value};
use starling::{
    Client, ConnectOptions, Consistency, Durability, Error, Item, PutOptions, Read, ReadOptions, Tls, Token,
    WriteOptions,
};

#[tokio::main]
async fn main() {
    let mut client = None;
    for line in std::io::stdin().lock().lines() {
        let command: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        let outcome = match command["do"].as_str() {
            Some("connect") => connect(&command, &mut client).await,
            Some("together") => Ok(together(&command, connected(&client)).await),
            _ => carry_out(&command, connected(&client)).await,
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", plain_outcome(outcome)).and_then(|()| out.flush()).expect("standard output");
    }
}

fn connected(client: &Option<Client>) -> Option<Client> {
    client.clone()
}

async fn connect(command: &Value, client: &mut Option<Client>) -> Result<Value, Error> {
    if let Some(before) = client.take() {
        before.close();
    }
    let mut options = ConnectOptions::default();
    if let Some(timeout) = milliseconds(&command["timeoutMs"]) {
        options.timeout = timeout;
    }
    if let Some(retries) = command["retries"].as_u64() {
        options.retries = retries as u32;
    }
    if let Value::Object(files) = &command["tls"] {
        options.tls = Some(tls(files));
    }
    options.token = command["token"].as_str().map(Token::from);
    *client = Some(Client::connect(&texts(&command["addresses"]), &options).await?);
    Ok(json!({}))
}

fn tls(files: &Map<String, Value>) -> Tls {
    let pem = |name| files.get(name).map(|path| std::fs::read(path.as_str().expect("a path")).expect("a file"));
    let tls = match pem("ca") {
        Some(ca) => Tls::trusting(ca),
        None => Tls::trusting_machine(),
    };
    match (pem("cert"), pem("key")) {
        (Some(cert), Some(key)) => tls.and_then(|tls| tls.presenting(cert, key)),
        _ => tls,
    }
    .expect("TLS")
}

async fn together(command: &Value, client: Option<Client>) -> Value {
    let commands = command["commands"].as_array().cloned().unwrap_or_default();
    let start = |command: Value| {
        let client = client.clone();
        tokio::spawn(async move { plain_outcome(carry_out(&command, client).await) })
    };
    let mut outcomes = Vec::new();
    for task in commands.into_iter().map(start).collect::<Vec<_>>() {
        outcomes.push(task.await.expect("an outcome"));
    }
    json!({ "outcomes": outcomes })
}

async fn carry_out(command: &Value, client: Option<Client>) -> Result<Value, Error> {
    let verb = command["do"].as_str().unwrap_or_default();
    let Some(client) = client else {
        assert_eq!(verb, "close", "not connected");
        return Ok(json!({}));
    };
    let key = command["key"].as_str().unwrap_or_default();
    let (read, write) = (read_options(command), write_options(command));
    Ok(match verb {
        "close" => {
            client.close();
            json!({})
        }
        "session" => json!({ "session": client.session() }),
        "route" => {
            let route = client.route(key)?;
            json!({ "token": format!("{:016x}", route.token), "partition": route.partition, "owners": route.owners })
        }
        "put" => {
            let WriteOptions { consistency, durability, sloppy, timeout, session } = write;
            let ttl = milliseconds(&command["ttlMs"]);
            let options = PutOptions { ttl, consistency, durability, sloppy, timeout, session };
            json!({ "version": client.put(key, command["value"].as_str().unwrap_or_default(), &options).await? })
        }
        "get" => plain_read(client.get(key, &read).await?),
        "delete" => json!({ "version": client.delete(key, &write).await? }),
        "putMany" => plain_many(client.put_many(&items(&command["items"]), &write).await?, plain_version),
        "getMany" => plain_many(client.get_many(&texts(&command["keys"]), &read).await?, plain_read),
        "deleteMany" => plain_many(client.delete_many(&texts(&command["keys"]), &write).await?, plain_version),
        unknown => panic!("unknown command {unknown}"),
    })
}

fn read_options(command: &Value) -> ReadOptions {
    ReadOptions { consistency: consistency(command), timeout: milliseconds(&command["timeoutMs"]) }
}

fn write_options(command: &Value) -> WriteOptions {
    WriteOptions {
        consistency: consistency(command),
        durability: if command["durability"] == "memory" { Durability::Memory } else { Durability::Fsync },
        sloppy: command["sloppy"] == true,
        timeout: milliseconds(&command["timeoutMs"]),
        session: command["session"].as_str().map(str::to_owned),
    }
}

fn consistency(command: &Value) -> Option<Consistency> {
    match command["consistency"].as_str()? {
        "one" => Some(Consistency::One),
        "quorum" => Some(Consistency::Quorum),
        "all" => Some(Consistency::All),
        unknown => panic!("unknown consistency {unknown}"),
    }
}

fn milliseconds(value: &Value) -> Option<Duration> {
    value.as_u64().map(Duration::from_millis)
}

fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().expect("a list").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

fn items(value: &Value) -> Vec<Item> {
    let item = |item: &Value| Item {
        ttl: milliseconds(&item["ttlMs"]),
        ..Item::new(item["key"].as_str().unwrap_or_default(), item["value"].as_str().unwrap_or_default())
    };
    value.as_array().expect("items").iter().map(item).collect()
}

fn plain_outcome(outcome: Result<Value, Error>) -> Value {
    match outcome {
        Ok(result) => json!({ "ok": result }),
        Err(error) => plain_error(&error),
    }
}

fn plain_many<T>(results: Vec<Result<T, Error>>, plain: fn(T) -> Value) -> Value {
    let item = |result: Result<T, Error>| result.map_or_else(|error| plain_error(&error), plain);
    json!({ "results": results.into_iter().map(item).collect::<Vec<_>>() })
}

fn plain_version(version: String) -> Value {
    json!({ "version": version })
}

fn plain_read(read: Read) -> Value {
    let expires = read.expires_at.map(|at| at.duration_since(UNIX_EPOCH).expect("after 1970").as_millis() as u64);
    json!({ "value": read.value, "version": read.version, "expiresAtMs": expires })
}

fn plain_error(error: &Error) -> Value {
    json!({ "error": {
        "code": error.code.name(),
        "message": error.message,
        "retryable": error.code.is_retryable(),
        "retryAfterMs": error.retry_after.map(|after| after.as_millis() as u64),
    } })
}
