package dev.headway.projections.chat.rendering;

/**
 * Where messages lead. Services fetch what they find in a message: a GET never changes anything.
 */
public record Links(String publicUrl) {

    public Links {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    String partnership(String id) {
        return publicUrl + "/partnerships/" + id;
    }

    /** All alerts that wait for somebody. */
    String alerts() {
        return publicUrl + "/alerts?status=OPEN";
    }

    /** The page on which whoever has signed in acknowledges it. */
    String acknowledge(String alertId) {
        return publicUrl + "/alerts/" + alertId + "/take";
    }
}
