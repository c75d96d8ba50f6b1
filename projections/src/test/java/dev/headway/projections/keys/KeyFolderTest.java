package dev.headway.projections.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.written.SealedText;
import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.personal.UnknownKeyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");
    private static final String ADA = PersonalText.named("Ada Okafor");

    @TempDir Path home;

    private String secret = "";

    @BeforeEach
    void setUp() {
        secret = MasterKey.newSecret(new SecureRandom());
    }

    @Test
    void a_text_is_sealed_the_same_way_on_every_node_and_after_every_start() {
        var one = new PersonalText(keys());
        var other = new PersonalText(keys());

        var sealed = one.seal(null, "Ada Okafor");

        assertThat(SealedText.isOne(sealed)).isTrue();
        assertThat(other.seal(null, "Ada Okafor")).isEqualTo(sealed);
        assertThat(other.open("by " + sealed + ", then")).isEqualTo("by Ada Okafor, then");
    }

    @Test
    void spellings_of_one_name_are_under_one_key_and_two_people_of_one_name_are_not() {
        var texts = new PersonalText(keys());

        var one = SealedText.parse(texts.seal(null, "Ada Okafor")).orElseThrow();
        var other = SealedText.parse(texts.seal(null, "ADA  OKAFOR")).orElseThrow();
        var person = SealedText.parse(texts.seal("p-1", "Ada Okafor")).orElseThrow();

        assertThat(other.keyId()).isEqualTo(one.keyId());
        assertThat(other.ciphertext()).isNotEqualTo(one.ciphertext());
        assertThat(person.keyId()).isNotEqualTo(one.keyId());
    }

    @Test
    void nothing_opens_what_was_sealed_under_a_destroyed_key_on_any_node() {
        var keys = keys();
        var texts = new PersonalText(keys);
        var sealed = texts.seal(null, "Ada Okafor");
        assertThat(texts.open(sealed)).isEqualTo("Ada Okafor");

        keys.destroy(ADA, false, NOW);

        assertThat(texts.open(sealed)).isEqualTo("(forgotten)");
        assertThat(new PersonalText(keys()).open(sealed)).isEqualTo("(forgotten)");
        assertThat(keys.find(ADA)).isEmpty();
        assertThat(everythingIn(home)).doesNotContain("Ada").doesNotContain("Okafor");
    }

    @Test
    void whoever_is_named_again_afterwards_has_another_key() {
        var keys = keys();
        var texts = new PersonalText(keys);
        var before = texts.seal(null, "Ada Okafor");
        keys.destroy(ADA, false, NOW);

        var after = texts.seal(null, "Ada Okafor");

        assertThat(after).isNotEqualTo(before);
        assertThat(texts.open(before + " " + after)).isEqualTo("(forgotten) Ada Okafor");
    }

    @Test
    void a_folder_that_comes_back_from_a_copy_opens_nothing_that_was_destroyed() throws Exception {
        var texts = new PersonalText(keys());
        var sealed = texts.seal(null, "Ada Okafor");
        var copy = home.resolve("copy");
        copy(home.resolve("people-keys"), copy);
        keys().destroy(ADA, false, NOW);
        copy(copy, home.resolve("people-keys"));

        var restored = new PersonalText(keys());

        assertThat(restored.open(sealed)).isEqualTo("(forgotten)");
        assertThat(restored.seal(null, "Ada Okafor")).isNotEqualTo(sealed);
    }

    @Test
    void a_key_that_is_not_there_is_an_error_and_not_forgotten() throws Exception {
        var sealed = new PersonalText(keys()).seal(null, "Ada Okafor");
        try (var files = Files.list(home.resolve("people-keys/keys"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> new PersonalText(keys()).open(sealed))
                .isInstanceOf(UnknownKeyException.class);
    }

    @Test
    void another_master_key_opens_nothing() {
        var sealed = new PersonalText(keys()).seal("p-1", "Ada Okafor");
        var keyId = SealedText.parse(sealed).orElseThrow().keyId();
        secret = MasterKey.newSecret(new SecureRandom());

        assertThatThrownBy(() -> keys().byId(keyId)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nodes_that_seal_at_the_same_time_seal_under_one_key() {
        var nodes = IntStream.range(0, 16).mapToObj(_ -> new PersonalText(keys())).toList();

        var sealed =
                nodes.parallelStream()
                        .map(node -> node.seal(null, "Ada Okafor"))
                        .distinct()
                        .toList();

        assertThat(sealed).hasSize(1);
    }

    @Test
    void what_a_crash_left_of_a_destroyed_key_is_gone_after_the_next_start() throws Exception {
        var texts = new PersonalText(keys());
        var sealed = texts.seal(null, "Ada Okafor");
        var file = home.resolve("people-keys/keys").resolve(keyOf(sealed));
        var bytes = Files.readAllBytes(file);
        keys().destroy(ADA, false, NOW);
        Files.write(file, bytes);

        new RemainsOfKeys(home.resolve("people-keys"), destroyed());

        assertThat(file).doesNotExist();
        assertThat(new PersonalText(keys()).open(sealed)).isEqualTo("(forgotten)");
    }

    @Test
    void a_node_that_meets_a_key_while_another_destroys_it_reads_it_as_forgotten()
            throws Exception {
        var sealed = new PersonalText(keys()).seal(null, "Ada Okafor");
        var late = keys();
        assertThat(late.isDestroyed(keyOf(sealed))).isFalse();

        keys().destroy(ADA, false, NOW);

        assertThat(new PersonalText(late).open(sealed)).isEqualTo("(forgotten)");
        assertThat(new PersonalText(late).seal(null, "Ada Okafor")).isNotEqualTo(sealed);
    }

    @Test
    void destroyed_by_many_at_once_it_is_destroyed() {
        var sealed = new PersonalText(keys()).seal(null, "Ada Okafor");
        var nodes = IntStream.range(0, 16).mapToObj(_ -> keys()).toList();

        nodes.parallelStream().forEach(node -> node.destroy(ADA, true, NOW));

        assertThat(keys().isDestroyed(keyOf(sealed))).isTrue();
        assertThat(keys().destroyedKeyOf(ADA)).hasValue(keyOf(sealed));
    }

    @Test
    void a_line_that_power_cut_short_takes_no_key_with_it() throws Exception {
        var ada = new PersonalText(keys()).seal(null, "Ada Okafor");
        var register = home.resolve("destroyed-keys/destroyed-keys");
        Files.writeString(register, "\nabcdef");

        keys().destroy(ADA, false, NOW);

        assertThat(keys().isDestroyed(keyOf(ada))).isTrue();
        assertThat(Files.readAllLines(register)).hasSize(3);
    }

    @Test
    void a_key_of_sessions_that_was_overwritten_and_not_gone_yet_is_replaced() throws Exception {
        var sessions = sessions();
        var sealed = sessions.sealed(new byte[] {1, 2, 3});
        var file = home.resolve("people-keys/session-key.secret");
        Files.writeString(file, "0".repeat((int) Files.size(file)));

        var after = sessions();

        assertThat(after.opened(sealed)).isEmpty();
        assertThat(after.opened(after.sealed(new byte[] {4}))).isPresent();
    }

    private static String keyOf(String sealed) {
        return SealedText.parse(sealed).orElseThrow().keyId();
    }

    private DestroyedKeys destroyed() {
        return new DestroyedKeys(OwnerOnlyFolder.at(home.resolve("destroyed-keys")));
    }

    private SessionKey sessions() {
        return new SessionKey(
                OwnerOnlyFolder.at(home.resolve("people-keys")), destroyed(), new SecureRandom());
    }

    private KeyFolder keys() {
        var folder = home.resolve("people-keys");
        return new KeyFolder(
                folder, destroyed(), sessions(), new MasterKey(secret), new SecureRandom());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private static String everythingIn(Path folder) {
        try (var files = Files.walk(folder)) {
            var all = new StringBuilder();
            for (var file : files.toList()) {
                all.append(file).append('\n');
                if (Files.isRegularFile(file)) {
                    all.append(Files.readString(file));
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
