package starling.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes an {@link SSLContext} of PEM files, which Java itself doesn't. */
public final class Tls {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final String[] ALGORITHMS = {"EC", "RSA", "Ed25519"};
    /** Of the key stores made here, which never leave the memory. */
    private static final char[] NO_PASSWORD = {};

    private Tls() {}

    /** That trusts whoever is signed for by the certificates in the file. @throws StarlingException INVALID_ARGUMENT */
    public static SSLContext trusting(Path authorities) {
        return contextOf(authorities, null, null);
    }

    /**
     * As the other, with a certificate of the client's own.
     *
     * @param authorities null: whom this machine trusts
     * @param certificate the client's own, and those between it and its authority
     * @param key its private key, in PKCS #8 ("BEGIN PRIVATE KEY") and without a password
     * @throws StarlingException INVALID_ARGUMENT
     */
    public static SSLContext trusting(Path authorities, Path certificate, Path key) {
        return contextOf(authorities, certificate, key);
    }

    private static SSLContext contextOf(Path authorities, Path certificate, Path key) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(certificate == null ? null : identity(certificate, key), authorities == null ? null : trust(authorities), null);
            return context;
        } catch (GeneralSecurityException error) {
            throw new StarlingException(Code.INVALID_ARGUMENT, error.getMessage(), error);
        } catch (IOException error) {
            throw new StarlingException(Code.INVALID_ARGUMENT, "a file for TLS can't be read: " + error, error);
        }
    }

    private static TrustManager[] trust(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (Certificate authority : certificates(authorities)) store.setCertificateEntry("" + store.size(), authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] identity(Path certificate, Path key) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry("own", privateKey(key), NO_PASSWORD, certificates(certificate).toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        byte[] pem = Files.readAllBytes(file);
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (!found.isEmpty()) return found;
        } catch (CertificateException error) {
            throw new GeneralSecurityException(file + " has a certificate that can't be read: " + error.getMessage(), error);
        }
        throw new GeneralSecurityException(file + " has no certificate");
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new GeneralSecurityException(file + " has no private key in PKCS #8; openssl pkcs8 -topk8 -nodes makes one of others");
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        // What kind it is stands in it, but Java wants to be told.
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException error) {
                // It is of another.
            }
        }
        throw new GeneralSecurityException(file + " has a private key that is none of " + String.join(", ", ALGORITHMS));
    }
}
