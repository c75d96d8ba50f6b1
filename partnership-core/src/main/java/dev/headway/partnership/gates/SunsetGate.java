package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent.CustomersNotified;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.Text;
import dev.headway.partnership.gates.Criterion.Finding;
import dev.headway.partnership.state.Obligations.Obligation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any active stage → SUNSET: end it on purpose, owing nothing, with the customers told. */
final class SunsetGate {

    static final Gate GATE =
            new Gate(
                    Stage.SUNSET,
                    List.of(
                            new Criterion(
                                    "reason-given",
                                    "The move says why, with a code and in words",
                                    SunsetGate::reasonIsGiven),
                            new Criterion(
                                    "obligations-discharged",
                                    "Nothing is owed any more",
                                    SunsetGate::obligationsAreDischarged),
                            new Criterion(
                                    "customers-notified",
                                    "The customers are told, if there ever were any",
                                    SunsetGate::customersAreNotified)));

    private SunsetGate() {}

    private static Finding reasonIsGiven(GateContext context) {
        var code = isGiven(context.reasonCode());
        var words = isGiven(context.reason());
        var have =
                code && words
                        ? "code and words"
                        : code ? "a code only" : words ? "words only" : "neither";
        return new Finding(code && words, have, "a code and words", context.reason());
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && Text.isVisible(text);
    }

    private static Finding obligationsAreDischarged(GateContext context) {
        var open = context.facts().obligations().open();
        return new Finding(
                open.isEmpty(),
                open.isEmpty()
                        ? "0 open"
                        : open.size()
                                + " open: "
                                + Excerpt.of(open.stream().map(Obligation::what).toList(), "; "),
                "0 open",
                null);
    }

    private static Finding customersAreNotified(GateContext context) {
        var need = "a notice to the customers";
        if (!context.facts().hadCustomers()) {
            return new Finding(true, "no customer ever used it", need, null);
        }
        return context.latest(CustomersNotified.class)
                .map(
                        notice -> {
                            var have = notice.how() + ", " + notice.notifiedOn();
                            return context.hasBegun(notice.notifiedOn())
                                    ? new Finding(true, have, need, have)
                                    : new Finding(false, have + ", not yet", need, null);
                        })
                .orElseGet(() -> new Finding(false, "nothing recorded", need, null));
    }
}
