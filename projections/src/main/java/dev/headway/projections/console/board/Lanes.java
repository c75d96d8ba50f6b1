package dev.headway.projections.console.board;

import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.GhostThresholds;
import dev.headway.projections.console.layout.QueryText;
import dev.headway.projections.console.layout.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Asks for what the lanes show, all of them at the same time. */
record Lanes(HeadwayApi api, BoardFilters filters) {

    /** Cards of a lane that come at once; more come when somebody scrolls there. */
    private static final int PAGE = 40;

    private static final Counted NOTHING = new Counted(Map.of(), Map.of());

    /** How many there are of each stage, and how many of them are ghost towns. */
    private record Counted(Map<String, Integer> all, Map<String, Integer> ghosts) {}

    List<Lane> all() {
        var program = AtOnce.ask(this::program);
        var figures = AtOnce.ask(() -> api.get("/portfolio").body());
        var counts = AtOnce.ask(() -> counts(filters.unsorted()));
        var ghosts = AtOnce.ask(this::ghosts);
        var pages =
                Arrays.stream(Stage.values())
                        .map(stage -> AtOnce.ask(() -> page(stage.name(), "")))
                        .toList();
        var thresholds = new GhostThresholds(AtOnce.answer(program));
        var stages = AtOnce.answer(figures).each("stages");
        var counted = new Counted(AtOnce.answer(counts), AtOnce.answer(ghosts));
        return Arrays.stream(Stage.values())
                .map(
                        stage ->
                                lane(
                                        stage.name(),
                                        AtOnce.answer(pages.get(stage.ordinal())),
                                        filters.isOfPast()
                                                ? ApiObject.NOTHING
                                                : figure(stages, stage),
                                        counted,
                                        thresholds))
                .toList();
    }

    /** The next page of one lane. */
    Lane more(Stage stage, String cursor) {
        var thresholds = new GhostThresholds(program());
        return lane(
                stage.name(), page(stage.name(), cursor), ApiObject.NOTHING, NOTHING, thresholds);
    }

    /** The program of the time that is looked at. */
    private ApiObject program() {
        return api.ask("/program", filters.then().asked()).body();
    }

    private ApiObject page(String stage, String cursor) {
        var asked = filters.of(stage, PAGE);
        if (!cursor.isEmpty()) {
            asked.put("cursor", List.of(cursor));
        }
        return api.ask("/partnerships", asked).body();
    }

    private Lane lane(
            String stage,
            ApiObject page,
            ApiObject figure,
            Counted counted,
            GhostThresholds thresholds) {
        var cards = page.each("items").stream().map(each -> Card.of(each, thresholds)).toList();
        var next = page.text("nextCursor");
        return new Lane(
                stage,
                count(counted.all().get(stage), figure, cards.size(), !next.isEmpty()),
                beside(figure, filters.isNarrowed()),
                figure.count("now"),
                counted.ghosts().getOrDefault(stage, 0),
                cards,
                next.isEmpty() ? "" : address(stage, next));
    }

    private String address(String stage, String cursor) {
        var asked = filters.pinned();
        asked.put("cursor", List.of(cursor));
        return "/board/lanes/%s?%s".formatted(stage, QueryText.of(asked));
    }

    private String count(@Nullable Integer counted, ApiObject figure, int shown, boolean hasMore) {
        if (counted != null) {
            return counted.toString();
        }
        if (!filters.isNarrowed() && figure.has("now")) {
            return figure.text("now");
        }
        return hasMore ? shown + " or more" : Integer.toString(shown);
    }

    /**
     * The figures of the program are those of all, so a lane that shows some says of how many; one
     * that has none says nothing, and nobody waits in the last one for the next.
     */
    private static String beside(ApiObject figure, boolean isNarrowed) {
        var days = figure.at("medianDays").number("latest");
        if (figure.count("now") == 0) {
            return "";
        }
        if (isNarrowed) {
            return "of " + figure.text("now");
        }
        var isLast = figure.text("stage").equals(Stage.SUNSET.name());
        return days == null || isLast ? "" : "median " + Words.count(Words.wholeDays(days), "day");
    }

    private static ApiObject figure(List<ApiObject> stages, Stage stage) {
        return stages.stream()
                .filter(each -> each.text("stage").equals(stage.name()))
                .findFirst()
                .orElse(ApiObject.NOTHING);
    }

    /** Ghost towns per stage; nothing where somebody looks for them, or for others, alone. */
    private Map<String, Integer> ghosts() {
        return filters.one("ghost").isEmpty() && !filters.isOfPast()
                ? counts(filters.ghostTowns())
                : Map.of();
    }

    /** Per stage under such filters; nothing where the API does not count, or not to the end. */
    private Map<String, Integer> counts(Map<String, List<String>> under) {
        Map<String, Integer> counts = new HashMap<>();
        try {
            var counted = api.ask("/partnerships/counts", under).body();
            if (counted.flag("atLeast")) {
                return counts;
            }
            var stages = counted.at("stages");
            for (var stage : Stage.values()) {
                if (stages.has(stage.name())) {
                    counts.put(stage.name(), stages.count(stage.name()));
                }
            }
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND.value()
                    && problem.status() != HttpStatus.BAD_REQUEST.value()) {
                throw problem;
            }
        }
        return counts;
    }
}
