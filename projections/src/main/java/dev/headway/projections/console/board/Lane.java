package dev.headway.projections.console.board;

import java.util.List;

/**
 * What of one stage is shown.
 *
 * @param stage as the API names it
 * @param count how many there are under the filters, in words
 * @param beside how long they stay, or of how many these are, in words; empty where nobody knows
 * @param ofAll how many there are whatever the filters; zero where nobody counted
 * @param ghosts how many of them are ghost towns, where anybody counted
 * @param more where the next page is; empty at the end
 */
public record Lane(
        String stage,
        String count,
        String beside,
        int ofAll,
        int ghosts,
        List<Card> cards,
        String more) {

    /** Of the frame that the next page comes into, as its own answer names it. */
    public String moreId() {
        return frame(more);
    }

    /** How many there are; zero where nobody counted. */
    public int total() {
        return count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : 0;
    }

    static String frame(String address) {
        return "more-" + Integer.toHexString(address.hashCode());
    }
}
