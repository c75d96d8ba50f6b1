package dev.headway.projections.questions.partners;

import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.querying.csv.CsvColumns;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.partners.PartnerItem.Quietest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which companies are there, and how much is done with each? */
@RestController
class WhichPartnersAreThere implements Projection {

    static final String NAME = "partners";

    private static final CsvColumns<PartnerItem> COLUMNS =
            CsvColumns.<PartnerItem>none()
                    .with("id", PartnerItem::id)
                    .with("name", PartnerItem::name)
                    .with("type", PartnerItem::type)
                    .with("website", PartnerItem::website)
                    .with("partnerships", PartnerItem::partnerships)
                    .with("quietestId", quietest(Quietest::id))
                    .with("quietest", quietest(Quietest::name))
                    .with("quietDays", quietest(Quietest::quietDays))
                    .with(
                            "mergedInto",
                            item -> item.mergedInto() == null ? null : item.mergedInto().id());

    private final PartnerTables tables;
    private final PartnerList list;
    private final Cursors cursors;

    WhichPartnersAreThere(PartnerTables tables, PartnerList list, Cursors cursors) {
        this.tables = tables;
        this.list = list;
        this.cursors = cursors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("partner", "partner_name", "partner_partnership");
    }

    @Override
    public boolean isAskedByCommands() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return new PartnersHandler(tables);
    }

    @MayRead
    @ReadsFrom({NAME, WhichPartnershipsAreGhostTowns.NAME})
    @GetMapping("/api/v1/partners")
    Page<PartnerItem> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var filters = PartnerFilters.of(query);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                list.page(filters, after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, filters.sort().key(last), last.id()));
    }

    @MayRead
    @ReadsFrom({NAME, WhichPartnershipsAreGhostTowns.NAME})
    @GetMapping(path = "/api/v1/partners", produces = CsvAnswer.TYPE)
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
                                last == null ? null : List.of(filters.sort().key(last), last.id()),
                                limit));
    }

    private static PartnerFilters filters(MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var filters = PartnerFilters.of(query);
        query.throwIfInvalid();
        return filters;
    }

    private static Function<PartnerItem, @Nullable Object> quietest(
            Function<Quietest, Object> value) {
        return item -> {
            var quietest = item.quietest();
            return quietest == null ? null : value.apply(quietest);
        };
    }
}
