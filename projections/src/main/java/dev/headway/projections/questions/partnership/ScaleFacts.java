package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.CustomersNotified;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What carries a partnership at scale, and how it ends. */
record ScaleFacts(
        Map<String, Incentive> incentives,
        @Nullable Funding funding,
        @Nullable CustomerNotice customerNotice,
        @Nullable Ending ending) {

    static final ScaleFacts NONE = new ScaleFacts(Map.of(), null, null, null);

    record Incentive(String mechanism, Instant alignedAt) {}

    record Funding(String owner, @Nullable String ownerId, String summary, Instant fundedAt) {}

    record CustomerNotice(String how, Instant notifiedOn) {}

    record Ending(@Nullable String reasonCode, String reason) {}

    ScaleFacts evolve(IncentiveAligned event) {
        var incentive = new Incentive(event.mechanism(), event.effectiveAt());
        return new ScaleFacts(
                CopyOnChange.plus(incentives, event.actor(), incentive),
                funding,
                customerNotice,
                ending);
    }

    ScaleFacts evolve(SeamFunded event) {
        var funded =
                new Funding(event.owner(), event.ownerId(), event.summary(), event.effectiveAt());
        return new ScaleFacts(incentives, funded, customerNotice, ending);
    }

    ScaleFacts evolve(CustomersNotified event) {
        var notice = new CustomerNotice(event.how(), event.notifiedOn());
        return new ScaleFacts(incentives, funding, notice, ending);
    }

    ScaleFacts evolve(PartnershipSunset event) {
        var end = new Ending(event.reasonCode(), event.reason());
        return new ScaleFacts(incentives, funding, customerNotice, end);
    }
}
