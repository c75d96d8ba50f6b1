package dev.headway.projections.questions.gates;

import dev.headway.projections.processing.Projection;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many of the criteria that the next gate asks for does each partnership hold? */
@Component
public class HowFarIsTheNextGate implements Projection {

    public static final String NAME = "next-gates";

    private final NextGateTable table;
    private final GateAhead gates;
    private final Clock clock;

    public HowFarIsTheNextGate(NextGateTable table, GateAhead gates, Clock clock) {
        this.table = table;
        this.gates = gates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("next_gate");
    }

    @Override
    public BatchHandler open() {
        return new NextGateHandler(table, gates, clock);
    }
}
