package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.written.FoldedText;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Customers who used the combined experience: how often, and who. A customer is the same one
 * however the name is typed.
 *
 * @param count joint wins in all
 * @param customers the different customers among them, each as first typed, by folded name
 * @param latest what the newest one was, as evidence; empty when there is none
 */
public record JointWins(int count, PMap<FoldedText, String> customers, String latest) {

    static final JointWins NONE = new JointWins(0, HashTreePMap.empty(), "");

    JointWins plus(JointWinRecorded win) {
        var folded = new FoldedText(win.customer());
        return new JointWins(
                count + 1,
                customers.containsKey(folded) ? customers : customers.plus(folded, win.customer()),
                win.customer() + ": " + win.summary());
    }
}
