package starling.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import starling.v1.Client.ClientRequest;

/** Opens connections to peers. */
final class Dialer {
    /** What a connection reads from and writes to. Closing the socket takes no leave, which over TLS might wait for the peer. */
    record Stream(InputStream in, OutputStream out, Closeable socket) {}

    private final long timeout;
    /** null: plain TCP. */
    private final SSLContext tls;
    /** What every connection begins with; null: nothing. */
    private final ClientRequest authenticate;

    Dialer(ConnectOptions options) {
        this.timeout = options.connectTimeout().toNanos();
        this.tls = options.tls();
        this.authenticate = options.token() == null ? null : Requests.authenticate(options.token());
    }

    /**
     * Opens a connection.
     *
     * @param onClosed called once, when it has ended, with the reason
     * @throws StarlingException UNAVAILABLE | TIMEOUT
     */
    Connection dial(Address address, long patience, Consumer<StarlingException> onClosed) {
        long most = Math.min(patience, timeout);
        Socket socket = new Socket();
        CompletableFuture<Void> overdue =
                CompletableFuture.runAsync(() -> close(socket), CompletableFuture.delayedExecutor(most, TimeUnit.NANOSECONDS));
        try {
            Connection opened = new Connection(address, stream(socket, address), onClosed);
            if (authenticate != null) opened.authenticate(authenticate);
            // False: it was closed just now.
            if (overdue.cancel(false)) return opened;
            throw late(address, most, null);
        } catch (IOException error) {
            close(socket);
            throw overdue.cancel(false) ? failed(address, error) : late(address, most, error);
        }
    }

    private Stream stream(Socket plain, Address address) throws IOException {
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(address.host(), address.port()));
        if (tls == null) return new Stream(plain.getInputStream(), plain.getOutputStream(), plain);
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        // Without, any certificate would do that is signed by whom it trusts.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return new Stream(secure.getInputStream(), secure.getOutputStream(), plain);
    }

    private StarlingException failed(Address address, IOException error) {
        String why = error.getMessage();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) why = "its certificate isn't trusted: " + cause.getMessage();
        }
        String over = tls == null ? ": " : " over TLS: ";
        return new StarlingException(Code.UNAVAILABLE, "no connection to " + address + over + why, error);
    }

    private static StarlingException late(Address address, long patience, IOException error) {
        long patienceMs = TimeUnit.NANOSECONDS.toMillis(patience);
        return new StarlingException(Code.TIMEOUT, "no connection to " + address + " within " + patienceMs + " ms", error);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException error) {
            // It is closed all the same.
        }
    }
}
