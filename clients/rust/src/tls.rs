use std::sync::Arc;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::error::Error;

/// Whom a client trusts, and its own certificate where peers ask for one. A peer's certificate has to be of the host or address that is
/// dialled. What more there is to say, a `rustls::ClientConfig` says: `Tls::from(config)`.
#[derive(Clone, Debug)]
pub struct Tls {
    config: Arc<ClientConfig>,
}

impl Tls {
    /// Trusts whoever is signed for by these certificates, in PEM. InvalidArgument where there is none.
    pub fn trusting(authorities: impl AsRef<[u8]>) -> Result<Self, Error> {
        let mut roots = RootCertStore::empty();
        for authority in certificates(authorities.as_ref())? {
            roots.add(authority).map_err(|error| Error::invalid(format!("this is nobody to trust: {error}")))?;
        }
        Self::with_roots(roots)
    }

    /// Trusts whom this machine trusts. InvalidArgument where it trusts nobody.
    pub fn trusting_machine() -> Result<Self, Error> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        // Some machines also have such as nobody can read; they are passed over.
        roots.add_parsable_certificates(found.certs);
        if roots.is_empty() {
            return Err(Error::invalid(format!("this machine trusts nobody: {:?}", found.errors)));
        }
        Self::with_roots(roots)
    }

    /// With a certificate of the client's own (and those between it and its authority) and its private key, both in PEM. InvalidArgument
    /// where they are none, or don't belong together.
    pub fn presenting(&self, certificate: impl AsRef<[u8]>, key: impl AsRef<[u8]>) -> Result<Self, Error> {
        let key = PrivateKeyDer::from_pem_slice(key.as_ref())
            .map_err(|error| Error::invalid(format!("this is no private key in PEM: {error}")))?;
        let own = CertifiedKey::from_der(certificates(certificate.as_ref())?, key, self.config.crypto_provider())
            .map_err(|error| Error::invalid(format!("this is no certificate and its private key: {error}")))?;
        let mut config = ClientConfig::clone(&self.config);
        config.client_auth_cert_resolver = Arc::new(SingleCertAndKey::from(own));
        Ok(config.into())
    }

    pub(crate) fn config(&self) -> Arc<ClientConfig> {
        self.config.clone()
    }

    fn with_roots(roots: RootCertStore) -> Result<Self, Error> {
        // Named, since a program may have several, and rustls then takes none by itself.
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Error::invalid(error.to_string()))?;
        Ok(config.with_root_certificates(roots).with_no_client_auth().into())
    }
}

impl From<ClientConfig> for Tls {
    fn from(config: ClientConfig) -> Self {
        Self { config: Arc::new(config) }
    }
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let found = found.map_err(|error| Error::invalid(format!("this is no certificate in PEM: {error}")))?;
    if found.is_empty() {
        return Err(Error::invalid("there is no certificate in this PEM"));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn what_is_no_pem_is_refused() {
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for pem in ["", "a certificate", broken] {
            assert_eq!(Tls::trusting(pem).unwrap_err().code, Code::InvalidArgument, "{pem}");
            let tls = Tls::from(config_without_trust());
            assert_eq!(tls.presenting(pem, pem).unwrap_err().code, Code::InvalidArgument, "{pem}");
        }
    }

    fn config_without_trust() -> ClientConfig {
        let tls = Tls::with_roots(RootCertStore::empty()).unwrap();
        ClientConfig::clone(&tls.config)
    }
}
