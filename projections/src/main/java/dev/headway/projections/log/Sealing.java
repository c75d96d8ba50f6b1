package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;

/**
 * What is done to an event before it is stored, and to one that is read, whenever it was stored:
 * what says who somebody is is sealed for all who see it.
 */
public interface Sealing {

    /** Reads events as they are stored. */
    Sealing NONE =
            new Sealing() {
                @Override
                public HeadwayEvent recorded(HeadwayEvent event) {
                    return event;
                }

                @Override
                public HeadwayEvent stored(HeadwayEvent event) {
                    return event;
                }

                @Override
                public Provenance recorded(Provenance provenance) {
                    return provenance;
                }
            };

    /** As an event is stored. */
    HeadwayEvent stored(HeadwayEvent event);

    /** As one that was stored is read, whenever that was. */
    HeadwayEvent recorded(HeadwayEvent event);

    Provenance recorded(Provenance provenance);
}
