package dev.headway.projections.console.facts;

import dev.headway.projections.console.layout.Notice;
import java.util.List;

/**
 * A name that no account here has, where somebody of ours was asked for.
 *
 * @param meant those who may be meant by it
 */
public record Stranger(String name, List<String> meant) {

    /** What is said of it, in which {@code {name}} stands for {@link #shown}. */
    String sentence() {
        return meant.isEmpty()
                ? "No account is called {name}: it is kept as a name."
                : "It is kept as a name, since no account is called exactly so; meant may be {name}";
    }

    /** Whose name stands in the sentence. */
    public String shown() {
        return meant.isEmpty() ? name : String.join(", ", meant);
    }

    /** What stands before the name that is shown. */
    public String before() {
        return Notice.before(sentence());
    }

    /** What stands after it. */
    public String after() {
        return Notice.after(sentence());
    }
}
