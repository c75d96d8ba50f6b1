package dev.headway.projections.questions;

import java.util.Collection;
import java.util.Map;

/** How many alerts ask for attention, partnership by partnership; the watch knows. */
public interface OpenAlerts {

    /** The number of alerts that are not resolved; partnerships without any may be left out. */
    Map<String, Integer> count(Collection<String> partnershipIds);
}
