use xxhash_rust::xxh64::xxh64;

use crate::error::Error;

const MAX_KEY_BYTES: usize = 1024;

/// The token of a key: xxHash64 of its UTF-8, seed 0. InvalidArgument where it can't be a key.
pub fn token_of(key: &str) -> Result<u64, Error> {
    if key.is_empty() || key.len() > MAX_KEY_BYTES {
        let bytes = key.len();
        return Err(Error::invalid(format!("a key has 1 to {MAX_KEY_BYTES} bytes of UTF-8, this one {bytes}")));
    }
    Ok(xxh64(key.as_bytes(), 0))
}

/// The partition of a token among so many, a power of two: its top bits.
pub fn partition_of(token: u64, partitions: u32) -> u32 {
    ((u128::from(token) * u128::from(partitions)) >> 64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{list, text, vectors};
    use crate::Code;

    #[test]
    fn tokens_and_partitions_are_those_of_the_vectors() {
        let vectors = vectors("keys");
        assert!(list(&vectors["keys"]).len() > 20);
        for case in list(&vectors["keys"]) {
            let token = token_of(text(&case["key"])).unwrap();
            assert_eq!(format!("{token:016x}"), text(&case["token"]));
            for (partitions, partition) in case["partitions"].as_object().unwrap() {
                assert_eq!(partition_of(token, partitions.parse().unwrap()), *partition);
            }
        }
        for key in list(&vectors["refused"]) {
            assert_eq!(token_of(text(key)).unwrap_err().code, Code::InvalidArgument);
        }
    }
}
