package dev.headway.projections.questions.figures;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.figures.PartnershipFigures.Launch;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether launches that followed a playbook last longer than those that did not. */
final class PlaybookFigures {

    /**
     * What is planned later is planned by those who lasted so long: to count it would say that
     * playbooks help where it is lasting that helps.
     */
    private static final Duration IN_TIME = Duration.ofDays(30);

    private PlaybookFigures() {}

    /**
     * Launches, of every life the first.
     *
     * @param followed those with a step of a playbook planned by 30 days after
     * @param others those without
     */
    record Compared(Group followed, Group others) {}

    /**
     * @param days every tenth day that any of them has come to, up to the ninetieth
     */
    record Group(int launches, List<Day> days) {}

    /**
     * How they stood so many days of 24 hours after each launch.
     *
     * @param launches those that have come to that day
     * @param surviving in motion within the threshold of their stage
     * @param ended in SUNSET by then
     */
    record Day(
            int day,
            int launches,
            int surviving,
            int ghostTowns,
            int ended,
            @Nullable BigDecimal share) {}

    /** Null where none followed any. */
    static @Nullable Compared of(
            Collection<PartnershipFigures> partnerships, Thresholds thresholds, Instant now) {
        var followed = new ArrayList<Launch>();
        var others = new ArrayList<Launch>();
        for (var partnership : partnerships) {
            for (var launch : partnership.launches()) {
                var isFollowed = isFollowed(launch, partnership.life(launch.life()));
                (isFollowed ? followed : others).add(launch);
            }
        }
        return followed.isEmpty()
                ? null
                : new Compared(group(followed, thresholds, now), group(others, thresholds, now));
    }

    private static boolean isFollowed(Launch launch, @Nullable Life life) {
        return life != null
                && life.followedAt() != null
                && !life.followedAt().isAfter(launch.launchedAt().plus(IN_TIME));
    }

    private static Group group(List<Launch> launches, Thresholds thresholds, Instant now) {
        var silences = LaunchFigures.silences(thresholds);
        var days = new ArrayList<Day>();
        var samples = launches.isEmpty() ? 0 : launches.getFirst().samples().size();
        for (var sample = 0; sample < samples; sample++) {
            var surviving = 0;
            var ended = 0;
            var all = 0;
            for (var launch : launches) {
                if (!Launch.sampledAt(launch.launchedAt(), sample).isAfter(now)) {
                    var then = launch.samples().get(sample);
                    all++;
                    ended += then.isOver() ? 1 : 0;
                    surviving += !then.isOver() && then.isInMotion(silences) ? 1 : 0;
                }
            }
            if (all > 0) {
                days.add(
                        new Day(
                                sample * Launch.EVERY_DAYS,
                                all,
                                surviving,
                                all - surviving - ended,
                                ended,
                                StageFigures.share(surviving, all)));
            }
        }
        return new Group(launches.size(), days);
    }
}
