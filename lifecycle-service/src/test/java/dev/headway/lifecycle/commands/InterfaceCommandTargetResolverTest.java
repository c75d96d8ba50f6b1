package dev.headway.lifecycle.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.junit.jupiter.api.Test;

class InterfaceCommandTargetResolverTest {

    private final CommandTargetResolver ours = new InterfaceCommandTargetResolver();
    private final CommandTargetResolver axons = AnnotationCommandTargetResolver.builder().build();

    private record Greet(String other, String id) implements Command {

        @Override
        public String aggregateType() {
            return "greeting";
        }

        @Override
        public String aggregateId() {
            return id;
        }

        @Override
        public Set<Role> permittedTo() {
            return Set.of();
        }
    }

    @Test
    void a_command_says_what_it_is_for_and_expects_no_version() {
        var target = target(ours, new Greet("x", "p-1"));

        assertThat(target.getIdentifier()).isEqualTo("p-1");
        assertThat(target.getVersion()).isNull();
    }

    @Test
    void axon_itself_would_find_the_same() {
        var greet = new Greet("x", "p-2");

        assertThat(target(ours, greet)).isEqualTo(target(axons, greet));
    }

    private static VersionedAggregateIdentifier target(
            CommandTargetResolver targets, Object command) {
        return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command));
    }
}
