package dev.headway.lifecycle.auditing;

import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.pack.WatchedQuarter;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** By the watch and the figures of projection nodes. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class WatchedQuarterElsewhere implements WatchedQuarter {

    private final ProjectionNodes nodes;

    WatchedQuarterElsewhere(ProjectionNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Held held(Quarter quarter, String time, long position) {
        var asked = new LinkedMultiValueMap<String, String>();
        asked.set("quarter", quarter.toString());
        asked.set("time", time);
        return nodes.find("/alerts/episodes", asked, position, Held.class).orElseThrow();
    }

    @Override
    public HowIsThePortfolioDoing.Answer figures(long position) {
        return nodes.find(
                        "/portfolio",
                        new LinkedMultiValueMap<>(),
                        position,
                        HowIsThePortfolioDoing.Answer.class)
                .orElseThrow();
    }
}
