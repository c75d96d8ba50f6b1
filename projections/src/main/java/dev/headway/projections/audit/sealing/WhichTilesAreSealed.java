package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.TilePath;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.NotFoundException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which hashes are in the tree, and which entries are they of? As C2SP tlog-tiles has them. */
@RestController
class WhichTilesAreSealed {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SealedProofs proofs;

    WhichTilesAreSealed(SealedProofs proofs) {
        this.proofs = proofs;
    }

    @MayAudit
    @GetMapping("/api/v1/audit/tile/{*tile}")
    ResponseEntity<byte[]> answer(@PathVariable String tile) {
        return TilePath.parse(tile.replaceFirst("^/", ""))
                .flatMap(proofs::bytes)
                .map(
                        bytes ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                        .cacheControl(
                                                CacheControl.maxAge(FOR_EVER)
                                                        .cachePrivate()
                                                        .immutable())
                                        .body(bytes))
                .orElseThrow(() -> new NotFoundException("There is no such tile"));
    }
}
