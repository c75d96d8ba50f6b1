package dev.headway.projections.questions.carriers;

import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.carriers.CarriedBy.Person;
import dev.headway.projections.questions.histories.EveryHistory;
import dev.headway.projections.questions.histories.RememberedHistories;
import dev.headway.projections.tables.OwnerKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who leaves most behind? Whoever carries launched partnerships alone, if they go. */
@RestController
class WhoLeavesMostBehind {

    private static final int MOST_PARTNERSHIPS = 100;

    private final RememberedHistories<ToldMotion> memory =
            new RememberedHistories<>(ToldMotion::of);
    private final EveryHistory histories;
    private final FairReads reads;
    private final Clock clock;

    WhoLeavesMostBehind(EveryHistory histories, FairReads reads, Clock clock) {
        this.histories = histories;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @param partnerships how many are in LAUNCH or SCALED and moved often enough to say anything
     * @param carriedByOne how many of them one person carries
     * @param people who leaves most behind first
     * @param unreadable how many partnerships are missing, which this version cannot read
     */
    record Answer(
            Instant at,
            Instant since,
            int partnerships,
            int carriedByOne,
            List<Carrier> people,
            int unreadable) {}

    /**
     * Somebody who moved such partnerships.
     *
     * @param carries how many they carry alone
     * @param moves how many they moved at all
     * @param motions how often
     * @param seats how many seats of these partnerships they hold
     * @param partnershipIds what they carry alone, at most a hundred
     */
    record Carrier(
            @Nullable String id,
            String name,
            int carries,
            int moves,
            int motions,
            int seats,
            List<String> partnershipIds) {}

    @MayRead
    @ReadsFrom(EveryHistory.POSITION)
    @GetMapping("/api/v1/portfolio/carriers")
    Answer answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("carriers", parameters);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var told = reads.inTurn(() -> histories.tell(memory));
        var now = clock.instant();
        var people = new HashMap<String, Tally>();
        var partnerships = 0;
        var carriedByOne = 0;
        for (var each : told.all()) {
            var carried = each.at(now);
            if (each.stage().isLaunched() && carried.saysAnything()) {
                var isByOne = carried.fallsWithOne();
                partnerships++;
                carriedByOne += isByOne ? 1 : 0;
                count(each.partnershipId(), carried, isByOne, people);
            }
        }
        return new Answer(
                now,
                now.minus(CarriedMotion.COUNTS_FOR),
                partnerships,
                carriedByOne,
                people.values().stream()
                        .map(Tally::told)
                        .sorted(
                                Comparator.comparingInt((Carrier each) -> -each.carries())
                                        .thenComparingInt(each -> -each.motions())
                                        .thenComparing(Carrier::name))
                        .limit(limit)
                        .toList(),
                told.unreadable());
    }

    private static void count(
            String partnershipId, CarriedBy carried, boolean isByOne, Map<String, Tally> people) {
        var isFirst = true;
        for (var person : carried.people()) {
            if (person.motions() > 0) {
                people.computeIfAbsent(
                                OwnerKey.of(person.name(), person.id()), _ -> new Tally(person))
                        .add(person, isByOne && isFirst ? partnershipId : null);
                isFirst = false;
            }
        }
    }

    /** What is counted of one of them. */
    private static final class Tally {

        private final Person person;
        private final List<String> alone = new ArrayList<>();
        private int moves;
        private int motions;
        private int seats;

        Tally(Person person) {
            this.person = person;
        }

        void add(Person in, @Nullable String carriedAlone) {
            moves++;
            motions += in.motions();
            seats += in.seats().size();
            if (carriedAlone != null) {
                alone.add(carriedAlone);
            }
        }

        Carrier told() {
            return new Carrier(
                    person.id(),
                    person.name(),
                    alone.size(),
                    moves,
                    motions,
                    seats,
                    alone.stream().sorted().limit(MOST_PARTNERSHIPS).toList());
        }
    }
}
