package dev.headway.lifecycle.partnership.responses;

import dev.headway.lifecycle.commands.DispatchException.UnknownAggregate;
import java.util.regex.Pattern;

/** What a partnership's id looks like; other streams of the store have other names. */
public final class PartnershipIds {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PartnershipIds() {}

    /** Anything of another shape names no partnership. */
    public static void check(String partnershipId) {
        if (!SHAPE.matcher(partnershipId).matches()) {
            throw new UnknownAggregate("partnership");
        }
    }
}
