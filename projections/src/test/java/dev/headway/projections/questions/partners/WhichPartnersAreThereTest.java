package dev.headway.projections.questions.partners;

import static dev.headway.projections.questions.EventPhrases.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnerAssigned;
import dev.headway.contracts.PartnershipEvent.PartnerDescribed;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipUnvoided;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is with whom follows from what was said, in the order in which it was said. */
class WhichPartnersAreThereTest {

    private static final Instant AT = at("2026-02-01");
    private static final String ACME = PartnerId.ofName(new FoldedText("Acme"));
    private static final String BETA = PartnerId.ofName(new FoldedText("Beta"));

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhichPartnersAreThere question =
            new WhichPartnersAreThere(
                    new PartnerTables(database),
                    new PartnerList(database, new DrivenClock(at("2026-03-01"))),
                    new Cursors(database));
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);
    private final PartneredWith with = new PartneredWith(database);
    private final Set<String> begun = new HashSet<>();

    @Test
    void however_its_name_is_typed_a_partner_is_one_and_called_as_it_was_last() {
        happened("p", registered("p", "Acme"));
        happened("q", registered("q", "ÁCME"));
        happened("r", registered("r", "Beta"));

        assertThat(partners()).containsExactly("ÁCME 2", "Beta 1");
        assertThat(partnerOf("p", "q")).containsOnly(ACME);
    }

    @Test
    void who_is_put_right_goes_where_the_other_name_leads_and_a_name_without_any_is_gone() {
        happened("p", registered("p", "Acme"));
        happened("q", registered("q", "Acne"), described("Acme"));

        assertThat(partners()).containsExactly("Acme 2");
    }

    @Test
    void another_name_leads_to_the_same_partner_from_then_on_and_the_one_before_as_well() {
        happened("before", registered("before", "Acme Group"));
        happened("p", registered("p", "Acme"));
        saidOf(ACME, named(ACME, "Acme"), renamed(ACME, "Acme Group"));
        happened("p", described("Acme Group"));
        happened("q", registered("q", "Acme Group"));
        happened("r", registered("r", "acme"));

        assertThat(partnerOf("p", "q", "r")).containsOnly(ACME);
        assertThat(partnerOf("before")).doesNotContain(ACME);
        assertThat(partners()).containsExactlyInAnyOrder("Acme Group 3", "Acme Group 1");
    }

    @Test
    void two_companies_of_one_name_are_told_apart_where_somebody_says_so() {
        happened("p", registered("p", "Acme"));
        happened("q", registered("q", "Acme"));
        saidOf("other", named("other", "Acme"));
        happened("q", new PartnerAssigned("other", AT));
        happened("q", described("Acme Tools"));
        happened("r", registered("r", "Acme"));

        assertThat(partnerOf("q")).containsOnly("other");
        assertThat(partnerOf("p", "r")).containsOnly(ACME);

        happened("q", described("Acme"), new PartnerAssigned(null, AT));

        assertThat(partnerOf("q")).containsOnly(ACME);
        assertThat(partners()).containsExactlyInAnyOrder("Acme 0", "Acme 3");
    }

    @Test
    void a_name_that_nobody_has_yet_leads_to_whoever_is_added_under_it() {
        saidOf("added", named("added", "Acme"));
        happened("p", registered("p", "Acme"));

        assertThat(partnerOf("p")).containsOnly("added");
    }

    @Test
    void what_is_merged_is_counted_there_and_comes_back_even_if_it_was_renamed_meanwhile() {
        happened("p", registered("p", "Acme"));
        happened("q", registered("q", "Beta"));
        saidOf(BETA, named(BETA, "Beta"), merged(BETA, ACME));
        happened("q", described("Acme"));

        assertThat(partners()).containsExactly("Acme 2");
        assertThat(partnerOf("q")).containsOnly(ACME);
        assertThat(ask("?merged=true").at("/items/0/mergedInto/id").asString()).isEqualTo(ACME);

        saidOf(BETA, new PartnerUnmerged(BETA, ACME, AT));

        assertThat(partnerOf("q")).containsOnly(BETA);
        assertThat(partners()).containsExactly("Acme 1", "Beta 1");
    }

    @Test
    void who_went_into_one_that_goes_goes_along_and_a_circle_is_never_closed() {
        happened("p", registered("p", "Acme"));
        happened("q", registered("q", "Beta"));
        happened("r", registered("r", "Gamma"));
        var gamma = PartnerId.ofName(new FoldedText("Gamma"));
        saidOf(ACME, named(ACME, "Acme"), merged(ACME, BETA));
        saidOf(BETA, named(BETA, "Beta"), merged(BETA, gamma));
        saidOf(gamma, named(gamma, "Gamma"), merged(gamma, ACME));

        assertThat(partners()).containsExactly("Gamma 3");
        assertThat(partnerOf("p", "q", "r")).containsOnly(gamma);
    }

    @Test
    void what_is_voided_does_not_count() {
        happened("p", registered("p", "Acme"), new PartnershipVoided("Twice", null, AT));
        assertThat(partners()).isEmpty();

        happened("p", new PartnershipUnvoided(AT));
        assertThat(partners()).containsExactly("Acme 1");
    }

    @Test
    void pages_in_each_order_have_every_partner_once() {
        for (int n = 0; n < 7; n++) {
            happened("p" + n, registered("p" + n, "Acme " + n % 5));
        }
        for (var sort : List.of("name", "-name", "partnerships", "-partnerships")) {
            var all = new ArrayList<String>();
            var query = "?limit=2&sort=" + sort;
            var page = ask(query);
            while (true) {
                page.get("items").forEach(item -> all.add(item.get("id").asString()));
                if (page.get("nextCursor").isNull()) {
                    break;
                }
                page = ask(query + "&cursor=" + page.get("nextCursor").asString());
            }
            assertThat(all).as(sort).hasSize(5).doesNotHaveDuplicates();
        }
        assertThat(asking.get("/api/v1/partners?sort=size").status()).isEqualTo(400);
    }

    /** In whatever bits events are read, and read again, the rows are the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void built_anew_the_rows_are_the_same(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 150; n++) {
            anything(random);
            if (random.nextInt(4) == 0) {
                loop.catchUp();
            }
        }
        loop.catchUp();
        var before = rows();

        question.on(log.after(0, 1_000));
        assertThat(rows()).as("seen twice").isEqualTo(before);
        loop.rebuild(WhichPartnersAreThere.NAME);

        assertThat(rows()).as("built anew").isEqualTo(before);
        assertThat(
                        database.sql(
                                        """
                                        select count(*)
                                        from   partner_partnership
                                               left join partner using (partner_id)
                                        where  partner.partner_id is null
                                        """)
                                .query(Integer.class)
                                .single())
                .as("with nobody")
                .isZero();
    }

    private void anything(Random random) {
        var id = "p" + random.nextInt(8);
        var name = "Acme " + random.nextInt(5);
        var partner = PartnerId.ofName(new FoldedText("Acme " + random.nextInt(5)));
        var other = PartnerId.ofName(new FoldedText("Acme " + random.nextInt(5)));
        switch (random.nextInt(7)) {
            case 0 -> log.happened(id, registered(id, name));
            case 1 -> log.happened(id, described(name));
            case 2 ->
                    log.happened(
                            id, new PartnerAssigned(random.nextBoolean() ? null : partner, AT));
            case 3 -> say(partner, name);
            case 4 -> say(partner, name, renamed(partner, name));
            case 5 -> say(partner, name, merged(partner, other));
            default -> say(partner, name, new PartnerUnmerged(partner, other, AT));
        }
    }

    /** A stream of a partner's own begins with what it is called. */
    private void say(String partner, String name, HeadwayEvent... events) {
        if (begun.add(partner)) {
            log.happened(PartnerEvent.STREAM + partner, named(partner, name));
        }
        log.happened(PartnerEvent.STREAM + partner, events);
    }

    private TreeMap<String, Object> rows() {
        var rows = new TreeMap<String, Object>();
        for (var table : question.tables()) {
            rows.put(
                    table,
                    database.sql("select cast(t as text) from %s t order by 1".formatted(table))
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private void saidOf(String partner, HeadwayEvent... events) {
        happened(PartnerEvent.STREAM + partner, events);
    }

    private List<String> partners() {
        return ask("").get("items")
                .valueStream()
                .map(each -> each.get("name").asString() + " " + each.get("partnerships").asInt())
                .toList();
    }

    private Collection<String> partnerOf(String... partnerships) {
        return with.of(List.of(partnerships)).values();
    }

    private JsonNode ask(String query) {
        return asking.get("/api/v1/partners" + query).expect(200).body();
    }

    private static PartnershipEvent registered(String id, String partner) {
        return new PartnershipRegistered(id, id, partner, "RESELLER", null, null, null, AT);
    }

    private static PartnershipEvent described(String partner) {
        return new PartnerDescribed(partner, "RESELLER", null, null, null, AT);
    }

    private static PartnerEvent named(String id, String name) {
        return new PartnerNamed(id, name, "RESELLER", null, AT);
    }

    private static PartnerEvent renamed(String id, String name) {
        return new PartnerRenamed(id, name, "RESELLER", null, AT);
    }

    private static PartnerEvent merged(String id, String into) {
        return new PartnerMerged(id, into, "The other", "One company", AT);
    }
}
