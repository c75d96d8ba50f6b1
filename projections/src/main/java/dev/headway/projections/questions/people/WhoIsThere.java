package dev.headway.projections.questions.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.ChatHandle;
import dev.headway.contracts.PersonEvent.ChatHandlesSet;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.nextsteps.OwnedSteps;
import dev.headway.projections.questions.owners.WhoIsKnownByNameOnly;
import dev.headway.projections.questions.portfolio.HeldSeats;
import dev.headway.projections.watching.alerts.OwnedAlerts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is there? Everybody who has called or was invited, as they are known now. */
@RestController
class WhoIsThere implements Projection {

    static final String NAME = "people";

    /** Enough to choose from; whoever looks for one says more of the name. */
    private static final int MAX_OWNERS = 20;

    private final PersonTable table;
    private final ChatHandleTable handles;
    private final WhoIsKnownByNameOnly others;
    private final Cursors cursors;

    WhoIsThere(
            PersonTable table,
            ChatHandleTable handles,
            WhoIsKnownByNameOnly others,
            Cursors cursors) {
        this.table = table;
        this.handles = handles;
        this.others = others;
        this.cursors = cursors;
    }

    /**
     * A page of the directory.
     *
     * @param owners whoever owns something and is no person of the directory, by name; the same few
     *     beside every page
     */
    record PeopleAndNames(
            List<DirectoryEntry> items, List<String> owners, @Nullable String nextCursor) {}

    /**
     * One person.
     *
     * @param chatHandles what chat calls them, or null where that is not for the caller to see
     */
    record PersonSeen(
            @JsonUnwrapped DirectoryEntry person,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChatHandle> chatHandles) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "person_chat_handle");
    }

    @Override
    public BatchHandler open() {
        return this::handle;
    }

    private void handle(List<RecordedEvent> page) {
        for (var recorded : page) {
            if (recorded.event() instanceof PersonEvent event) {
                handle(event, recorded.version());
            } else if (recorded.event() instanceof ErasureCompleted forgotten) {
                handles.forget(forgotten.personId());
            }
        }
    }

    /** People change seldom: one of them at a time will do. */
    private void handle(PersonEvent event, long version) {
        if (event instanceof ChatHandlesSet set) {
            handles.store(set);
            return;
        }
        var before = table.find(event.personId()).orElse(null);
        if (before != null && before.version() >= version) {
            return;
        }
        var after = DirectoryEntry.evolve(before, event, version);
        if (after != null && !after.equals(before)) {
            table.store(after);
        }
    }

    /** What chat calls somebody is shown to whoever may set it: an admin, and they themselves. */
    @MayRead
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/people/{id}")
    PersonSeen answer(@PathVariable String id, HttpServletRequest request, Principal caller) {
        var entry = table.find(id).orElseThrow(NotFoundException::person);
        var maySee = request.isUserInRole("ADMIN") || entry.id().equals(caller.getName());
        return new PersonSeen(entry, maySee ? handles.of(entry.id()) : null);
    }

    @MayRead
    @ReadsFrom({
        NAME,
        WhoIsKnownByNameOnly.NAME,
        HeldSeats.POSITION,
        OwnedSteps.POSITION,
        OwnedAlerts.POSITION
    })
    @GetMapping("/api/v1/people")
    PeopleAndNames answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var words = query.text("q");
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var page =
                Page.of(
                        table.page(words, after.orElse(null), limit + 1),
                        limit,
                        last -> query.cursor(cursors, PersonTable.folded(last), last.id()));
        return new PeopleAndNames(page.items(), others.find(words, MAX_OWNERS), page.nextCursor());
    }
}
