package dev.headway.lifecycle.partnership;

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
record Wins(int count, PSet<String> customers, String latest) {

    static final Wins NONE = new Wins(0, HashTreePSet.empty(), "");

    Wins plus(JointWinRecorded win) {
        return new Wins(
                count + 1, customers.plus(win.customer()), win.customer() + ": " + win.summary());
    }
}
