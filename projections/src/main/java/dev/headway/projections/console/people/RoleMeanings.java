package dev.headway.projections.console.people;

import dev.headway.contracts.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each role may do, for whoever gives roles to people and to scripts. */
final class RoleMeanings {

    private RoleMeanings() {}

    /** By the role's name. */
    static Map<String, String> all() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Role.OURS.forEach(role -> meanings.put(role.name(), of(role)));
        return meanings;
    }

    private static String of(Role role) {
        return switch (role) {
            case VIEWER -> "Reads partnerships, alerts and the program, and changes nothing.";
            case MANAGER -> "Records facts, moves partnerships and answers alerts.";
            case APPROVER ->
                    "All that a manager may; decides waivers, but never their own; reads the audit.";
            case AUDITOR -> "Reads everything, the audit as well, and changes nothing.";
            case ADMIN ->
                    "Changes the program, imports, looks after accounts and reads the audit; writes no"
                            + " partnership.";
            case PARTNER ->
                    "Somebody of a partner's: sees what is shared with that company, and confirms it.";
        };
    }
}
