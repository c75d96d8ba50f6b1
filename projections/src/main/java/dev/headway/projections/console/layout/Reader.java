package dev.headway.projections.console.layout;

import dev.headway.contracts.Role;
import dev.headway.projections.console.api.ApiObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.ui.Model;

/**
 * Whoever reads a page, as the API knows them. What the API refuses to their roles, pages do not
 * offer; the API is what decides.
 */
public record Reader(String id, String name, Set<Role> roles) {

    static Reader of(ApiObject me) {
        var names = Set.copyOf(me.texts("roles"));
        return new Reader(
                me.text("id"),
                me.text("name"),
                Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whoever reads the page that is made of this. */
    public static Reader of(Model model) {
        return (Reader) Objects.requireNonNull(model.getAttribute(PageModel.READER));
    }

    /**
     * @throws NotForRoleException when they may not
     */
    public void must(Predicate<Reader> may) {
        if (!may.test(this)) {
            throw new NotForRoleException();
        }
    }

    /** Whether they may record facts, move partnerships and answer alerts. */
    public boolean mayWrite() {
        return roles.contains(Role.MANAGER) || roles.contains(Role.APPROVER);
    }

    /** Whether they may decide waivers. */
    public boolean mayApprove() {
        return roles.contains(Role.APPROVER);
    }

    /** Whether they may change the program, import, and look after accounts. */
    public boolean mayAdminister() {
        return roles.contains(Role.ADMIN);
    }

    /** Whether they may look through the audit. */
    public boolean mayAudit() {
        return mayApprove() || mayAdminister() || roles.contains(Role.AUDITOR);
    }

    /** Two letters at most, for a seal. */
    public String initials() {
        return Arrays.stream(name.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    public String rolesInWords() {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
