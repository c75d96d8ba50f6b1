package dev.headway.projections.pack;

import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became a ghost town in a quarter, and what was promised and vacant at its end? */
@RestController
class WhatHeldInAQuarter {

    private final WatchedQuarter watched;
    private final PackMaker packs;

    WhatHeldInAQuarter(WatchedQuarter watched, PackMaker packs) {
        this.watched = watched;
        this.packs = packs;
    }

    @MayRead
    @ReadsFrom({WhoChangedWhat.NAME, AlertLifecycle.POSITION})
    @GetMapping("/api/v1/alerts/episodes")
    WatchedQuarter.Held answer(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = QuarterParameters.of("episodes", parameters, packs.latest());
        return watched.held(asked.quarter(), asked.time(), 0);
    }
}
