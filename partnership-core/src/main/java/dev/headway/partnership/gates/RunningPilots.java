package dev.headway.partnership.gates;

import org.jspecify.annotations.Nullable;

/** How many pilots run at present, of all partnerships; asked only where a program limits them. */
public interface RunningPilots {

    /** Where nothing else is known. */
    RunningPilots NONE =
            new RunningPilots() {
                @Override
                public long ofPattern(String pattern) {
                    return 0;
                }

                @Override
                public long inSegment(String segment) {
                    return 0;
                }

                @Override
                public long ofOwner(String holder, @Nullable String holderId) {
                    return 0;
                }
            };

    long ofPattern(String pattern);

    /** However the segment is typed. */
    long inSegment(String segment);

    /**
     * @param holder of our side's RELATIONSHIP seat, as it is recorded
     * @param holderId the person in the directory, or null for a name
     */
    long ofOwner(String holder, @Nullable String holderId);
}
