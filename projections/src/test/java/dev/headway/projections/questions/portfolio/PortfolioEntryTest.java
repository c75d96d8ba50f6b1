package dev.headway.projections.questions.portfolio;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.questions.partnership.WhatIsKnownOfAPartnershipTest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortfolioEntryTest {

    @Test
    void an_event_on_which_it_does_not_depend_changes_nothing_but_the_version() {
        var log = new InMemoryEventLog();
        log.happened("p", WhatIsKnownOfAPartnershipTest.aWholeLife());
        log.happened(
                "p",
                new PartnershipRenamed("Acme & Co", at("2026-01-26")),
                new PatternChosen("CO_SELL", at("2026-01-26")),
                new SeatVacated("SUPPORT", at("2026-01-26")),
                planned("s2", "2026-04-01"),
                new StepDropped("s2", "Obsolete", at("2026-01-26")),
                new MotionImported(at("2026-01-26")),
                new PartnershipSteppedBack("LAUNCH", "PILOT", "Early", at("2026-01-27")),
                sunset("2026-01-28"),
                revived("2026-01-29"));

        var seen = new TreeSet<Boolean>();
        @Nullable PortfolioEntry before = null;
        for (var recorded : log.all()) {
            var after = PortfolioEntry.evolve(before, recorded);
            var depends = PortfolioEntry.dependsOn((PartnershipEvent) recorded.event());
            if (!depends) {
                assertThat(after)
                        .as(recorded.toString())
                        .usingRecursiveComparison()
                        .ignoringFields("version")
                        .isEqualTo(before);
            }
            seen.add(depends);
            before = after;
        }
        assertThat(seen).isEqualTo(Set.of(true, false));
    }
}
