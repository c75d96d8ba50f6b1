package dev.headway.projections.chat.rendering;

/**
 * Where messages lead. Services fetch what they find in a message: a GET never changes anything.
 */
public record Links(String publicUrl) {

    public Links {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    String partnership(String id) {
        return publicUrl + "/api/v1/partnerships/" + id;
    }

    /** All alerts that wait for somebody. */
    String alerts() {
        return publicUrl + "/api/v1/alerts?status=OPEN";
    }

    /** The page that asks whoever opens it for a token before it acknowledges. */
    String acknowledge(String alertId) {
        return publicUrl + "/alerts/" + alertId + "/acknowledge";
    }
}
