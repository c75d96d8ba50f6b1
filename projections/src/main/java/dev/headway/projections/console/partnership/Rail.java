package dev.headway.projections.console.partnership;

import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage on the way, and when the partnership came to it.
 *
 * @param since its newest entry; null where it never was there
 */
public record Rail(Stage stage, @Nullable Instant since, boolean isNow, boolean was) {

    static List<Rail> of(ApiObject known) {
        var entered = known.each("stages");
        var now = known.text("stage");
        return Arrays.stream(Stage.values())
                .map(
                        stage -> {
                            var since =
                                    entered.stream()
                                            .filter(each -> each.text("stage").equals(stage.name()))
                                            .reduce((_, later) -> later)
                                            .map(each -> each.instant("since"))
                                            .orElse(null);
                            var isNow = now.equals(stage.name());
                            return new Rail(stage, since, isNow, !isNow && since != null);
                        })
                .toList();
    }
}
