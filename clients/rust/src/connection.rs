//! One connection to one peer: many requests in flight, answered in any order.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use prost::Message;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;
use tokio::time::timeout_at;

use crate::error::{Code, Error};
use crate::frames::{frame, read_frame, MAX_FRAME_BYTES};
use crate::wire::{self, client_response, ClientRequest, ClientResponse};

/// Deadlines in a row, with not a byte from the peer, before its connection is given up.
const SILENT_DEADLINES: u32 = 3;
/// Frames that wait for the socket to take them; who sends more waits.
const FRAMES_WAITING: usize = 1024;

type Answer = Result<ClientResponse, Error>;
type Reader = Box<dyn AsyncRead + Send + Unpin>;
type Writer = Box<dyn AsyncWrite + Send + Unpin>;

/// What a connection reads from and writes to; dropping both closes it.
pub struct Stream {
    pub reader: Reader,
    pub writer: Writer,
}

pub struct Connection {
    address: String,
    frames: mpsc::Sender<Vec<u8>>,
    state: Mutex<State>,
    /// Called once, when it has ended, with the reason.
    on_closed: Box<dyn Fn(&Error) + Send + Sync>,
}

#[derive(Default)]
struct State {
    calls: HashMap<u32, oneshot::Sender<Answer>>,
    last_id: u32,
    /// Of the request that says who the client is, until it is answered.
    authentication: Option<u32>,
    silent_deadlines: u32,
    closed: Option<Error>,
    tasks: Vec<AbortHandle>,
}

/// A request that was sent.
pub struct Call {
    connection: Arc<Connection>,
    id: u32,
    deadline: Instant,
    answer: oneshot::Receiver<Answer>,
}

impl Connection {
    /// authenticate: what says who the client is, before anything else. Nobody waits for the answer, but who is refused gets nothing on
    /// this connection.
    pub fn new(
        address: &str,
        stream: Stream,
        authenticate: Option<ClientRequest>,
        on_closed: impl Fn(&Error) + Send + Sync + 'static,
    ) -> Arc<Self> {
        let (frames, waiting) = mpsc::channel(FRAMES_WAITING);
        let mut state = State::default();
        if let Some(mut request) = authenticate {
            state.last_id = 1;
            state.authentication = Some(1);
            request.id = 1;
            frames.try_send(frame(&request.encode_to_vec())).expect("nothing waits in it yet");
        }
        let (address, on_closed) = (address.to_owned(), Box::new(on_closed));
        let opened = Arc::new(Self { address, frames, state: Mutex::new(state), on_closed });
        let tasks = [
            tokio::spawn(read(Arc::downgrade(&opened), stream.reader)),
            tokio::spawn(write(Arc::downgrade(&opened), stream.writer, waiting)),
        ];
        opened.state.lock().unwrap().tasks = tasks.iter().map(|task| task.abort_handle()).collect();
        opened
    }

    pub fn is_closed(&self) -> bool {
        self.state.lock().unwrap().closed.is_some()
    }

    /// Sends a request; its id and timeout are filled in.
    pub async fn send(self: &Arc<Self>, mut request: ClientRequest, patience: Duration) -> Result<Call, Error> {
        let deadline = Instant::now() + patience;
        let (tell, answer) = oneshot::channel();
        request.timeout_ms = (patience.as_secs_f64() * 1000.0).ceil().max(1.0) as u32;
        request.id = self.state.lock().unwrap().begin(tell)?;
        let call = Call { connection: self.clone(), id: request.id, deadline, answer };
        let bytes = request.encode_to_vec();
        if bytes.len() > MAX_FRAME_BYTES {
            return Err(Error::invalid(format!(
                "a request of {} bytes, more than the {MAX_FRAME_BYTES} of a frame",
                bytes.len()
            )));
        }
        match timeout_at(deadline.into(), self.frames.send(frame(&bytes))).await {
            Err(_) => Err(self.expired(call.id)),
            // Where the connection has ended the call is told so.
            Ok(_) => Ok(call),
        }
    }

    /// Tells every call this error and closes. Idempotent.
    pub fn close(self: &Arc<Self>, reason: Error) {
        let (calls, tasks) = {
            let mut state = self.state.lock().unwrap();
            if state.closed.is_some() {
                return;
            }
            state.closed = Some(reason.clone());
            (std::mem::take(&mut state.calls), std::mem::take(&mut state.tasks))
        };
        for tell in calls.into_values() {
            let _ = tell.send(Err(reason.clone()));
        }
        (self.on_closed)(&reason);
        // Last, since this may be one of them; dropping its halves closes the socket.
        tasks.iter().for_each(AbortHandle::abort);
    }

