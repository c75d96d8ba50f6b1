package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.histories.EveryHistory;
import dev.headway.projections.questions.histories.RememberedHistories;
import dev.headway.projections.questions.portfolio.DescribedPartnerships.Described;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How balanced is it? The scorecard of one partnership, or of the portfolio. */
@RestController
class HowBalancedIsIt {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_EVENTS_OF_GROUP = 20;
    private static final int MOST_GROUPS = 100;

    private static final String NONE = "";
    private static final List<String> GROUPS = List.of("pattern", "segment", "owner", "type");

    private final RememberedHistories<ToldScore> memory;
    private final EveryHistory histories;
    private final BusinessCalendar calendar;
    private final FairReads reads;
    private final Clock clock;

    HowBalancedIsIt(
            EveryHistory histories, BusinessCalendar calendar, FairReads reads, Clock clock) {
        this.memory = new RememberedHistories<>(history -> ToldScore.of(history, calendar.zone()));
        this.histories = histories;
        this.calendar = calendar;
        this.reads = reads;
        this.clock = clock;
    }

    /** The card of one. */
    record OfPartnership(Instant at, @Nullable String quarter, Scorecard scorecard) {}

    /**
     * The card of all.
     *
     * @param unreadable how many partnerships are missing, which this version cannot read
     * @param groups those with the most partnerships, at most so many; none where none are asked
     *     for
     * @param moreGroups how many more there are
     */
    record OfPortfolio(
            Instant at,
            @Nullable String quarter,
            int partnerships,
            int unreadable,
            Scorecard scorecard,
            List<Group> groups,
            int moreGroups) {}

    /**
     * @param of the pattern, segment, owner or type; null for those without one
     */
    record Group(@Nullable String of, int partnerships, Scorecard scorecard) {}

    @MayRead
    @ReadsFrom(EveryHistory.POSITION)
    @GetMapping("/api/v1/partnerships/{id}/scorecard")
    OfPartnership answer(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("scorecard of " + id, parameters);
        var quarter = quarter(query);
        query.throwIfInvalid();
        var history = histories.of(id).orElseThrow(NotFoundException::partnership);
        var now = clock.instant();
        var told = ToldScore.of(history, calendar.zone());
        return new OfPartnership(
                now,
                quarter == null ? null : quarter.toString(),
                Scorecard.of(observed(List.of(told), quarter, now), MOST_EVENTS));
    }

    @MayRead
    @ReadsFrom(EveryHistory.POSITION)
    @GetMapping("/api/v1/portfolio/scorecard")
    OfPortfolio answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("scorecard", parameters);
        var by = query.oneOf("by", GROUPS, NONE);
        var quarter = quarter(query);
        query.throwIfInvalid();
        var told = reads.inTurn(() -> histories.tell(memory));
        var now = clock.instant();
        var groups = by.equals(NONE) ? List.<Group>of() : groups(told.all(), by, quarter, now);
        return new OfPortfolio(
                now,
                quarter == null ? null : quarter.toString(),
                told.all().size(),
                told.unreadable(),
                Scorecard.of(observed(told.all(), quarter, now), MOST_EVENTS),
                groups.stream().limit(MOST_GROUPS).toList(),
                Math.max(0, groups.size() - MOST_GROUPS));
    }

    private List<Group> groups(
            Collection<ToldScore> all, String by, @Nullable Quarter quarter, Instant now) {
        Map<String, List<ToldScore>> groups = new TreeMap<>();
        for (var each : all) {
            groups.computeIfAbsent(key(each.partnership(), by), _ -> new ArrayList<>()).add(each);
        }
        return groups.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<String, List<ToldScore>> each) ->
                                                -each.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                .map(each -> group(each.getValue(), by, quarter, now))
                .toList();
    }

    private Group group(List<ToldScore> some, String by, @Nullable Quarter quarter, Instant now) {
        return new Group(
                shown(some.getFirst().partnership(), by),
                some.size(),
                Scorecard.of(observed(some, quarter, now), MOST_EVENTS_OF_GROUP));
    }

    /** What partnerships are put together by; a segment is one however it is typed. */
    private static String key(Described partnership, String by) {
        var shown = shown(partnership, by);
        return switch (by) {
            case "owner" -> Objects.requireNonNullElse(partnership.owner(), NONE);
            case "segment" -> shown == null ? NONE : new FoldedText(shown).text();
            default -> Objects.requireNonNullElse(shown, NONE);
        };
    }

    private static @Nullable String shown(Described partnership, String by) {
        return switch (by) {
            case "pattern" -> partnership.pattern();
            case "segment" -> partnership.segment();
            case "owner" -> partnership.ownerName();
            default -> partnership.partnerType();
        };
    }

    /** Who carries a partnership is asked of the present: it is of the quarter that is running. */
    private List<Observation> observed(
            Collection<ToldScore> told, @Nullable Quarter quarter, Instant now) {
        return told.stream()
                .flatMap(each -> each.at(now))
                .filter(each -> quarter == null || quarter.has(each.at(), calendar.zone()))
                .toList();
    }

    private static @Nullable Quarter quarter(QueryParameters query) {
        var text = query.text("quarter");
        var quarter = text == null ? null : Quarter.parse(text).orElse(null);
        if (text != null && quarter == null) {
            query.reject("quarter", "must be a quarter since 1900, as 2026-Q3");
        }
        return quarter;
    }
}
