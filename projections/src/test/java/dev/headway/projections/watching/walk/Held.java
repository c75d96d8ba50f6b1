package dev.headway.projections.watching.walk;

import java.util.Comparator;

/** That a rule holds for something of a partnership. */
record Held(String partnership, String rule, String subject) implements Comparable<Held> {

    private static final Comparator<Held> ORDER =
            Comparator.comparing(Held::partnership)
                    .thenComparing(Held::rule)
                    .thenComparing(Held::subject);

    @Override
    public int compareTo(Held other) {
        return ORDER.compare(this, other);
    }
}
