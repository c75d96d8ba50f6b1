package dev.headway.projections.audit.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the lines of an export are written. */
public enum ExportFormat {
    JSONL(new JsonLines()),
    CSV(new CsvLines());

    private final LineFormat lines;

    ExportFormat(LineFormat lines) {
        this.lines = lines;
    }

    /** As they are asked for. */
    static List<String> words() {
        return Arrays.stream(values()).map(ExportFormat::word).toList();
    }

    /** As it is asked for, and as the file's name ends. */
    public String word() {
        return switch (this) {
            case JSONL -> "jsonl";
            case CSV -> "csv";
        };
    }

    static ExportFormat of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The name of the file in the zip. */
    public String file() {
        return "entries." + word();
    }

    /** By the name of the file. */
    public static Optional<ExportFormat> ofFile(String file) {
        return Arrays.stream(values()).filter(each -> each.file().equals(file)).findFirst();
    }

    public LineFormat lines() {
        return lines;
    }
}
