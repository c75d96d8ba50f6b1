package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.written.FoldedText;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.Steps.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program has for a partnership of its pattern in its stage, and what of it is planned. A
 * step is known by its title, however that is typed.
 *
 * @param stage where the partnership stands
 * @param entries in the order of the playbook
 */
public record Playbook(String stage, List<Entry> entries) {

    /**
     * A step of the playbook.
     *
     * @param dueOn the day that it proposes: so many after the stage was entered, and none that is
     *     over
     * @param stepId the step that was planned by that title in this life, or null
     */
    public record Entry(String title, String side, Instant dueOn, @Nullable String stepId) {

        public boolean wasPlanned() {
            return stepId != null;
        }
    }

    /**
     * @param zone where a day ends
     */
    public static Playbook of(Registered partnership, Policy policy, Instant now, ZoneId zone) {
        var facts = partnership.facts();
        var planned = facts.evidence().steps().byId().values();
        return new Playbook(
                partnership.stage().name(),
                policy.playbook(facts.pattern(), partnership.stage()).stream()
                        .map(
                                step ->
                                        new Entry(
                                                step.title(),
                                                step.side(),
                                                day(step, facts.lastMoveAt(), now, zone),
                                                planned.stream()
                                                        .filter(each -> isSame(each.title(), step))
                                                        .map(Step::stepId)
                                                        .sorted()
                                                        .findFirst()
                                                        .orElse(null)))
                        .toList());
    }

    Optional<Entry> find(String title) {
        return entries.stream().filter(each -> isSame(each.title(), title)).findFirst();
    }

    private static boolean isSame(String title, PlaybookStep step) {
        return isSame(title, step.title());
    }

    private static boolean isSame(String one, String other) {
        return new FoldedText(one).equals(new FoldedText(other));
    }

    private static Instant day(PlaybookStep step, Instant entered, Instant now, ZoneId zone) {
        var day = entered.atZone(zone).toLocalDate().plusDays(step.afterDays());
        var today = now.atZone(zone).toLocalDate();
        return (day.isBefore(today) ? today : day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
