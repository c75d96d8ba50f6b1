package dev.headway.lifecycle.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What joint wins are worth, from the call that says so to the sums. */
class LeverageOverHttpTest {

    private static RunningHeadway headway;
    private static Caller manager;
    private static Clock clock;

    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        clock = headway.bean(Clock.class);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void currencies_stay_apart_and_corrections_leave_the_sums_at_once() {
        var amber = PartnershipOverHttp.registered(manager, clock, "Amber").inPilot();
        won(amber, "4800.10", "EUR", "SOURCED");
        won(amber, "0.20", "EUR", "INFLUENCED");
        var last = won(amber, "99999999999999.9999", "USD", "SOURCED");

        var sums = ofPartner("Amber Ltd", last);
        assertThat(sums.at("/total/wins").asInt()).isEqualTo(3);
        assertThat(sums.at("/total/sums").size()).isEqualTo(2);
        assertThat(sums.at("/total/sums/0/value").decimalValue()).isEqualByComparingTo("4800.30");
        assertThat(sums.at("/total/sums/0/sourced").decimalValue()).isEqualByComparingTo("4800.10");
        assertThat(sums.at("/total/sums/1/value").decimalValue())
                .isEqualByComparingTo("99999999999999.9999");
        assertThat(sums.at("/mechanisms/0/of").asString()).isEqualTo("WIN_RATE");
        assertThat(sums.at("/patterns/0/of").asString()).isEqualTo("RESELL");
        assertThat(sums.at("/total/events").size()).isEqualTo(3);

        var newest = sums.at("/total/events/0").asString();
        var corrected =
                manager.post(
                        amber.path() + "/history/" + newest + "/correction",
                        "{\"reason\":\"in euros\",\"amount\":{\"value\":99999999999999.9998,"
                                + "\"currency\":\"EUR\"}}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        var euros = ofPartner("amber LTD", corrected);
        assertThat(euros.at("/total/sums").size()).isOne();
        assertThat(euros.at("/total/sums/0/value").decimalValue())
                .isEqualByComparingTo("100000000004800.2998");

        var withdrawn =
                manager.post(
                        amber.path()
                                + "/history/"
                                + euros.at("/total/events/0").asString()
                                + "/withdrawal",
                        "{\"reason\":\"it never was\"}");
        assertThat(ofPartner("Amber Ltd", withdrawn).at("/total/wins").asInt()).isEqualTo(2);

        var renamed = manager.patch(amber.path(), "{\"partner\":{\"name\":\"Amber Group\"}}");
        assertThat(ofPartner("Amber Ltd", renamed).at("/total/wins").asInt()).isZero();
        assertThat(ofPartner("Amber Group", renamed).at("/total/wins").asInt()).isEqualTo(2);

        var voided = manager.post(amber.path() + "/voiding", "{\"reason\":\"twice\"}");
        assertThat(ofPartner("Amber Group", voided).at("/total/wins").asInt()).isZero();
        assertThat(ofPartner("Amber Group", voided).at("/claims").size()).isZero();
    }

    @Test
    void a_win_is_shown_with_what_it_is_worth() {
        var birch = PartnershipOverHttp.registered(manager, clock, "Birch").inPilot();
        var won = won(birch, "120", "JPY", "INFLUENCED");

        var known = birch.get("", "Headway-Position", won.header("Headway-Position")).json();
        assertThat(known.at("/jointWins/0/amount/value").asInt()).isEqualTo(120);
        assertThat(known.at("/jointWins/0/amount/currency").asString()).isEqualTo("JPY");
        assertThat(known.at("/jointWins/0/attribution").asString()).isEqualTo("INFLUENCED");
    }

    @Test
    void how_far_claims_of_a_pattern_came_is_told_over_all_of_them() {
        var cedar = PartnershipOverHttp.registered(manager, clock, "Cedar").inPilot();
        var measured =
                manager.post(
                        cedar.path() + "/measurements", "{\"value\":24,\"evidence\":\"report\"}");

        var claims = ofPartner("Cedar Ltd", measured).at("/claims");
        assertThat(claims.size()).isOne();
        assertThat(claims.at("/0/pattern").asString()).isEqualTo("RESELL");
        assertThat(claims.at("/0/claims").asInt()).isOne();
        assertThat(claims.at("/0/settled").asInt()).isZero();
        assertThat(claims.at("/0/medianProgress").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(claims.at("/0/events").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, eur, /amount/currency",
        "1, XXX, /amount/currency",
        "1, XAU, /amount/currency",
        "0, EUR, /amount/value",
        "-3, EUR, /amount/value",
        "1.00001, EUR, /amount/value",
        "1e19, EUR, /amount/value"
    })
    void what_is_no_money_is_refused(String value, String currency, String pointer) {
        var dune = PartnershipOverHttp.registered(manager, clock, "Dune").inPilot();

        var refused =
                manager.withoutContract()
                        .post(dune.path() + "/joint-wins", win(value, currency, "SOURCED"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void an_unknown_filter_is_refused() {
        var path = "/api/v1/portfolio/leverage";
        assertThat(manager.withoutContract().get(path + "?quarter=2026-Q5").status())
                .isEqualTo(400);
        assertThat(manager.withoutContract().get(path + "?pattern=FRIENDS").status())
                .isEqualTo(400);
        assertThat(manager.withoutContract().get(path + "?currency=EUR").status()).isEqualTo(400);
    }

    private static Caller.Answered won(
            PartnershipOverHttp partnership, String value, String currency, String attribution) {
        var won =
                manager.post(partnership.path() + "/joint-wins", win(value, currency, attribution));
        assertThat(won.status()).as(won.text()).isEqualTo(200);
        return won;
    }

    private static String win(String value, String currency, String attribution) {
        return """
                {"customer":"Harbour Foods","summary":"live","evidence":"order","attribution":"%s",
                 "amount":{"value":%s,"currency":"%s"}}
                """
                .formatted(attribution, value, currency);
    }

    /** Read to the last digit. */
    private static JsonNode ofPartner(String partner, Caller.Answered after) {
        return EXACT.readTree(
                headway.as(Role.VIEWER)
                        .get(
                                "/api/v1/portfolio/leverage?partner=" + partner.replace(" ", "%20"),
                                "Headway-Position",
                                after.header("Headway-Position"))
                        .text());
    }
}
