package dev.headway.projections.questions.waivers;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.SavedQuestion;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.querying.csv.CsvColumns;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.nextsteps.PartnershipNames;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which exceptions wait for a decision, and which were made? */
@RestController
class WhichWaiversAreThere implements Projection, SavedQuestion {

    static final String NAME = "waivers";

    private static final CsvColumns<Waiver> COLUMNS =
            CsvColumns.<Waiver>none()
                    .with("id", Waiver::id)
                    .with("partnershipId", Waiver::partnershipId)
                    .with("partnershipName", Waiver::partnershipName)
                    .with("criterion", Waiver::criterion)
                    .with("reason", Waiver::reason)
                    .with("requestedAt", Waiver::requestedAt)
                    .with("requestedBy", Waiver::requestedBy)
                    .with("expiresOn", Waiver::expiresOn)
                    .with("status", Waiver::status)
                    .with("decidedAt", Waiver::decidedAt)
                    .with("decidedBy", Waiver::decidedBy)
                    .with("decision", Waiver::decision);

    private final WaiverTable table;
    private final WaiverList list;
    private final Cursors cursors;

    WhichWaiversAreThere(WaiverTable table, WaiverList list, Cursors cursors) {
        this.table = table;
        this.list = list;
        this.cursors = cursors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("waiver");
    }

    @Override
    public BatchHandler open() {
        return BatchHandler.of(this::handle, this::restate);
    }

    @MayRead
    @ReadsFrom({NAME, PartnershipNames.POSITION})
    @GetMapping("/api/v1/waivers")
    Page<Waiver> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var filters = WaiverFilters.of(query);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                list.page(filters, after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, WaiverList.cursorOf(last, filters)));
    }

    @MayRead
    @ReadsFrom({NAME, PartnershipNames.POSITION})
    @GetMapping(path = "/api/v1/waivers", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var filters = filters(parameters);
        CsvAnswer.write(
                response,
                NAME,
                COLUMNS,
                (last, limit) ->
                        list.page(
                                filters,
                                last == null ? null : List.of(WaiverList.cursorOf(last, filters)),
                                limit));
    }

    @Override
    public String list() {
        return NAME;
    }

    @Override
    public void check(MultiValueMap<String, String> parameters, Principal caller) {
        filters(parameters);
    }

    private static WaiverFilters filters(MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var filters = WaiverFilters.of(query);
        query.throwIfInvalid();
        return filters;
    }

    private void handle(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page, PartnershipWaivers::dependsOn);
        if (events.isEmpty()) {
            return;
        }
        var before = table.of(PartnershipEvents.partnerships(events));
        var after = new HashMap<>(before);
        events.forEach(event -> evolve(after, event));
        table.store(before, after);
    }

    private void restate(Restatement restatement) {
        var waivers = new HashMap<String, PartnershipWaivers>();
        restatement.history().forEach(event -> evolve(waivers, event));
        if (restatement.isVoided()) {
            waivers.replaceAll((_, each) -> each.moot(restatement.cause().version()));
        }
        table.delete(restatement.partnershipId());
        table.store(Map.of(), waivers);
    }

    private static void evolve(Map<String, PartnershipWaivers> waivers, RecordedEvent event) {
        waivers.compute(
                event.stream(),
                (_, known) -> (known == null ? PartnershipWaivers.NONE : known).evolve(event));
    }
}
