package dev.headway.projections.sessions;

import java.util.Optional;

/** How what sessions hold is kept: who signed in, and tokens that say so. */
public interface SessionSealing {

    /** Keeps it as it is. */
    SessionSealing NONE =
            new SessionSealing() {
                @Override
                public byte[] sealed(byte[] attribute) {
                    return attribute;
                }

                @Override
                public Optional<byte[]> opened(byte[] stored) {
                    return Optional.of(stored);
                }
            };

    byte[] sealed(byte[] attribute);

    /** Empty where it was sealed under a key that is gone: whoever it was signs in again. */
    Optional<byte[]> opened(byte[] stored);
}
