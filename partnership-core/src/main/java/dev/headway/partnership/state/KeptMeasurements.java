package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.claims.ClaimedMetric;
import dev.headway.partnership.state.Measurements.Measured;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;

/** What was measured of one claim, in a form that can be written down. */
public record KeptMeasurements(ClaimedMetric claim, int count, @Nullable MeasurementTaken latest) {

    static List<KeptMeasurements> of(Measurements measurements) {
        return measurements.byClaim().entrySet().stream()
                .map(
                        each ->
                                new KeptMeasurements(
                                        each.getKey(),
                                        each.getValue().count(),
                                        each.getValue().latest()))
                .toList();
    }

    static Measurements measurements(List<KeptMeasurements> kept) {
        return new Measurements(
                HashTreePMap.from(
                        kept.stream()
                                .collect(
                                        Collectors.toMap(
                                                KeptMeasurements::claim,
                                                each ->
                                                        new Measured(
                                                                each.count(), each.latest())))));
    }
}
