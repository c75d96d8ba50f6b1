package dev.headway.projections.questions.partnership;

import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.identity.PersonDirectory;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayReadShared;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.partners.SharedWithPartners;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What do people of a partner see? The partnerships with their company, and of each the joint
 * record. Of any other it answers as of what never was.
 */
@RestController
class WhatIsSharedWithAPartner {

    private final SharedWithPartners shared;
    private final KnownPartnershipLoader lives;
    private final PersonDirectory people;
    private final Cursors cursors;

    WhatIsSharedWithAPartner(
            SharedWithPartners shared,
            KnownPartnershipLoader lives,
            PersonDirectory people,
            Cursors cursors) {
        this.shared = shared;
        this.lives = lives;
        this.people = people;
        this.cursors = cursors;
    }

    /**
     * One partnership of the list.
     *
     * @param theirSteps how many steps of the partner's side are open
     * @param ourSteps how many of ours
     */
    record Item(
            String id,
            String name,
            String partner,
            Stage stage,
            Instant stageSince,
            int theirSteps,
            int ourSteps) {

        private static Item of(SharedPartnership shared) {
            return new Item(
                    shared.id(),
                    shared.name(),
                    shared.partner(),
                    shared.stage(),
                    shared.stageSince(),
                    shared.open(Side.PARTNER),
                    shared.open(Side.OURS));
        }
    }

    @MayReadShared
    @ReadsFrom({SharedWithPartners.POSITION, WhoChangedWhat.NAME})
    @GetMapping("/api/v1/shared")
    Page<Item> answer(@RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters("shared", parameters);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var ids =
                partner(caller)
                        .map(
                                partner ->
                                        shared.ids(
                                                partner,
                                                after.map(List::getFirst).orElse(null),
                                                limit + 1))
                        .orElse(List.of());
        var page = Page.of(ids, limit, last -> query.cursor(cursors, last));
        return new Page<>(
                page.items().stream().flatMap(id -> known(id).stream()).map(Item::of).toList(),
                page.nextCursor());
    }

    /**
     * The id in the path is none that would be looked up before it is asked whose it is, as the one
     * of other answers is to tell what is parked.
     */
    @MayReadShared
    @ReadsFrom({SharedWithPartners.POSITION, WhoChangedWhat.NAME})
    @GetMapping("/api/v1/shared/{sharedId}")
    SharedPartnership answer(@PathVariable String sharedId, Principal caller) {
        return partner(caller)
                .filter(partner -> shared.isShared(sharedId, partner))
                .flatMap(_ -> known(sharedId))
                .orElseThrow(NotFoundException::partnership);
    }

    private Optional<SharedPartnership> known(String id) {
        return lives.now(id).map(SharedPartnership::of);
    }

    private Optional<String> partner(Principal caller) {
        return Optional.ofNullable(people.standing(caller.getName()).partnerId());
    }
}
