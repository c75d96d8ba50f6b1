package dev.headway.projections.tracing;

import org.jspecify.annotations.Nullable;

/** Where what is done leaves its traces; nowhere, unless an endpoint is configured. */
public interface Traces {

    /** Nothing is traced. */
    Traces OFF =
            new Traces() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public Part begin(String name) {
                    return Part.NONE;
                }

                @Override
                public Part continued(String name, @Nullable String traceparent) {
                    return Part.NONE;
                }

                @Override
                public @Nullable String traceparent() {
                    return null;
                }
            };

    /** Whether anything is; for those to whom it costs something to find out what to continue. */
    boolean isOn();

    /**
     * A part of what this thread does, and whole of what it does until that is closed.
     *
     * @param name the same for all that is done alike
     */
    Part begin(String name);

    /**
     * A part of what somebody else began, elsewhere or long ago; beside what this thread does.
     *
     * @param traceparent as it was recorded (W3C Trace Context); without one, nothing is traced
     */
    Part continued(String name, @Nullable String traceparent);

    /**
     * What this thread does, for whoever continues it later (W3C Trace Context); null where it is
     * not traced.
     */
    @Nullable String traceparent();

    /** What is done from its beginning until it is closed. */
    interface Part extends AutoCloseable {

        /** Of nothing. */
        Part NONE =
                new Part() {
                    @Override
                    public Part with(String attribute, String value) {
                        return this;
                    }

                    @Override
                    public void failed(Throwable failure) {
                        // is told elsewhere
                    }

                    @Override
                    public void close() {
                        // there is nothing to end
                    }
                };

        /** Says more of it; never what somebody wrote, and no secret. */
        Part with(String attribute, String value);

        /** It ended so. */
        void failed(Throwable failure);

        @Override
        void close();
    }
}
