//! The framing (docs/protocol.md): the length of a message as a varint, then the message.

use tokio::io::{AsyncRead, AsyncReadExt};

use crate::error::Error;

pub const MAX_FRAME_BYTES: usize = 9 << 20;
const LONGEST_LENGTH_BYTES: u32 = 5;

/// The message behind its length.
pub fn frame(message: &[u8]) -> Vec<u8> {
    let mut framed = Vec::with_capacity(message.len() + LONGEST_LENGTH_BYTES as usize);
    let mut length = message.len();
    while length >= 0x80 {
        framed.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    framed.push(length as u8);
    framed.extend_from_slice(message);
    framed
}

/// The next message; None where the stream ended between two. Protocol: what follows is no frame.
pub async fn read_frame(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<Vec<u8>>, Error> {
    let Some(length) = read_length(stream).await? else { return Ok(None) };
    // Grows as the bytes come: a length alone sets nothing aside.
    let mut message = Vec::new();
    let read = stream.take(length as u64).read_to_end(&mut message).await.map_err(broken)?;
    if read < length {
        return Err(broken("the peer closed it inside a frame"));
    }
    Ok(Some(message))
}

async fn read_length(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<usize>, Error> {
    let mut length = 0;
    for i in 0..LONGEST_LENGTH_BYTES {
        let mut byte = [0];
        if stream.read(&mut byte).await.map_err(broken)? == 0 {
            return if i == 0 { Ok(None) } else { Err(broken("the peer closed it inside a frame")) };
        }
        length |= usize::from(byte[0] & 0x7f) << (7 * i);
        if length > MAX_FRAME_BYTES {
            let limit = format!("the limit is {MAX_FRAME_BYTES}");
            return Err(Error::protocol(format!("a frame of {length} bytes or more was announced; {limit}")));
        }
        if byte[0] < 0x80 {
            return Ok(Some(length));
        }
    }
    Err(Error::protocol(format!("a frame's length takes more than {LONGEST_LENGTH_BYTES} bytes")))
}

fn broken(why: impl ToString) -> Error {
    Error::new(crate::Code::Unavailable, why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{bytes_of, list, text, vectors};
    use crate::Code;

    #[tokio::test]
    async fn frames_are_found_however_the_bytes_are_cut() {
        for stream in list(&vectors("frames")["streams"]) {
            let mut pieces = cut_stream(list(&stream["pieces"]).iter().map(|piece| bytes_of(text(piece))));
            let mut found = Vec::new();
            let ended = loop {
                match read_frame(&mut pieces).await {
                    Ok(Some(message)) => found.push(hex::encode(message)),
                    Ok(None) => break None,
                    Err(error) => break Some(error.code),
                }
            };
            let frames: Vec<_> = list(&stream["frames"]).iter().map(text).collect();
            assert_eq!(found, frames, "{}", stream["name"]);
            assert_eq!(ended == Some(Code::Protocol), stream["refused"], "{}", stream["name"]);
        }
    }

    #[test]
    fn lengths_are_written_in_the_shortest_form() {
        let vectors = vectors("frames");
        assert_eq!(vectors["maxFrameBytes"], MAX_FRAME_BYTES);
        for case in list(&vectors["lengths"]) {
            let length = case["length"].as_u64().unwrap() as usize;
            let framed = frame(&vec![0; length]);
            assert_eq!(hex::encode(&framed[..framed.len() - length]), text(&case["varint"]));
        }
    }

    /// A stream that arrives as it was cut: each read gives what is left of one piece.
    fn cut_stream(pieces: impl Iterator<Item = Vec<u8>>) -> impl AsyncRead + Unpin {
        let empty: Box<dyn AsyncRead + Unpin> = Box::new(tokio::io::empty());
        pieces.fold(empty, |stream, piece| Box::new(stream.chain(std::io::Cursor::new(piece))))
    }
}
