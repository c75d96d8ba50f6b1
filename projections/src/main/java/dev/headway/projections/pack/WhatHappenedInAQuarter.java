package dev.headway.projections.pack;

import dev.headway.projections.audit.AuditAccess;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.ReadYourWrites;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

    @MayAudit
    @ReadsFrom({WhoChangedWhat.NAME, AlertLifecycle.POSITION, HowIsThePortfolioDoing.NAME})
    @GetMapping("/api/v1/audit/pack")
    ResponseEntity<QuarterlyPack> answer(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = ReadYourWrites.HEADER, defaultValue = "0") String position) {
        var asked = asked(parameters);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pack(asked, position));
    }

    @MayAudit
    @ReadsFrom({WhoChangedWhat.NAME, AlertLifecycle.POSITION, HowIsThePortfolioDoing.NAME})
    @GetMapping(path = "/api/v1/audit/pack", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = ReadYourWrites.HEADER, defaultValue = "0") String position,
            HttpServletResponse response)
            throws IOException {
        var asked = asked(parameters);
        var rows = PackRow.of(pack(asked, position));
        CsvAnswer.write(
                response,
                "pack-" + asked.quarter(),
                PackRow.COLUMNS,
                (last, limit) -> {
                    var from = last == null ? 0 : last.line() + 1;
                    return rows.subList(from, Math.min(rows.size(), from + limit));
                });
    }

    private QuarterlyPack pack(QuarterParameters asked, String position) {
        return packs.of(asked.quarter(), asked.time(), ReadYourWrites.position(position));
    }

    /** What is asked for, noted as soon as it makes sense. */
    private QuarterParameters asked(MultiValueMap<String, String> parameters) {
        var asked = QuarterParameters.of("pack", parameters, packs.latest());
        access.packMade(asked.quarter().toString(), AuditAccess.filters(parameters));
        return asked;
    }
}
