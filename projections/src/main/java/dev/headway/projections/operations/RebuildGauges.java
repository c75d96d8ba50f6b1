package dev.headway.projections.operations;

import dev.headway.projections.processing.Positions;
import dev.headway.projections.rebuilds.Rebuilds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What is to be built anew and is not, counted when somebody asks; the same on every node. */
@Component
class RebuildGauges implements MeterBinder {

    private final Rebuilds rebuilds;

    RebuildGauges(Positions positions) {
        this.rebuilds = positions.rebuilds();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("headway.rebuilds.open", () -> rebuilds.count().open())
                .description("Projections that wait to be built anew, or are being built")
                .register(meters);
        Gauge.builder("headway.rebuilds.failed", () -> rebuilds.count().failed())
                .description("Projections whose rebuild was given up")
                .register(meters);
    }
}
