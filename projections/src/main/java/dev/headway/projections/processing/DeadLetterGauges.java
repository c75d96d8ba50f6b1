package dev.headway.projections.processing;

import dev.headway.projections.deadletters.ParkedNow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many streams are parked in each projection; whoever watches over it wants none. */
@Component
class DeadLetterGauges implements MeterBinder {

    private final List<Projection> projections;
    private final ParkedNow parked;

    DeadLetterGauges(List<Projection> projections, ParkedNow parked) {
        this.projections = projections;
        this.parked = parked;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var projection : projections) {
            Gauge.builder("headway.dead.letters", () -> parked.countOf(projection.name()))
                    .description(
                            "Streams, mostly partnerships, that a projection could not work in and"
                                    + " passes over")
                    .baseUnit("letters")
                    .tag("projection", projection.name())
                    .register(meters);
        }
    }
}
