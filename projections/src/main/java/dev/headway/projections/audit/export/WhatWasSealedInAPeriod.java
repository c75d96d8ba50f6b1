package dev.headway.projections.audit.export;

import dev.headway.projections.audit.AuditAccess;
import dev.headway.projections.audit.sealing.LoggedEvents;
import dev.headway.projections.audit.sealing.SealedProofs;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.QueryParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is sealed of a period, to carry away and verify elsewhere? */
@RestController
class WhatWasSealedInAPeriod {

    private final SealedProofs proofs;
    private final LoggedEvents events;
    private final AuditAccess access;
    private final Clock clock;

    WhatWasSealedInAPeriod(
            SealedProofs proofs, LoggedEvents events, AuditAccess access, Clock clock) {
        this.proofs = proofs;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    @MayAudit
    @GetMapping("/api/v1/audit/export")
    void answer(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var asked = new QueryParameters("export", parameters);
        var format = asked.oneOf("format", ExportFormat.words(), ExportFormat.JSONL.word());
        var range = asked.range("from", "to");
        var times = List.of(ExportPeriod.RECORDED, ExportPeriod.EFFECTIVE);
        var time = asked.oneOf("time", times, ExportPeriod.RECORDED);
        asked.throwIfInvalid();
        var log = proofs.newest().orElseThrow(() -> new NotFoundException("Nothing is sealed yet"));
        access.exported(AuditAccess.filters(parameters), log.size());
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"headway-audit-" + log.size() + ".zip\"");
        var export = new AuditExport(log, events, response.getOutputStream());
        export.write(
                new ExportPeriod(range.from(), range.to(), time),
                ExportFormat.of(format),
                clock.instant());
        export.finish();
    }
}
