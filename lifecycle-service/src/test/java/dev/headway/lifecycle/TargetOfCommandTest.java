package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.junit.jupiter.api.Test;

class TargetOfCommandTest {

    private final TargetOfCommand targets = new TargetOfCommand();

    private record Named(String other, @TargetAggregateIdentifier String id) {}

    interface Answers {
        @TargetAggregateIdentifier
        String alertId();
    }

    private record Answered(String alertId) implements Answers {}

    private record Aimless(String id) {}

    @Test
    void a_component_names_the_target() {
        assertThat(targetOf(new Named("x", "p-1")).getIdentifier()).isEqualTo("p-1");
        assertThat(targetOf(new Named("x", "p-2")).getIdentifier()).isEqualTo("p-2");
        assertThat(targetOf(new Named("x", "p-2")).getVersion()).isNull();
    }

    @Test
    void an_interface_names_it_for_all_its_commands() {
        assertThat(targetOf(new Answered("a-1")).getIdentifier()).isEqualTo("a-1");
    }

    @Test
    void a_command_for_nothing_is_refused() {
        assertThatThrownBy(() -> targetOf(new Aimless("p-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Aimless");
    }

    private VersionedAggregateIdentifier targetOf(Object command) {
        return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command));
    }
}
