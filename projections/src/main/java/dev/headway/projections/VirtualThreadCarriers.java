package dev.headway.projections;

/**
 * Requests run on virtual threads, readers on threads of the system. However many requests there
 * are, they get one core less than there are, and one at least; whoever starts the JVM may say
 * something else.
 */
public final class VirtualThreadCarriers {

    /** How many carriers the JVM gives virtual threads, as {@link Thread} has it. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private VirtualThreadCarriers() {}

    /** Before the first virtual thread begins. */
    public static void limit() {
        var cores = Runtime.getRuntime().availableProcessors();
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(Math.max(1, cores - 1)));
        }
    }
}