    /// The reason where it ends the connection.
    fn received(self: &Arc<Self>, message: &[u8]) -> Result<(), Error> {
        let response = ClientResponse::decode(message).map_err(|error| self.broken(error))?;
        if response.id == 0 {
            let said = match response.result {
                Some(client_response::Result::Error(error)) => error.message,
                _ => "it said nothing".to_owned(),
            };
            return Err(self.broken(said));
        }
        let mut state = self.state.lock().unwrap();
        state.silent_deadlines = 0;
        if state.authentication == Some(response.id) {
            state.authentication = None;
            return match response.result {
                // Peers of before there were tokens don't know the request, and let everybody in.
                Some(client_response::Result::Error(error)) if error.code() == wire::ErrorCode::Forbidden => {
                    Err(Error::new(Code::Forbidden, format!("{}: {}", self.address, error.message)))
                }
                _ => Ok(()),
            };
        }
        // Nobody waits for an answer that came after its deadline.
        if let Some(tell) = state.calls.remove(&response.id) {
            let _ = tell.send(Ok(response));
        }
        Ok(())
    }

    fn expired(self: &Arc<Self>, id: u32) -> Error {
        let is_silent = {
            let mut state = self.state.lock().unwrap();
            if state.calls.remove(&id).is_some() {
                state.silent_deadlines += 1;
            }
            state.silent_deadlines >= SILENT_DEADLINES
        };
        if is_silent {
            self.close(self.broken("it has stopped answering"));
        }
        Error::new(Code::Timeout, format!("{} did not answer in time", self.address))
    }

    fn broken(&self, why: impl std::fmt::Display) -> Error {
        Error::new(Code::Unavailable, format!("the connection to {} ended: {why}", self.address))
    }
}

impl State {
    /// Skips 0 and the ids of calls under way, which matters after four billion of them.
    fn begin(&mut self, tell: oneshot::Sender<Answer>) -> Result<u32, Error> {
        if let Some(reason) = &self.closed {
            return Err(reason.clone());
        }
        loop {
            self.last_id = self.last_id.wrapping_add(1);
            if self.last_id != 0 && !self.calls.contains_key(&self.last_id) {
                self.calls.insert(self.last_id, tell);
                return Ok(self.last_id);
            }
        }
    }
}

impl Call {
    /// The answer, or the error that the peer answered; Timeout | Unavailable from this side.
    pub async fn wait(mut self) -> Result<client_response::Result, Error> {
        let response = match timeout_at(self.deadline.into(), &mut self.answer).await {
            Ok(Ok(answer)) => answer?,
            Ok(Err(_)) => return Err(self.connection.broken("it was dropped")),
            Err(_) => return Err(self.connection.expired(self.id)),
        };
        match response.result {
            Some(client_response::Result::Error(error)) => Err(Error::from_wire(error)),
            Some(result) => Ok(result),
            None => Err(Error::protocol("the peer answered with something that this client does not know; update it")),
        }
    }
}

impl Drop for Call {
    /// Whoever waited may have lost interest.
    fn drop(&mut self) {
        self.connection.state.lock().unwrap().calls.remove(&self.id);
    }
}

async fn read(connection: Weak<Connection>, reader: Reader) {
    let mut stream = BufReader::new(reader);
    loop {
        let frame = read_frame(&mut stream).await;
        let Some(connection) = connection.upgrade() else { return };
        let ended = match frame {
            Ok(Some(message)) => connection.received(&message).err(),
            Ok(None) => Some(connection.broken("the peer closed it")),
            Err(error) => Some(connection.broken(error.message)),
        };
        if let Some(reason) = ended {
            return connection.close(reason);
        }
    }
}

async fn write(connection: Weak<Connection>, mut writer: Writer, mut frames: mpsc::Receiver<Vec<u8>>) {
    while let Some(frame) = frames.recv().await {
        let mut written = writer.write_all(&frame).await;
        if written.is_ok() {
            // TLS may still hold some of it.
            written = writer.flush().await;
        }
        if let Err(error) = written {
            if let Some(connection) = connection.upgrade() {
                connection.close(connection.broken(error));
            }
            return;
        }
    }
}
