//! Generates the messages from proto/ with the protoc on the PATH (or in PROTOC).

use std::io::Result;

const PROTO: &str = "../../proto";

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed={PROTO}");
    prost_build::compile_protos(&[format!("{PROTO}/starling/v1/client.proto")], &[PROTO])
}
