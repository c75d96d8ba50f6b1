package dev.headway.projections.questions.portfolio;

import dev.headway.projections.querying.csv.CsvColumns;
import dev.headway.projections.questions.gates.NextGateTable.CriteriaHeld;
import dev.headway.projections.questions.ghosttowns.Motion;
import dev.headway.projections.questions.nextsteps.NextStep;
import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the portfolio in CSV; empty where there is nothing. */
public final class PortfolioColumns {

    public static final CsvColumns<ListedPartnership> ALL =
            CsvColumns.<ListedPartnership>none()
                    .with("id", of(PortfolioItem::id))
                    .with("name", of(PortfolioItem::name))
                    .with("partnerName", of(item -> item.partner().name()))
                    .with("partnerType", of(item -> item.partner().type()))
                    .with("partnerWebsite", of(item -> item.partner().website()))
                    .with("segment", of(PortfolioItem::segment))
                    .with("pattern", of(PortfolioItem::pattern))
                    .with("stage", of(PortfolioItem::stage))
                    .with("stageSince", of(PortfolioItem::stageSince))
                    .with("daysInStage", of(PortfolioItem::daysInStage))
                    .with("classification", of(PortfolioItem::classification))
                    .with("owner", of(PortfolioItem::owner))
                    .with("seatsVacant", of(PortfolioItem::seatsVacant))
                    .with("lastMotionAt", motion(Motion::at))
                    .with("lastMotion", motion(Motion::summary))
                    .with("quietDays", of(PortfolioItem::quietDays))
                    .with("ghostTown", of(PortfolioItem::ghostTown))
                    .with("ghostAt", of(PortfolioItem::ghostAt))
                    .with("stepsSecured", of(PortfolioItem::stepsSecured))
                    .with("nextStep", step(NextStep::title))
                    .with("nextStepOwner", step(NextStep::owner))
                    .with("nextStepDueOn", step(NextStep::dueOn))
                    .with("openAlerts", of(PortfolioItem::openAlerts))
                    .with("openRules", ListedPartnership::openRules)
                    .with("criteriaHeld", gate(CriteriaHeld::held))
                    .with("criteriaOf", gate(CriteriaHeld::of))
                    .with("criteriaUnmet", gate(CriteriaHeld::unmet))
                    .with("standsStill", still(StandStill::sentence))
                    .with("action", still(StandStill::action))
                    .with("version", of(PortfolioItem::version));

    private PortfolioColumns() {}

    private static Function<ListedPartnership, @Nullable Object> of(
            Function<PortfolioItem, @Nullable Object> value) {
        return row -> value.apply(row.item());
    }

    private static Function<ListedPartnership, @Nullable Object> motion(
            Function<Motion, Object> value) {
        return row -> {
            var motion = row.item().lastMotion();
            return motion == null ? null : value.apply(motion);
        };
    }

    private static Function<ListedPartnership, @Nullable Object> step(
            Function<NextStep, Object> value) {
        return row -> {
            var next = row.nextStep();
            return next == null ? null : value.apply(next);
        };
    }

    private static Function<ListedPartnership, @Nullable Object> gate(
            Function<CriteriaHeld, Object> value) {
        return row -> {
            var held = row.criteriaHeld();
            return held == null ? null : value.apply(held);
        };
    }

    private static Function<ListedPartnership, @Nullable Object> still(
            Function<StandStill, Object> value) {
        return row -> {
            var why = row.standsStill();
            return why == null ? null : value.apply(why);
        };
    }
}
