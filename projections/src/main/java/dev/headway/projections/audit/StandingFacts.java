package dev.headway.projections.audit;

import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.projections.audit.StatedFact.Span;
import dev.headway.projections.log.RecordedEvent;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What stands of all that was said in a stream, thing by thing. */
final class StandingFacts {

    private final Map<String, StatedFact> bySubject = new HashMap<>();

    StandingFacts() {
        bySubject.put(ProgramFacts.OUT_OF_THE_BOX.subject(), ProgramFacts.OUT_OF_THE_BOX);
    }

    static StandingFacts after(Collection<RecordedEvent> events) {
        var facts = new StandingFacts();
        events.forEach(facts::add);
        return facts;
    }

    void add(RecordedEvent recorded) {
        if (recorded.event() instanceof StageEntered entered) {
            var ended = endedBy(entered);
            bySubject.values().removeIf(each -> ended.contains(each.span()));
        }
        for (var said : StatedFacts.of(recorded)) {
            var stands = bySubject.get(said.subject());
            if (stands != null) {
                bySubject.put(said.subject(), stands.followedBy(said));
            } else if (said.manner() != StatedFact.Manner.PART) {
                bySubject.put(said.subject(), said);
            }
        }
    }

    /** What is so of these things, as far as something is. */
    Map<String, Map<String, String>> of(Collection<String> subjects) {
        var standing = new LinkedHashMap<String, Map<String, String>>();
        for (var subject : subjects) {
            var stands = bySubject.get(subject);
            if (stands != null && !stands.values().isEmpty()) {
                standing.put(subject, stands.values());
            }
        }
        return standing;
    }

    private static Set<Span> endedBy(StageEntered move) {
        return switch (move) {
            case PartnershipRevived _ -> EnumSet.complementOf(EnumSet.of(Span.FOR_GOOD));
            case PilotStarted _ -> EnumSet.of(Span.WHILE_PROSPECT);
            case PartnershipSteppedBack back when !back.stage().isLaunched() ->
                    EnumSet.of(Span.FOR_A_PILOT);
            case PartnershipRegistered _,
                    PartnershipLaunched _,
                    PartnershipScaled _,
                    PartnershipSteppedBack _,
                    PartnershipSunset _ ->
                    EnumSet.noneOf(Span.class);
        };
    }
}
