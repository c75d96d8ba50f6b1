package dev.headway.projections.console.layout;

/**
 * Whose things a page is narrowed to. An empty owner is nobody, as the API has it, so a form says
 * everybody by a word.
 */
public final class OwnerChoice {

    private static final String OWNER = "owner";
    private static final String EVERYBODY = "all";

    private OwnerChoice() {}

    /** Whether a parameter narrows: others do not where they are empty. */
    public static boolean narrows(String name, String value) {
        return name.equals(OWNER) ? !value.equals(EVERYBODY) : !value.isBlank();
    }
}
