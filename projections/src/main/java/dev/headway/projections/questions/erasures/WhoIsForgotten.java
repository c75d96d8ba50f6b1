package dev.headway.projections.questions.erasures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.contracts.ErasureEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.erasures.WhatLeftBefore.Export;
import dev.headway.projections.questions.erasures.WhatLeftBefore.SentMessage;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is to be forgotten, who is, and what had left before? */
@RestController
class WhoIsForgotten implements Projection {

    static final String NAME = "erasures";

    private final ErasureTable table;
    private final WhatLeftBefore left;
    private final Cursors cursors;

    WhoIsForgotten(ErasureTable table, WhatLeftBefore left, Cursors cursors) {
        this.table = table;
        this.left = left;
        this.cursors = cursors;
    }

    /**
     * One erasure, and what left Headway before.
     *
     * @param messages those that named them
     * @param exports all that were made: nobody knows whom they name
     */
    record ErasureSeen(
            @JsonUnwrapped KnownErasure erasure,
            List<SentMessage> messages,
            List<Export> exports) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("erasure");
    }

    @Override
    public BatchHandler open() {
        return this::handle;
    }

    private void handle(List<RecordedEvent> page) {
        for (var recorded : page) {
            if (recorded.event() instanceof ErasureEvent event) {
                table.store(recorded, event);
            }
        }
    }

    @MayAudit
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/erasures")
    Page<KnownErasure> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                table.page(after.orElse(null), limit + 1),
                limit,
                last -> query.cursor(cursors, last.requestedAt().toString(), last.id()));
    }

    @MayAudit
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/erasures/{id}")
    ErasureSeen answer(@PathVariable String id) {
        var erasure =
                table.find(id).orElseThrow(() -> new NotFoundException("There is no such erasure"));
        return new ErasureSeen(erasure, left.messages(erasure), left.exports(erasure));
    }
}
