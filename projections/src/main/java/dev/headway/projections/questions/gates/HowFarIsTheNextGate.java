package dev.headway.projections.questions.gates;

import dev.headway.projections.processing.Projection;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many of the criteria that the next gate asks for does each partnership hold? */
@Component
public class HowFarIsTheNextGate implements Projection {

    public static final String NAME = "next-gates";

    private final NextGateTable table;
    private final GateAhead gates;

    public HowFarIsTheNextGate(NextGateTable table, GateAhead gates) {
        this.table = table;
        this.gates = gates;
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
    public boolean followsProgram() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return new NextGateHandler(table, gates);
    }
}
