package dev.headway.projections.questions.portfolio;

import dev.headway.projections.chat.PartnershipDetails;
import dev.headway.projections.chat.PartnershipDetails.Step;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.tables.RowJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** What a message says of a partnership; answered to chat from the tables of other questions. */
@Component
public class PartnershipsForChat implements PartnershipSource {

    private static final String SELECT =
            """
            select   p.partnership_id, p.name, p.stage, p.pattern, p.owner,
                     p.seats -> 'ESCALATION' ->> 'holder' as escalates_to,
                     coalesce((select jsonb_agg(to_jsonb(soonest))
                               from   (select   s.title, s.owner, s.due_on
                                       from     step s
                                                join step_partnership l using (partnership_id, life)
                                       where    s.partnership_id = p.partnership_id
                                       and      s.status = 'OPEN'
                                       order by s.due_on, s.step_id
                                       limit    3) soonest), '[]') as next
            from     portfolio p
            """;

    private final JdbcClient database;

    public PartnershipsForChat(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, PartnershipDetails> of(Collection<String> partnerships) {
        return database
                .sql(SELECT + "where p.partnership_id = any(:ids)")
                .param("ids", partnerships.toArray(String[]::new))
                .query(PartnershipsForChat::partnership)
                .list()
                .stream()
                .collect(Collectors.toMap(PartnershipDetails::id, Function.identity()));
    }

    @Override
    public List<Optional<String>> owners() {
        return database.sql(
                        """
                        select   distinct owner
                        from     portfolio
                        where    stage <> 'SUNSET'
                        order by owner nulls last
                        """)
                .query((row, _) -> Optional.ofNullable(row.getString("owner")))
                .list();
    }

    @Override
    public List<PartnershipDetails> activeOf(Optional<String> owner) {
        return database.sql(
                        SELECT
                                + """
                                where    p.stage <> 'SUNSET'
                                and      p.owner is not distinct from cast(:owner as text)
                                order by lower(p.name) collate "C", p.partnership_id
                                """)
                .param("owner", owner.orElse(null))
                .query(PartnershipsForChat::partnership)
                .list();
    }

    private static PartnershipDetails partnership(ResultSet row, int number) throws SQLException {
        List<Step> next =
                RowJson.MAPPER.readValue(row.getString("next"), new TypeReference<List<Step>>() {});
        return new PartnershipDetails(
                row.getString("partnership_id"),
                row.getString("name"),
                row.getString("stage"),
                row.getString("pattern"),
                row.getString("owner"),
                row.getString("escalates_to"),
                next);
    }
}
