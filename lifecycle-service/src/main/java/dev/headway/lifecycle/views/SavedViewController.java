package dev.headway.lifecycle.views;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.Problem;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Views of lists, kept by whoever looks at them. */
@RestController
class SavedViewController {

    /** More than anybody finds their way in. */
    private static final int MOST = 200;

    private final SavedViewTable table;
    private final ViewQueries queries;
    private final CommandResponder responder;
    private final Cursors cursors;
    private final IdGenerator ids;
    private final Clock clock;
    private final PersonalText texts;
    private final JsonMapper json;

    SavedViewController(
            SavedViewTable table,
            ViewQueries queries,
            CommandResponder responder,
            Cursors cursors,
            IdGenerator ids,
            Clock clock,
            PersonalText texts,
            JsonMapper json) {
        this.table = table;
        this.queries = queries;
        this.responder = responder;
        this.cursors = cursors;
        this.ids = ids;
        this.clock = clock;
        this.texts = texts;
        this.json = json;
    }

    record Body(
            @NotNull @Line String name,
            @NotNull @Size(max = 50) String list,
            @NotNull @Size(max = 2000) String query,
            @Nullable Boolean shared) {

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }
    }

    @MayRead
    @GetMapping("/api/v1/views")
    Page<ShownView> answer(
            @RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        var query = new QueryParameters("views", parameters);
        var list = query.oneOf("list", queries.lists(), "");
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var caller = context.actor();
        return Page.of(
                        table.visibleTo(
                                caller.getName(),
                                list.isEmpty() ? null : list,
                                after.orElse(null),
                                limit + 1),
                        limit,
                        last -> query.cursor(cursors, SavedViewTable.cursorOf(last)))
                .map(view -> ShownView.of(view, caller));
    }

    @PostMapping("/api/v1/views")
    ResponseEntity<byte[]> keep(@Valid @RequestBody Body body, RequestContext context) {
        return responder.once(
                context,
                () -> {
                    var now = clock.instant();
                    var view = view(ids.generateId(), body, context.actor(), now, now);
                    return new RenderedResponse(
                            HttpStatus.CREATED.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            null,
                            "/api/v1/views/" + view.viewId(),
                            json.writeValueAsString(ShownView.of(view, context.actor())));
                });
    }

    @PutMapping("/api/v1/views/{id}")
    ShownView change(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var known = own(id, context.actor());
        var view = view(known.viewId(), body, context.actor(), known.createdAt(), clock.instant());
        return ShownView.of(view, context.actor());
    }

    @DeleteMapping("/api/v1/views/{id}")
    ResponseEntity<byte[]> forget(@PathVariable String id, RequestContext context) {
        table.delete(own(id, context.actor()).viewId());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}".getBytes(StandardCharsets.UTF_8));
    }

    private SavedView view(UUID id, Body body, Actor caller, Instant createdAt, Instant changedAt) {
        queries.check(body.list(), body.query(), caller::getName);
        var view =
                new SavedView(
                        id,
                        caller.getName(),
                        caller.shown(),
                        body.name(),
                        body.list(),
                        new SealedQuery(texts).of(body.query()),
                        body.isShared(),
                        createdAt,
                        changedAt);
        if (!table.store(view, MOST)) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "illegal",
                    "You keep %d views already; delete one first".formatted(MOST));
        }
        return view;
    }

    /** What others share is seen and not changed; what they keep to themselves is not there. */
    private SavedView own(String id, Actor caller) {
        var view =
                uuid(id) instanceof UUID known
                        ? table.find(known).filter(each -> each.isVisibleTo(caller)).orElse(null)
                        : null;
        if (view == null) {
            throw Problem.notFound("view");
        }
        if (!view.isOf(caller)) {
            throw Problem.forbidden("Only whoever keeps a view changes it");
        }
        return view;
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
