package dev.headway.projections.questions.owners;

import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.personal.AnsweredText;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.querying.FoldedWords;
import dev.headway.projections.questions.nextsteps.OwnedSteps;
import dev.headway.projections.questions.portfolio.HeldSeats;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.watching.alerts.OwnedAlerts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who owns something and is known by a name only: teams, partners' staff, and whoever was written
 * down before the directory knew them. One of those who are spelt alike, as written last. Their
 * names are sealed: they are searched once they are opened.
 */
@Component
public class WhoIsKnownByNameOnly implements Projection {

    public static final String NAME = "text-owners";

    private final JdbcClient database;

    WhoIsKnownByNameOnly(JdbcClient database) {
        this.database = database;
    }

    /** A row of {@code text_owner}. */
    record TextOwner(String folded, String name) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("text_owner");
    }

    @Override
    public BatchHandler open() {
        return this::handle;
    }

    private void handle(List<RecordedEvent> page) {
        var named = new LinkedHashMap<String, TextOwner>();
        for (var recorded : page) {
            if (text(recorded.event()) instanceof String name) {
                var folded = new FoldedText(name).text();
                named.put(folded, new TextOwner(folded, name));
            }
        }
        JsonBulkWrites.write(
                database,
                """
                insert into text_owner (folded, name)
                select folded, name
                from   jsonb_to_recordset(cast(:rows as jsonb)) as row (folded text, name text)
                on conflict (folded) do update
                set    name = excluded.name
                where  text_owner.name <> excluded.name
                """,
                named.values());
    }

    private static @Nullable String text(HeadwayEvent event) {
        if (event instanceof SeatFilled e) {
            return e.holderId() == null ? e.holder() : null;
        }
        if (event instanceof StepPlanned e) {
            return e.ownerId() == null ? e.owner() : null;
        }
        if (event instanceof StepOwnerChanged e) {
            return e.ownerId() == null ? e.owner() : null;
        }
        return event instanceof AlertHandedOver e && e.ownerId() == null ? e.owner() : null;
    }

    /**
     * Those who own something now, by name.
     *
     * @param words what stands in their name, in any order; null for all
     */
    public List<String> find(@Nullable String words, int limit) {
        var key = "'=' || t.folded";
        var sought = words == null ? List.<String>of() : FoldedWords.of(words);
        return database
                .sql(
                        """
                        select t.name
                        from   text_owner t
                        where  (${seats}
                                or ${steps}
                                or ${alerts})
                        """
                                .replace("${seats}", HeldSeats.heldBy(key))
                                .replace("${steps}", OwnedSteps.ownedBy(key))
                                .replace("${alerts}", OwnedAlerts.ownedBy(key)))
                .query((row, _) -> AnsweredText.open(row.getString("name")))
                .list()
                .stream()
                .filter(name -> !name.equals(PersonalText.FORGOTTEN))
                .filter(name -> FoldedWords.areIn(new FoldedText(name).text(), sought))
                .sorted(Comparator.comparing(FoldedText::new))
                .limit(limit)
                .toList();
    }
}
