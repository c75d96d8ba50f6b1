package dev.headway.projections.questions.scorecards;

import dev.headway.projections.questions.scorecards.Measure.Perspective;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A card with its four sides; every figure by its id. A figure whose source does not exist is not
 * there.
 */
record Scorecard(
        Map<String, MeasuredFigure> financial,
        Map<String, MeasuredFigure> customer,
        Map<String, MeasuredFigure> process,
        Map<String, MeasuredFigure> learning) {

    /**
     * @param mostEvents how many events are named beside each figure
     */
    static Scorecard of(Collection<Observation> observations, int mostEvents) {
        return new Scorecard(
                side(Perspective.FINANCIAL, observations, mostEvents),
                side(Perspective.CUSTOMER, observations, mostEvents),
                side(Perspective.PROCESS, observations, mostEvents),
                side(Perspective.LEARNING, observations, mostEvents));
    }

    private static Map<String, MeasuredFigure> side(
            Perspective perspective, Collection<Observation> observations, int mostEvents) {
        var figures = new LinkedHashMap<String, MeasuredFigure>();
        Stream.of(Measure.values())
                .filter(measure -> measure.perspective() == perspective)
                .forEach(
                        measure ->
                                figures.put(
                                        measure.id(),
                                        MeasuredFigure.of(
                                                measure, of(measure, observations), mostEvents)));
        return figures;
    }

    private static List<Observation> of(Measure measure, Collection<Observation> observations) {
        return observations.stream().filter(each -> each.measure() == measure).toList();
    }
}
