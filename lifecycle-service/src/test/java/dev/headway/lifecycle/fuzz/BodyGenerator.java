package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.OpenApiContract;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation reads: what its schema says, and everything else that fits into a body. */
final class BodyGenerator {

    private static final List<String> ODD_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "application/json;;;",
                    "*/*",
                    "application/*",
                    "application/*+json",
                    "application/problem+json",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "json",
                    "",
                    "text/csv; charset=iso-8859-1",
                    "APPLICATION/JSON",
                    "a/b, application/json",
                    "application/json; a=\"\u00FF\u0080",
                    "x".repeat(2_000));

    private static final List<String> ENCODINGS =
            List.of(
                    "UTF-16",
                    "UTF-16LE",
                    "UTF-16BE",
                    "UTF-32",
                    "ISO-8859-1",
                    "windows-1252",
                    "IBM500");

    private final OpenApiContract contract;
    private final KnownResources living;
    private final Random random;

    BodyGenerator(OpenApiContract contract, KnownResources living, Random random) {
        this.living = living;
        this.contract = contract;
        this.random = random;
    }

    /**
     * @param contentType null for none
     */
    record Sent(@Nullable String contentType, byte[] bytes) {}

    Sent of(FuzzedOperation.Body body, @Nullable String nextStage) {
        var bytes = bytes(body, nextStage);
        return switch (random.nextInt(40)) {
            case 0 -> new Sent(ODD_TYPES.get(random.nextInt(ODD_TYPES.size())), bytes);
            case 1 -> new Sent(random.nextBoolean() ? null : body.contentType(), new byte[0]);
            default -> new Sent(body.contentType(), bytes);
        };
    }

    private byte[] bytes(FuzzedOperation.Body body, @Nullable String nextStage) {
        if (!body.contentType().equals("application/json")) {
            return new CsvGenerator(contract, random).any();
        }
        var json = valid(body, nextStage);
        return switch (random.nextInt(100)) {
            case 0 -> huge(json);
            case 1, 2 -> json.toString().getBytes(Charset.forName(one(ENCODINGS)));
            case 3 -> ("\uFEFF" + json).getBytes(UTF_8);
            case 4, 5 -> garbled(json.toString().getBytes(UTF_8));
            case 6 -> noise();
            case 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 ->
                    new JsonMutator(random).of(json).getBytes(UTF_8);
            default -> json.toString().getBytes(UTF_8);
        };
    }

    private JsonNode valid(FuzzedOperation.Body body, @Nullable String nextStage) {
        if (body.example() != null && random.nextInt(6) == 0) {
            return body.example();
        }
        var beyond = random.nextInt(5) == 0 ? 0.2 : 0;
        var json = new ValueGenerator(contract, random, beyond).of("", body.schema());
        if (nextStage != null && json.has("to") && random.nextInt(3) > 0) {
            ((ObjectNode) json).put("to", nextStage);
        }
        if (random.nextInt(5) > 0) {
            nameSomeOf("partners", "partnerId", json);
            nameSomeOf("partners", "into", json);
        }
        return json;
    }

    /** One that exists, where a body names one at its top. */
    private void nameSomeOf(String kind, String field, JsonNode json) {
        if (json instanceof ObjectNode body && body.has(field)) {
            living.some(kind, random).ifPresent(each -> body.put(field, each.id()));
        }
    }

    /** About as long as a body may be, or longer; valid but for that. */
    private byte[] huge(JsonNode json) {
        var length = one(List.of(999_990, 1_000_001, 2_500_000));
        return (" ".repeat(Math.max(0, length - json.toString().length())) + json).getBytes(UTF_8);
    }

    private byte[] garbled(byte[] bytes) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
