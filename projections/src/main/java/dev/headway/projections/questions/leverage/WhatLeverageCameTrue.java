package dev.headway.projections.questions.leverage;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.histories.EveryHistory;
import dev.headway.projections.questions.histories.RememberedHistories;
import dev.headway.projections.questions.leverage.ToldLeverage.Claim;
import dev.headway.projections.questions.leverage.ToldLeverage.Win;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What leverage came true? As revenue, and against what was claimed. */
@RestController
class WhatLeverageCameTrue {

    private static final int MOST_PARTNERS = 200;

    private final RememberedHistories<ToldLeverage> memory =
            new RememberedHistories<>(ToldLeverage::of);
    private final EveryHistory histories;
    private final BusinessCalendar calendar;
    private final FairReads reads;
    private final Clock clock;

    WhatLeverageCameTrue(
            EveryHistory histories, BusinessCalendar calendar, FairReads reads, Clock clock) {
        this.histories = histories;
        this.calendar = calendar;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @param unreadable how many partnerships are missing, which this version cannot read
     * @param partners those with the most wins, at most so many
     * @param morePartners how many more there are
     * @param quarters the oldest first
     */
    record Answer(
            Instant at,
            int unreadable,
            LeverageSum total,
            List<Of> mechanisms,
            List<Of> patterns,
            List<Of> partners,
            int morePartners,
            List<Of> quarters,
            List<ClaimsOfPattern> claims) {}

    /** The wins of one mechanism, pattern, partner or quarter; null of none that was known. */
    record Of(
            @Nullable String of, int wins, List<LeverageSum.OfCurrency> sums, List<String> events) {

        private static Of of(@Nullable String of, LeverageSum sum) {
            return new Of(of, sum.wins(), sum.sums(), sum.events());
        }
    }

    @MayRead
    @ReadsFrom(EveryHistory.POSITION)
    @GetMapping("/api/v1/portfolio/leverage")
    Answer answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("leverage", parameters);
        var filters = LeverageFilters.of(query, calendar.zone());
        query.throwIfInvalid();
        var told = reads.inTurn(() -> histories.tell(memory));
        var wins = new ArrayList<Win>();
        var claims = new ArrayList<Claim>();
        for (var each : told.all()) {
            each.wins().stream().filter(filters::fits).forEach(wins::add);
            each.claims().stream().filter(filters::fits).forEach(claims::add);
        }
        var partners = partners(wins);
        var now = clock.instant();
        return new Answer(
                now,
                told.unreadable(),
                LeverageSum.of(wins),
                by(wins, Win::mechanism),
                by(wins, Win::pattern),
                partners.stream().limit(MOST_PARTNERS).toList(),
                Math.max(0, partners.size() - MOST_PARTNERS),
                by(wins, win -> Quarter.of(win.at(), calendar.zone()).toString()),
                ClaimsOfPattern.of(claims, now, calendar.zone()));
    }

    /** In the order of what they are told apart by, those of none last. */
    private static List<Of> by(List<Win> wins, Function<Win, @Nullable String> kind) {
        var kinds = new TreeMap<String, List<Win>>(Comparator.naturalOrder());
        var none = new ArrayList<Win>();
        for (var win : wins) {
            var of = kind.apply(win);
            (of == null ? none : kinds.computeIfAbsent(of, _ -> new ArrayList<>())).add(win);
        }
        var sums = new ArrayList<Of>();
        kinds.forEach((of, some) -> sums.add(Of.of(of, LeverageSum.of(some))));
        if (!none.isEmpty()) {
            sums.add(Of.of(null, LeverageSum.of(none)));
        }
        return sums;
    }

    /** However its name is typed a partner is one, called as the newest win has it. */
    private static List<Of> partners(List<Win> wins) {
        Map<FoldedText, List<Win>> partners = new HashMap<>();
        for (var win : wins) {
            partners.computeIfAbsent(new FoldedText(win.partner()), _ -> new ArrayList<>())
                    .add(win);
        }
        return partners.values().stream()
                .map(some -> Of.of(newestName(some), LeverageSum.of(some)))
                .sorted(
                        Comparator.comparingInt((Of each) -> -each.wins())
                                .thenComparing(each -> Objects.toString(each.of(), "")))
                .toList();
    }

    private static String newestName(List<Win> wins) {
        return wins.stream()
                .max(Comparator.comparing(Win::at).thenComparing(Win::eventId))
                .orElseThrow()
                .partner();
    }
}
