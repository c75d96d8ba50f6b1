package dev.headway.lifecycle.webhooks.sending;

/** Where it is recorded that a webhook is given up. */
public interface Disabling {

    /**
     * Gives one up, unless somebody has changed something about it since.
     *
     * @param seen the version of it that took nothing
     * @param because of what, in words that name no address
     * @param correlationId of the request that was the last
     */
    void disable(String webhookId, long seen, String because, String correlationId);
}
