package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Customers who used the combined experience: how often, and who.
 *
 * @param count joint wins in all
 * @param customers the different customers among them
 * @param latest what the newest one was, as evidence; empty when there is none
 */
public record JointWins(int count, PSet<String> customers, String latest) {

    static final JointWins NONE = new JointWins(0, HashTreePSet.empty(), "");

    JointWins plus(JointWinRecorded win) {
        return new JointWins(
                count + 1, customers.plus(win.customer()), win.customer() + ": " + win.summary());
    }
}
