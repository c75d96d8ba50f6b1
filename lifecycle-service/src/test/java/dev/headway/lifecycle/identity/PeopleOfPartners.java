package dev.headway.lifecycle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** People of other companies, invited, with a token as they get one when they sign in. */
public final class PeopleOfPartners {

    private final RunningHeadway headway;

    public PeopleOfPartners(RunningHeadway headway) {
        this.headway = headway;
    }

    /**
     * Somebody of a partner's.
     *
     * @param id in the directory
     */
    public record Person(String id, String token, Caller caller) {}

    /** Somebody of the company that a partnership is with. */
    public Person ofPartnershipsPartner(String path, String name) {
        return of(partnerOf(path), name);
    }

    /** The company that a partnership is with. */
    public String partnerOf(String path) {
        headway.awaitProjections();
        return headway.as(Role.VIEWER).get(path).json().at("/partnerId").asString();
    }

    public Person of(String partnerId, String name) {
        var invited =
                headway.as(Role.ADMIN)
                        .post(
                                "/api/v1/people",
                                """
                                {"name": "%s", "email": "%s@partner.example", "roles": ["PARTNER"],
                                 "partnerId": "%s"}
                                """
                                        .formatted(
                                                name,
                                                name.toLowerCase(Locale.ROOT)
                                                        .replaceAll("\\W+", "."),
                                                partnerId));
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        var id = invited.json().at("/id").asString();
        var known = known(id, invited);
        assertThat(known.json().at("/partnerId").asString()).isEqualTo(partnerId);
        var token = token(known.json().at("/subject").asString(), List.of("partner"));
        return new Person(id, token, headway.with(token));
    }

    /** A token of the embedded issuer that says this of its bearer. */
    public String token(String subject, List<String> roles) {
        var key = headway.bean(IssuerSecrets.class).signingKey();
        var issuer = headway.bean(Environment.class).getRequiredProperty("headway.identity.issuer");
        return new TokenMint(key, issuer)
                .token(
                        token ->
                                token.subject(subject)
                                        .claim("roles", roles)
                                        .expirationTime(TokenMint.in(Duration.ofHours(8))));
    }

    private Answered known(String id, Answered written) {
        return headway.as(Role.ADMIN)
                .get("/api/v1/people/" + id, "Headway-Position", Long.toString(written.position()));
    }
}
