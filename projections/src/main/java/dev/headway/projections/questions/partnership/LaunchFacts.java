package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a launch stands on: its seams, its rhythm, the teams' consent and a way out. */
record LaunchFacts(
        Map<String, SeamCheck> seams,
        @Nullable Rhythm rhythm,
        Map<String, Consent> consents,
        @Nullable ExitTerms exitTerms) {

    static final LaunchFacts NONE = new LaunchFacts(Map.of(), null, Map.of(), null);

    record SeamCheck(String verdict, String evidence, Instant checkedAt) {}

    record Rhythm(int everyDays, String forum, Instant agreedAt) {}

    record Consent(String by, String capacity, Instant consentedAt) {}

    /**
     * How to part.
     *
     * @param confirmed the partner's word for it, or null
     */
    record ExitTerms(
            String summary, int noticeDays, Instant agreedAt, @Nullable Confirmation confirmed) {}

    LaunchFacts evolve(SeamChecked event) {
        var check = new SeamCheck(event.verdict(), event.evidence(), event.effectiveAt());
        return new LaunchFacts(
                CopyOnChange.plus(seams, event.seam(), check), rhythm, consents, exitTerms);
    }

    LaunchFacts evolve(RhythmAgreed event) {
        var agreed = new Rhythm(event.everyDays(), event.forum(), event.effectiveAt());
        return new LaunchFacts(seams, agreed, consents, exitTerms);
    }

    LaunchFacts evolve(TeamConsented event) {
        var consent = new Consent(event.by(), event.capacity(), event.effectiveAt());
        return new LaunchFacts(
                seams, rhythm, CopyOnChange.plus(consents, event.team(), consent), exitTerms);
    }

    LaunchFacts evolve(ExitTermsAgreed event) {
        var terms = new ExitTerms(event.summary(), event.noticeDays(), event.effectiveAt(), null);
        return new LaunchFacts(seams, rhythm, consents, terms);
    }

    LaunchFacts evolve(ExitTermsConfirmed event) {
        var known = exitTerms;
        return known != null
                        && event.isOf(
                                new ExitTermsAgreed(
                                        known.summary(), known.noticeDays(), known.agreedAt()))
                ? new LaunchFacts(
                        seams,
                        rhythm,
                        consents,
                        new ExitTerms(
                                known.summary(),
                                known.noticeDays(),
                                known.agreedAt(),
                                new Confirmation(event.by(), event.effectiveAt())))
                : this;
    }
}
