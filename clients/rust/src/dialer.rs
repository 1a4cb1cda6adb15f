//! Opens connections to peers.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::TlsConnector;

use crate::connection::{Connection, Stream};
use crate::error::{Code, Error};
use crate::options::ConnectOptions;
use crate::requests;
use crate::wire::ClientRequest;

pub struct Dialer {
    timeout: Duration,
    /// None: plain TCP.
    tls: Option<TlsConnector>,
    /// What every connection begins with.
    authenticate: Option<ClientRequest>,
}

impl Dialer {
    /// InvalidArgument: the token can be none.
    pub fn new(options: &ConnectOptions) -> Result<Self, Error> {
        let authenticate = options.token.as_ref().map(requests::authenticate).transpose()?;
        let tls = options.tls.as_ref().map(|tls| TlsConnector::from(tls.config()));
        Ok(Self { timeout: options.connect_timeout, tls, authenticate })
    }

    /// Unavailable | Timeout where it can't be had.
    pub async fn dial(
        &self,
        address: &str,
        patience: Duration,
        on_closed: impl Fn(&Error) + Send + Sync + 'static,
    ) -> Result<Arc<Connection>, Error> {
        let patience = patience.min(self.timeout);
        match timeout(patience, self.stream(address)).await {
            Ok(Ok(stream)) => Ok(Connection::new(address, stream, self.authenticate.clone(), on_closed)),
            Ok(Err(error)) => {
                let over = if self.tls.is_some() { " over TLS" } else { "" };
                Err(Error::new(Code::Unavailable, format!("no connection to {address}{over}: {error}")))
            }
            Err(_) => Err(Error::new(Code::Timeout, format!("no connection to {address} within {patience:?}"))),
        }
    }

    async fn stream(&self, address: &str) -> io::Result<Stream> {
        let socket = TcpStream::connect(address).await?;
        // Small requests would wait for the acknowledgement of the ones before.
        let _ = socket.set_nodelay(true);
        let Some(tls) = &self.tls else {
            let (reader, writer) = socket.into_split();
            return Ok(Stream { reader: Box::new(reader), writer: Box::new(writer) });
        };
        let name = ServerName::try_from(host_of(address).to_owned()).map_err(io::Error::other)?;
        let (reader, writer) = tokio::io::split(tls.connect(name, socket).await?);
        Ok(Stream { reader: Box::new(reader), writer: Box::new(writer) })
    }
}

/// Of `host:port`, without the brackets of an IPv6 address.
fn host_of(address: &str) -> &str {
    let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}
