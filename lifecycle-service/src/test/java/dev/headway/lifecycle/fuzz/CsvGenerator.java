package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.OpenApiContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Files for an import: good ones, and what spreadsheets and people make of them. */
final class CsvGenerator {

    /** Few, so that rows meet partnerships that an earlier file has brought. */
    private static final int KEYS = 300;

    private final OpenApiContract contract;
    private final Random random;
    private final TextGenerator words;

    CsvGenerator(OpenApiContract contract, Random random) {
        this.contract = contract;
        this.random = random;
        this.words = new TextGenerator(random);
    }

    byte[] any() {
        var columns =
                contract.at("/components/schemas/RowError/properties/column/enum")
                        .valueStream()
                        .map(column -> column.asString())
                        .collect(Collectors.toCollection(ArrayList::new));
        if (random.nextBoolean()) {
            Collections.shuffle(columns, random);
        }
        var file = rows(columns, random.nextInt(12));
        return switch (random.nextInt(160)) {
            case 0 -> (line(columns) + "\n" + "x\n".repeat(100_001)).getBytes(UTF_8);
            case 1 -> (line(columns) + "\n" + "x".repeat(33_000_000)).getBytes(UTF_8);
            case 2 -> line(Collections.nCopies(20_000, "x")).getBytes(UTF_8);
            case 3, 4 -> (line(columns) + ",more\n" + file).getBytes(UTF_8);
            case 5, 6 -> (line(columns) + "," + columns.getFirst() + "\n" + file).getBytes(UTF_8);
            case 7, 8 -> file.getBytes(UTF_16);
            case 9, 10 -> ("\uFEFF" + file).getBytes(UTF_8);
            case 11, 12 -> (file + "\"never closed").getBytes(UTF_8);
            case 13, 14 -> (file + "a,\"b\"c,d\n").getBytes(UTF_8);
            case 15, 16 -> (file + "\u0000,\u0001\n").getBytes(UTF_8);
            case 17, 18 -> file.replace(',', ';').getBytes(UTF_8);
            case 19, 20 -> file.replace('\n', '\r').getBytes(UTF_8);
            case 21 -> new byte[0];
            case 22 -> "\n\n\n".getBytes(UTF_8);
            case 23 -> (file + "\"" + "x".repeat(300_000) + "\"\n").getBytes(UTF_8);
            case 24 -> (file + ",".repeat(50_000)).getBytes(UTF_8);
            case 25 -> broken(file.getBytes(UTF_8));
            default -> file.getBytes(UTF_8);
        };
    }

    private byte[] broken(byte[] file) {
        file[random.nextInt(file.length)] = (byte) (128 + random.nextInt(128));
        return file;
    }

    private String rows(List<String> columns, int count) {
        var file = new StringBuilder(line(columns)).append('\n');
        for (int i = 0; i < count; i++) {
            file.append(line(columns.stream().map(this::value).toList())).append('\n');
        }
        return file.toString();
    }

    private String value(String column) {
        if (random.nextInt(60) == 0) {
            return words.any();
        }
        return switch (column) {
            case "externalKey" -> "key " + random.nextInt(KEYS);
            case "partnerType" -> words.one(List.copyOf(contract.words("PartnerType")));
            case "pattern" -> words.one(List.copyOf(contract.words("Pattern")));
            case "registeredAt" -> "2025-01-%02d".formatted(1 + random.nextInt(28));
            case "lastMotionAt" -> random.nextBoolean() ? "" : words.day(true);
            case "pilotAt", "launchAt", "scaledAt", "sunsetAt" ->
                    random.nextInt(4) > 0 ? "" : words.day(true);
            default -> words.any();
        };
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(
                        value ->
                                value.matches("[\\w -]*")
                                        ? value
                                        : "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
