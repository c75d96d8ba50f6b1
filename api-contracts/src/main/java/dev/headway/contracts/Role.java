package dev.headway.contracts;

/** What a caller may do; the rights of each role are told in the domain language. */
public enum Role {
    VIEWER,
    MANAGER,
    APPROVER,
    AUDITOR,
    ADMIN
}
