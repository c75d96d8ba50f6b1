package dev.headway.projections.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * While somebody may be asked for records, nothing is deleted because of its age. What people
 * delete themselves, and what ends an access, goes as ever.
 */
@Component
public final class LegalHold {

    private static final Logger LOG = LoggerFactory.getLogger(LegalHold.class);

    private final boolean isInForce;

    public LegalHold(@Value("${headway.retention.legal-hold:false}") boolean isInForce) {
        this.isInForce = isInForce;
        if (isInForce) {
            LOG.info("Legal hold: nothing is deleted because of its age");
        }
    }

    public boolean isInForce() {
        return isInForce;
    }

    /** Deletes by age, unless nothing may be. */
    public void unlessInForce(Runnable deletion) {
        if (!isInForce) {
            deletion.run();
        }
    }
}
