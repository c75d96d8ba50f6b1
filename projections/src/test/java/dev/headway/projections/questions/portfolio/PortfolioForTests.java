package dev.headway.projections.questions.portfolio;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.questions.gates.NextGateTable;
import dev.headway.projections.questions.nextsteps.OpenStepTable;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.watching.alerts.AlertsForTests;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of partnerships, put together over a database as the application does it. */
public final class PortfolioForTests {

    private PortfolioForTests() {}

    static WhatIsInThePortfolio question(
            JdbcClient database, WhatDoesTheProgramAskFor program, Clock clock) {
        return new WhatIsInThePortfolio(
                new PortfolioTable(database),
                pages(database, program, clock),
                new PortfolioCounts(database),
                program,
                new Cursors(database),
                new FairReads(1),
                clock);
    }

    /** One that reads and keeps nothing, for those who wait for it. */
    static Projection named(String name) {
        return new Projection() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public BatchHandler open() {
                return _ -> {};
            }
        };
    }

    public static WhichPartnershipsFit fitting(
            JdbcClient database, WhatDoesTheProgramAskFor program, Clock clock) {
        return new WhichPartnershipsFit(pages(database, program, clock), database);
    }

    public static AnswersBeside beside(JdbcClient database) {
        return new AnswersBeside(
                AlertsForTests.open(database),
                new NextGateTable(database),
                new WhyDoTheyStandStill(database, BusinessCalendar.WEEKDAYS_UTC),
                new PartneredWith(database));
    }

    private static PortfolioPages pages(
            JdbcClient database, WhatDoesTheProgramAskFor program, Clock clock) {
        return new PortfolioPages(
                new PortfolioList(database),
                program,
                new OpenStepTable(database),
                beside(database),
                clock);
    }
}
