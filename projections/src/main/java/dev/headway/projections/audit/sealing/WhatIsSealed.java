package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.audit.transparency.TlogProof;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of the log is sealed, by whom, and how is it proved that an event is in it? */
@RestController
class WhatIsSealed {

    private static final int ALL_THAT_FIT = 200;
    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

    private final CheckpointTable checkpoints;
    private final SealedProofs proofs;
    private final WhoChangedWhat audit;
    private final Cursors cursors;

    WhatIsSealed(
            CheckpointTable checkpoints,
            SealedProofs proofs,
            WhoChangedWhat audit,
            Cursors cursors) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.audit = audit;
        this.cursors = cursors;
    }

    /**
     * @param cosignedAt when a witness saw it; null while none has
     */
    record ListedCheckpoint(
            long size, Instant signedAt, String checkpoint, @Nullable Instant cosignedAt) {

        static ListedCheckpoint of(SealedCheckpoint signed) {
            var cosignature = signed.cosignature();
            return new ListedCheckpoint(
                    signed.size(),
                    signed.signedAt(),
                    signed.note(),
                    cosignature == null ? null : cosignature.at());
        }
    }

    @MayAudit
    @GetMapping("/api/v1/audit/checkpoint")
    ResponseEntity<String> newest() {
        return text(
                checkpoints
                        .newest()
                        .orElseThrow(() -> new NotFoundException("Nothing is sealed yet"))
                        .note());
    }

    /** The newest first. */
    @MayAudit
    @GetMapping("/api/v1/audit/checkpoints")
    Page<ListedCheckpoint> all(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("checkpoints", parameters);
        var place = asked.cursorPosition(cursors).map(List::getFirst).map(Long::parseLong);
        var limit = asked.limit(ALL_THAT_FIT);
        asked.throwIfInvalid();
        return Page.of(
                        checkpoints.before(place.orElse(Long.MAX_VALUE), limit + 1),
                        limit,
                        last -> asked.cursor(cursors, Long.toString(last.number())))
                .map(ListedCheckpoint::of);
    }

    @MayAudit
    @GetMapping("/api/v1/audit/key")
    ResponseEntity<String> keys() {
        var keys = checkpoints.keys();
        if (keys.isEmpty()) {
            throw new NotFoundException("Nothing is sealed yet");
        }
        return text(String.join("\n", keys) + "\n");
    }

    @MayAudit
    @ReadsFrom(WhoChangedWhat.NAME)
    @GetMapping("/api/v1/audit/proof/{eventId}")
    ResponseEntity<String> proof(@PathVariable String eventId) {
        var position =
                audit.positionOf(eventId)
                        .orElseThrow(() -> new NotFoundException("There is no such event"));
        return proofs.proof(position)
                .map(TlogProof::toString)
                .map(WhatIsSealed::text)
                .orElseThrow(() -> new NotFoundException("The event is not sealed yet"));
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(text);
    }
}
