package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleProof;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.audit.transparency.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A witness as C2SP tlog-witness has it, on a port of its own: knows one log's keys, remembers the
 * last checkpoint of each origin, and cosigns what has grown from it.
 */
final class WitnessForTests implements AutoCloseable {

    private static final String NAME = "witness.test/one";
    private static final byte COSIGNATURE = 4;

    private final HttpServer server;
    private final KeyPair pair;
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Checkpoint> seen = new ConcurrentHashMap<>();
    private final List<Long> shown = new ArrayList<>();
    private Instant now = Instant.now();
    private boolean lies;

    WitnessForTests(List<VerifierKey> logs) throws IOException, GeneralSecurityException {
        this.logs.addAll(logs);
        this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/w/add-checkpoint", this::add);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/w/";
    }

    /** Its verifier key. */
    String key() {
        return NAME
                + "+"
                + HexFormat.of().formatHex(keyId())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** Trusts a key of another log as well. */
    void trusts(VerifierKey key) {
        logs.add(key);
    }

    void at(Instant instant) {
        now = instant;
    }

    /** Signs something else from now on. */
    void lies() {
        lies = true;
    }

    /** Has seen this, whatever came in. */
    void saw(Checkpoint checkpoint) {
        seen.put(checkpoint.origin(), checkpoint);
    }

    /** The sizes of the checkpoints that it cosigned. */
    List<Long> cosigned() {
        return List.copyOf(shown);
    }

    private synchronized void add(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var blank = body.indexOf("\n\n");
            var head = body.substring(0, blank).lines().toList();
            var note = SignedNote.parse(body.substring(blank + 2));
            var checkpoint = Checkpoint.parse(note.text());
            var known =
                    logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
            var last = seen.get(checkpoint.origin());
            var old = Long.parseLong(head.getFirst().substring("old ".length()));
            if (known.isEmpty()) {
                answer(exchange, 404, "");
            } else if (note.signers(known).isEmpty()) {
                answer(exchange, 403, "");
            } else if (old > checkpoint.size()) {
                answer(exchange, 400, "");
            } else if (old != (last == null ? 0 : last.size())) {
                answer(exchange, 409, (last == null ? 0 : last.size()) + "\n");
            } else if (!grew(last, checkpoint, head.subList(1, head.size()))) {
                answer(exchange, 422, "");
            } else {
                seen.put(checkpoint.origin(), checkpoint);
                shown.add(checkpoint.size());
                answer(exchange, 200, cosignature(lies ? "something else\n" : note.text()));
            }
        }
    }

    private static boolean grew(
            @Nullable Checkpoint last, Checkpoint checkpoint, List<String> proof) {
        if (last == null || last.size() == 0) {
            return proof.isEmpty();
        }
        return MerkleProof.grew(
                last.size(),
                last.root(),
                checkpoint.size(),
                checkpoint.root(),
                proof.stream().map(TreeHash::parse).toList());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private String cosignature(String text) {
        var message = "cosignature/v1\ntime %d\n%s".formatted(now.getEpochSecond(), text);
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message.getBytes(UTF_8));
            var signature = ed25519.sign();
            var line =
                    ByteBuffer.allocate(4 + Long.BYTES + signature.length)
                            .put(keyId())
                            .putLong(now.getEpochSecond())
                            .put(signature);
            return "— " + NAME + " " + Base64.getEncoder().encodeToString(line.array()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] keyId() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((NAME + "\n").getBytes(UTF_8));
            return Arrays.copyOf(sha256.digest(typed()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        var encoded = pair.getPublic().getEncoded();
        var typed = new byte[33];
        typed[0] = COSIGNATURE;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        return typed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
