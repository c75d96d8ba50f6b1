package dev.headway.lifecycle.webhooks.stored;

/**
 * Where a webhook is, and what its requests are signed with. Both are credentials.
 *
 * @param secret as Standard Webhooks 1.0 writes it
 */
public record Target(String url, String secret) {

    /** Shows nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "Target[hidden]";
    }
}
