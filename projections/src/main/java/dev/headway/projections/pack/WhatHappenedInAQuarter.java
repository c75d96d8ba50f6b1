package dev.headway.projections.pack;

import dev.headway.projections.audit.AuditAccess;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What does a governance board need to know of a quarter? All of it in one answer. */
@RestController
class WhatHappenedInAQuarter {

    private final PackMaker packs;
    private final AuditAccess access;

    WhatHappenedInAQuarter(PackMaker packs, AuditAccess access) {
        this.packs = packs;
        this.access = access;
    }

    /** A quarter, and by which of its two times a change is of it. */
    private record Asked(Quarter quarter, String time) {}

    @MayAudit
    @ReadsFrom({WhoChangedWhat.NAME, AlertLifecycle.POSITION, HowIsThePortfolioDoing.NAME})
    @GetMapping("/api/v1/audit/pack")
    ResponseEntity<QuarterlyPack> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = asked(parameters);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(packs.of(asked.quarter(), asked.time()));
    }

    @MayAudit
    @ReadsFrom({WhoChangedWhat.NAME, AlertLifecycle.POSITION, HowIsThePortfolioDoing.NAME})
    @GetMapping(path = "/api/v1/audit/pack", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var asked = asked(parameters);
        var rows = PackRow.of(packs.of(asked.quarter(), asked.time()));
        CsvAnswer.write(
                response,
                "pack-" + asked.quarter(),
                PackRow.COLUMNS,
                (last, limit) -> {
                    var from = last == null ? 0 : last.line() + 1;
                    return rows.subList(from, Math.min(rows.size(), from + limit));
                });
    }

    /** What is asked for, noted as soon as it makes sense. */
    private Asked asked(MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("pack", parameters);
        var text = asked.text("quarter");
        var quarter = text == null ? packs.latest() : Quarter.parse(text).orElse(null);
        if (quarter == null) {
            asked.reject("quarter", "must be a quarter since 1900, as 2026-Q3");
        }
        var time = asked.oneOf("time", List.of("recorded", "effective"), "effective");
        asked.throwIfInvalid();
        var of = quarter == null ? packs.latest() : quarter;
        access.packMade(of.toString(), AuditAccess.filters(parameters));
        return new Asked(of, time);
    }
}
