package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.lifecycle.people.Owner;

/** Gives an alert to somebody else, as long as it is of the one who hands over. */
record HandOverAlert(String alertId, Owner from, Owner to) implements AlertCommand {

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext context) {
        var owner = alert.owner();
        return owner == null || !from.isMeantBy(owner.name(), owner.id())
                ? new AlertDecision.NothingNew()
                : new AlertDecision.Responded(
                        new AlertHandedOver(
                                alertId,
                                alert.partnershipId(),
                                alert.rule(),
                                to.name(),
                                to.id(),
                                context.now()));
    }
}
