package dev.headway.lifecycle.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./headway verify} itself, as the operations page tells, on a running service's export. */
@TestMethodOrder(OrderAnnotation.class)
class VerifyScriptTest {

    private static final Pattern CALLS =
            Pattern.compile(
                    "## Prove the record\n.*?^```bash\n(.*?)^```",
                    Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir private static Path folder;
    @TempDir private static Path keptFolder;

    private static BuiltCheckout checkout;
    private static SealedService service;
    private static long first;

    @BeforeAll
    static void exported() throws IOException, InterruptedException {
        checkout = BuiltCheckout.in(folder);
        service = SealedService.start(keptFolder);
        service.register(5, "Reef");
        first = service.keep(kept("first"));
        service.register(5, "Cove");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Path kept(String name) {
        return keptFolder.resolve(name);
    }

    private record Ran(int code, String said) {}

    private static Ran bash(String script) throws IOException, InterruptedException {
        var bash = checkout.bash(script, service.home(), service.port()).start();
        var said = new String(bash.getInputStream().readAllBytes(), UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ran(bash.exitValue(), said);
    }

    private static Ran verifyChanged(UnaryOperator<List<String>> change) throws Exception {
        return verify(export().withLines(lines -> change.apply(new ArrayList<>(lines))));
    }

    private static Ran verify(UnpackedExport export) throws Exception {
        export.zip(folder.resolve("changed.zip"));
        return bash("./headway verify changed.zip --key keys");
    }

    private static UnpackedExport export() throws IOException {
        return UnpackedExport.of(folder.resolve("audit.zip"));
    }

    private static void assertBad(Ran ran, long position) {
        assertThat(ran.said()).startsWith("BAD at position " + position + ": ");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void what_the_operations_page_tells_ends_well() throws Exception {
        var page = Files.readString(Path.of("../docs/operations.md"));
        var calls = CALLS.matcher(page);
        assertThat(calls.find()).isTrue();

        var events = service.events();
        var ran = bash(calls.group(1));

        assertThat(ran.said()).startsWith("GOOD " + events + " events");
        assertThat(ran.code()).isZero();
        service.keep(kept("second"));
    }

    @Test
    @Order(2)
    void a_flipped_byte_is_named() throws Exception {
        var entries = new String(export().bytes(UnpackedExport.ENTRIES), UTF_8);
        var at = entries.indexOf("Cove 1");
        var position = entries.substring(0, at).lines().count();

        assertBad(verify(export().flipped(UnpackedExport.ENTRIES, at)), position);
    }

    @Test
    @Order(2)
    void a_removed_line_is_named_in_the_middle_and_at_the_end() throws Exception {
        assertBad(verifyChanged(lines -> without(lines, 10)), 11);
        assertBad(
                verifyChanged(lines -> without(lines, lines.size() - 1)), export().lines().size());
    }

    private static List<String> without(List<String> lines, int index) {
        lines.remove(index);
        return lines;
    }

    @Test
    @Order(2)
    void swapped_streams_are_named() throws Exception {
        var ran =
                verifyChanged(
                        lines -> {
                            Collections.swap(lines, 3, 6);
                            return lines;
                        });
        assertBad(ran, 4);

        var streams = export().lines().stream().map(VerifyScriptTest::stream).distinct().toList();
        var one = streams.get(1);
        var other = streams.get(2);
        assertBad(
                verifyChanged(
                        lines ->
                                lines.stream()
                                        .map(line -> line.replace(one, "between"))
                                        .map(line -> line.replace(other, one))
                                        .map(line -> line.replace("between", other))
                                        .toList()),
                1 + export().lines().stream().map(VerifyScriptTest::stream).toList().indexOf(one));
    }

    private static String stream(String line) {
        return line.replaceFirst(".*\"stream\":\"([^\"]+)\".*", "$1");
    }

    @Test
    @Order(3)
    void a_rewritten_tail_is_named_by_what_was_kept_though_it_is_signed() throws Exception {
        service.forge(
                "update event set payload = replace(payload, 'Cove', 'Cave') where position > "
                        + first);
        service.fetch("export", folder.resolve("audit.zip"));

        assertThat(bash("./headway verify audit.zip --key keys").code()).isZero();
        assertBad(bash(againstKept()), first + 1);
    }

    @Test
    @Order(4)
    void a_forked_log_is_named_by_what_was_kept_though_it_is_signed() throws Exception {
        service.forge("delete from event where position > " + first);
        service.register(10, "Fork");
        service.fetch("export", folder.resolve("audit.zip"));

        assertThat(bash("./headway verify audit.zip --key keys").code()).isZero();
        assertBad(bash(againstKept()), first + 1);
    }

    private static String againstKept() {
        return "./headway verify audit.zip --key keys --checkpoint %s --checkpoint %s"
                .formatted(kept("first"), kept("second"));
    }
}
