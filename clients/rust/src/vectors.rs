//! Reads clients/vectors, for tests.

use serde_json::Value;

pub fn vectors(name: &str) -> Value {
    let path = format!("{}/../vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(|item| text(item).to_owned()).collect()
}

pub fn bytes_of(hexadecimal: &str) -> Vec<u8> {
    hex::decode(hexadecimal).unwrap()
}
