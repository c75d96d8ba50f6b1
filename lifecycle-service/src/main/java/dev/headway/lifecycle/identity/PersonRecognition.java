package dev.headway.lifecycle.identity;

/** Told whenever a token was verified, so that the directory knows who has called. */
@FunctionalInterface
public interface PersonRecognition {

    /** Called once for each token that is verified; must not fail because of what it stores. */
    void recognize(PersonClaims claims);
}
