package dev.headway.contracts;

import java.util.List;

/** What a caller may do; the rights of each role are told in the domain language. */
public enum Role {
    VIEWER,
    MANAGER,
    APPROVER,
    AUDITOR,
    ADMIN,

    /**
     * Somebody of a partner's, bound to that partner: sees what is shared with it, and nothing
     * else. Whoever has this role has no other.
     */
    PARTNER;

    /** Those that people of our own have; each of them reads. */
    public static final List<Role> OURS = List.of(VIEWER, MANAGER, APPROVER, AUDITOR, ADMIN);
}
