package dev.headway.lifecycle.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.projections.audit.verifying.VerifyExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others wrote, and many rely on, accepts an export of a running service and refuses one with
 * a flipped bit: Go's {@code sumdb} packages and npm's {@code @sigstore/verify}. {@code ./headway
 * test} installs them where it may.
 */
class OtherVerifiersTest {

    private static final Path PROGRAMS = Path.of("src/test/verifiers").toAbsolutePath();
    private static final Path GO_PACKAGES = Path.of("/usr/share/gocode");

    @TempDir private static Path tools;
    @TempDir private Path folder;

    private static UnpackedExport export;
    private static Path keys;

    @BeforeAll
    static void exported() throws Exception {
        try (var service = SealedService.start(tools)) {
            service.register(100, "Reef");
            export = UnpackedExport.of(service.fetch("export", tools.resolve("audit.zip")));
            keys = service.fetch("key", tools.resolve("keys"));
        }
    }

    private record Ran(int code, String said) {}

    @Test
    void go_accepts_an_export_and_refuses_a_flipped_bit_of_anything() throws Exception {
        assumeThat(isThere("go") && Files.exists(GO_PACKAGES.resolve("src/golang.org/x/mod")))
                .as("apt-get install golang-go golang-golang-x-mod-dev")
                .isTrue();
        var go = List.of("go", "build", "-o", tools.resolve("verify").toString(), "verify.go");
        assertThat(run(PROGRAMS.resolve("go"), go)).isEqualTo(new Ran(0, ""));

        assertAcceptedAndRefused(List.of(tools.resolve("verify").toString()));
        for (var tile : List.of("tile/0/000", "tile/1/000.p/1")) {
            assertThat(verify(List.of(tools.resolve("verify").toString()), export.flipped(tile, 9)))
                    .extracting(Ran::code)
                    .isEqualTo(1);
        }
    }

    @Test
    void npm_accepts_an_export_and_refuses_a_flipped_bit_of_what_it_knows() throws Exception {
        assumeThat(isThere("npm")).as("apt-get install nodejs npm").isTrue();
        for (var file : List.of("package.json", "package-lock.json", "verify.mjs")) {
            Files.copy(PROGRAMS.resolve("npm").resolve(file), tools.resolve(file));
        }
        var install = List.of("npm", "ci", "--silent", "--no-audit", "--no-fund");
        assertThat(run(tools, install)).extracting(Ran::code).isEqualTo(0);

        assertAcceptedAndRefused(List.of("node", tools.resolve("verify.mjs").toString()));
    }

    @Test
    void so_does_headway() throws Exception {
        assertThat(headway(export).said()).startsWith("GOOD");
        for (var bad : flipped().toList()) {
            assertThat(headway(bad).code()).isEqualTo(1);
        }
    }

    private void assertAcceptedAndRefused(List<String> verifier) throws Exception {
        var accepted = verify(verifier, export);
        assertThat(accepted.said()).startsWith("GOOD");
        assertThat(accepted.code()).isZero();
        for (var bad : flipped().toList()) {
            var refused = verify(verifier, bad);
            assertThat(refused.said()).startsWith("BAD");
            assertThat(refused.code()).isEqualTo(1);
        }
    }

    /** One bit each: of an event, a proof, and the checkpoint's root. */
    private static Stream<UnpackedExport> flipped() {
        var entries = new String(export.bytes(UnpackedExport.ENTRIES), UTF_8);
        var note = new String(export.bytes("checkpoint"), UTF_8);
        return Stream.of(
                export.flipped(UnpackedExport.ENTRIES, entries.lastIndexOf("\"eventId\":\"") + 15),
                export.flipped("proofs/first.tlog-proof", 60),
                export.flipped("checkpoint", note.indexOf('\n', note.indexOf('\n') + 1) + 5));
    }

    private Ran verify(List<String> verifier, UnpackedExport of) throws Exception {
        var place = Files.createTempDirectory(folder, "export");
        var command =
                Stream.concat(
                                verifier.stream(),
                                Stream.of(of.folder(place).toString(), keys.toString()))
                        .toList();
        return run(folder, command);
    }

    private Ran headway(UnpackedExport of) throws IOException {
        var said = new ByteArrayOutputStream();
        var file = of.zip(folder.resolve("audit.zip")).toString();
        var code =
                VerifyExport.run(
                        new PrintStream(said, true, UTF_8), file, "--key", keys.toString());
        return new Ran(code, said.toString(UTF_8));
    }

    private static Ran run(Path folder, List<String> command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment()
                .putAll(
                        Map.of(
                                "GO111MODULE",
                                "off",
                                "GOPATH",
                                GO_PACKAGES.toString(),
                                "GOCACHE",
                                tools.resolve("go-cache").toString(),
                                "GOFLAGS",
                                ""));
        var running = process.redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ran(running.exitValue(), said);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
