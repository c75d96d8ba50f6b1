package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import dev.headway.projections.audit.StatedFact.Span;
import java.util.List;
import java.util.Map;

/** What events of a person's stream say of them. */
final class PersonFacts {

    private PersonFacts() {}

    static List<StatedFact> of(PersonEvent event) {
        return switch (event) {
            case PersonRecognized e ->
                    List.of(
                            described(
                                    e,
                                    values(
                                            "name", e.name(),
                                            "username", e.username(),
                                            "email", e.email(),
                                            "roles", String.join(", ", e.roles()))));
            case PersonInvited e ->
                    List.of(
                            described(
                                    e,
                                    values(
                                            "name", e.name(),
                                            "email", e.email(),
                                            "roles", String.join(", ", e.roles()))),
                            account(e, "INVITED"));
            case MailAddressCorrected e ->
                    List.of(StatedFact.part("person", e.effectiveAt(), values("email", e.email())));
            case RolesAssigned e ->
                    List.of(
                            StatedFact.part(
                                    "person",
                                    e.effectiveAt(),
                                    values("roles", String.join(", ", e.roles()))));
            case BoundToPartner e ->
                    List.of(
                            StatedFact.whole(
                                    "binding",
                                    Span.FOR_GOOD,
                                    e.effectiveAt(),
                                    values("partnerId", e.partnerId())));
            case AccountDisabled e -> List.of(account(e, "DISABLED"));
            case AccountEnabled e -> List.of(account(e, "ACTIVE"));
            case ChatHandlesSet e ->
                    List.of(
                            StatedFact.whole(
                                    "chat handles",
                                    Span.FOR_GOOD,
                                    e.effectiveAt(),
                                    values("handles", handles(e))));
            case PasswordSet e -> List.of(account(e, "ACTIVE"));
            case AccountReset e -> List.of(account(e, "INVITED"));
            case SignedOutEverywhere _,
                    SignInsRefused _,
                    AccessTokenCreated _,
                    AccessTokenRevoked _,
                    CalendarLinkCreated _,
                    CalendarLinkRevoked _ ->
                    List.of();
        };
    }

    private static StatedFact described(PersonEvent event, Map<String, String> values) {
        return StatedFact.whole("person", Span.FOR_GOOD, event.effectiveAt(), values);
    }

    private static StatedFact account(PersonEvent event, String status) {
        return StatedFact.whole(
                "account", Span.FOR_GOOD, event.effectiveAt(), values("account", status));
    }

    private static String handles(ChatHandlesSet event) {
        return String.join(
                ", ",
                event.handles().stream()
                        .map(each -> each.channel() + " " + each.handle())
                        .toList());
    }
}
