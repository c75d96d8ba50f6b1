package dev.headway.lifecycle.imports.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was created, or would be, though others are called the same.
 *
 * @param line of the file, where it begins
 */
public record TwinRow(int line, String externalKey, List<Twin> twins) {

    /** How many of them a run keeps. */
    public static final int MOST = 100;

    /**
     * One that is called the same, with a partner who is called the same.
     *
     * @param partnershipId where it is in already; else null
     * @param line where it is another row of the file; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Twin(String name, @Nullable String partnershipId, @Nullable Integer line) {}
}
