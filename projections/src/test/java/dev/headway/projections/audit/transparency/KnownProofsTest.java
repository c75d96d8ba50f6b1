package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proofs of transparency-dev/merkle, good ones and others. One of theirs is good although its
 * roots are no hashes; nothing is ever proved of such roots here.
 */
class KnownProofsTest {

    @Test
    void a_leaf_is_proved_where_others_say_that_it_is() throws IOException {
        var known = known("inclusion.jsonl");

        assertThat(known).hasSize(98).allSatisfy(each -> agrees(each, KnownProofsTest::includes));
    }

    @Test
    void a_tree_grew_where_others_say_that_it_did() throws IOException {
        var known = known("consistency.jsonl");

        assertThat(known).hasSize(98).allSatisfy(each -> agrees(each, KnownProofsTest::grew));
    }

    private static void agrees(JsonNode proof, Predicate<JsonNode> good) {
        boolean holds;
        try {
            holds = good.test(proof);
        } catch (IllegalArgumentException | JsonNodeException noHash) {
            holds = false;
        }
        assertThat(holds)
                .as(proof.path("desc").asString())
                .isEqualTo(!proof.path("wantErr").asBoolean() && hasHashes(proof));
    }

    private static boolean hasHashes(JsonNode proof) {
        return !proof.path("desc").asString().equals("sizes are equal (one) and proof is empty");
    }

    private static boolean includes(JsonNode proof) {
        return MerkleProof.includes(
                hash(proof, "leafHash"),
                proof.path("leafIdx").asLong(),
                proof.path("treeSize").asLong(),
                hash(proof, "root"),
                hashes(proof));
    }

    private static boolean grew(JsonNode proof) {
        return MerkleProof.grew(
                proof.path("size1").asLong(),
                hash(proof, "root1"),
                proof.path("size2").asLong(),
                hash(proof, "root2"),
                hashes(proof));
    }

    private static TreeHash hash(JsonNode proof, String name) {
        return TreeHash.parse(proof.path(name).asString());
    }

    private static List<TreeHash> hashes(JsonNode proof) {
        return proof.path("proof")
                .valueStream()
                .map(JsonNode::asString)
                .map(TreeHash::parse)
                .toList();
    }

    private static List<JsonNode> known(String file) throws IOException {
        var name = "/transparency-dev-merkle/" + file;
        try (var in = Objects.requireNonNull(KnownProofsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
        }
    }
}
