package dev.headway.benchmarks.chaos;

/**
 * Something that happens to a world under load.
 *
 * @param name for {@code --only}
 * @param says what happens, for whoever reads the table
 */
record Check(String name, String says, Trouble trouble) {

    @FunctionalInterface
    interface Trouble {

        /** Returns when it is over. */
        void happens(ChaosWorld world, Extent extent) throws Exception;
    }
}
