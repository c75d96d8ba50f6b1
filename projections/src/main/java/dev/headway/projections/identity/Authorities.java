package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security asks for them. */
final class Authorities {

    private static final Map<Role, GrantedAuthority> OF_ROLES = new EnumMap<>(Role.class);

    static {
        Arrays.stream(Role.values())
                .forEach(
                        role ->
                                OF_ROLES.put(
                                        role, new SimpleGrantedAuthority("ROLE_" + role.name())));
    }

    private Authorities() {}

    static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream().map(OF_ROLES::get).toList();
    }
}
