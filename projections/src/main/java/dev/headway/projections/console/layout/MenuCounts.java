package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.ApiAwayException;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much waits behind the entries of the menu. It is asked while the page itself is put together;
 * an entry whose number cannot be had goes without.
 */
public final class MenuCounts {

    static final MenuCounts NONE = new MenuCounts(Map.of());

    /** Of what the API lists and does not count, so many are looked at. */
    private static final int PAGE = 50;

    private static final Count NOTHING = new Count(0, false, "");

    private final Map<String, Supplier<Count>> questions;
    private final Map<String, CompletableFuture<Count>> asked = new HashMap<>();

    private MenuCounts(Map<String, Supplier<Count>> questions) {
        this.questions = questions;
    }

    /**
     * A number beside an entry.
     *
     * @param what one of what is counted
     */
    public record Count(int number, boolean hasMore, String what) {

        public String said() {
            return number + (hasMore ? "+" : "");
        }

        /** "3 open alerts". */
        public String meaning() {
            return (hasMore ? "more than " : "") + Words.count(number, what);
        }
    }

    static MenuCounts of(HeadwayApi api, Reader reader) {
        var questions = new HashMap<String, Supplier<Count>>();
        questions.put("ghosts", () -> ghosts(api));
        questions.put("steps", () -> listed(api, "/next-steps", "owner", "me", "open step"));
        questions.put("alerts", () -> alerts(api));
        if (reader.mayApprove()) {
            questions.put(
                    "governance",
                    () -> listed(api, "/waivers", "status", "REQUESTED", "waiting waiver"));
        }
        return new MenuCounts(questions);
    }

    /** Begins to ask what was not asked yet. */
    MenuCounts begun() {
        questions.forEach(
                (entry, question) ->
                        asked.computeIfAbsent(entry, _ -> AtOnce.ask(() -> orNothing(question))));
        return this;
    }

    /**
     * @param entry the id of one of the menu
     * @return null where there is nothing, which a menu does not say
     */
    public @Nullable Count of(String entry) {
        var count = begun().asked.get(entry);
        return count == null || AtOnce.answer(count).number() == 0 ? null : AtOnce.answer(count);
    }

    private static Count orNothing(Supplier<Count> question) {
        try {
            return question.get();
        } catch (ApiProblem | ApiAwayException _) {
            return NOTHING;
        }
    }

    private static Count ghosts(HeadwayApi api) {
        var counts = api.get("/partnerships/counts?ghost=true").body();
        return new Count(counts.count("total"), false, "ghost town");
    }

    private static Count alerts(HeadwayApi api) {
        var counts = api.get("/alerts/counts?status=OPEN").body();
        return new Count(counts.count("total") - counts.count("shadows"), false, "open alert");
    }

    private static Count listed(
            HeadwayApi api, String path, String filter, String value, String what) {
        var limit = List.of(Integer.toString(PAGE));
        var page = api.ask(path, Map.of(filter, List.of(value), "limit", limit)).body();
        return new Count(page.each("items").size(), page.has("nextCursor"), what);
    }
}
