package dev.headway.projections.questions.waivers;

/** What a list of partnerships may say of waivers in its own statement. */
public final class WaitingWaivers {

    /** True, on table {@code waiver}, for one that somebody may decide. */
    public static final String IS_WAITING = "waiver.status = 'REQUESTED' and not waiver.moot";

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhichWaiversAreThere.NAME;

    private WaitingWaivers() {}
}
