package dev.headway.lifecycle.partnership;

import dev.headway.partnership.gates.RunningPilots;
import org.jspecify.annotations.Nullable;

/** As many others, by whatever they are counted. */
public record SoManyPilots(long others) implements RunningPilots {

    @Override
    public long ofPattern(String pattern) {
        return others;
    }

    @Override
    public long inSegment(String segment) {
        return others;
    }

    @Override
    public long ofOwner(String holder, @Nullable String holderId) {
        return others;
    }
}
