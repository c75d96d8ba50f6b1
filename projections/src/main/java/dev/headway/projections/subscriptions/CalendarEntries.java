package dev.headway.projections.subscriptions;

import dev.headway.projections.personal.AnsweredText;
import dev.headway.projections.questions.nextsteps.DatedSteps;
import dev.headway.projections.questions.nextsteps.DatedSteps.DatedStep;
import dev.headway.projections.questions.portfolio.OwnedPartnerships;
import dev.headway.projections.tables.OwnerKey;
import dev.headway.projections.watching.alerts.WatchedDates;
import dev.headway.projections.watching.alerts.WatchedDates.WatchedDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What is due: the open steps that somebody owns, and the dates of the partnerships whose
 * relationship they hold; or everybody's.
 */
@Component
class CalendarEntries {

    /** Of each kind; more than a calendar shows in a year. */
    private static final int MOST = 2_000;

    private final DatedSteps steps;
    private final OwnedPartnerships owned;
    private final WatchedDates dates;

    CalendarEntries(DatedSteps steps, OwnedPartnerships owned, WatchedDates dates) {
        this.steps = steps;
        this.owned = owned;
        this.dates = dates;
    }

    List<CalendarEntry> ofEverybody() {
        return entries(steps.of(null, MOST), dates.of(null, MOST));
    }

    List<CalendarEntry> of(String personId) {
        var owner = OwnerKey.ofPerson(personId);
        return entries(steps.of(owner, MOST), dates.of(owned.of(owner, MOST), MOST));
    }

    private static List<CalendarEntry> entries(List<DatedStep> steps, List<WatchedDate> dates) {
        return Stream.concat(
                        steps.stream().map(CalendarEntries::step),
                        dates.stream().map(CalendarEntries::date))
                .toList();
    }

    private static CalendarEntry step(DatedStep step) {
        return new CalendarEntry(
                "step-" + step.stepId(),
                step.partnershipId(),
                step.dueOn(),
                "%s: %s (%s)"
                        .formatted(
                                step.partnershipName(),
                                step.title(),
                                AnsweredText.open(step.owner())));
    }

    private static CalendarEntry date(WatchedDate date) {
        var what =
                switch (date.occasion()) {
                    case PILOT_ENDS -> "the pilot ends";
                    case PARKED_UNTIL -> "parked until today";
                    case REVIEW -> "review, by the agreed rhythm";
                };
        return new CalendarEntry(
                date.occasion().word() + "-" + date.partnershipId(),
                date.partnershipId(),
                date.on(),
                "%s: %s".formatted(date.partnershipName(), what));
    }
}
