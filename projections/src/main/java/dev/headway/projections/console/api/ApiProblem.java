package dev.headway.projections.console.api;

import java.util.List;

/** What the API refused, and why (RFC 9457). An answer and not a bug, so without a stack trace. */
public final class ApiProblem extends RuntimeException {

    private final int status;
    private final transient ApiObject body;
    private final String version;
    private final String retryAfter;

    ApiProblem(int status, ApiObject body, String version, String retryAfter) {
        super(status + " " + body.text("detail"), null, false, false);
        this.status = status;
        this.body = body;
        this.version = version;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    /** In the API's words. */
    public String detail() {
        return body.text("detail");
    }

    /** As the address of its explanation ends: {@code gate-shut}, {@code stale}, … */
    public String kind() {
        return body.text("type").replaceAll("^.*#", "");
    }

    /** The version as it stands, quoted; empty where nothing has one. */
    public String version() {
        return version;
    }

    /** After how many seconds to try again; empty where it does not say. */
    public String retryAfter() {
        return retryAfter;
    }

    /** The criteria that keep a gate shut. */
    public List<ApiObject> unmet() {
        return body.each("unmet");
    }

    /** What is wrong with which field. */
    public List<ApiObject> errors() {
        return body.each("errors");
    }

    /**
     * The partnership that stands in the way, which the detail names; not there where none does.
     */
    public ApiObject inTheWay() {
        return body.at("partnership");
    }

    /** Who changed it meanwhile, and how; not there where the API does not tell. */
    public ApiObject changed() {
        return body.at("changed");
    }
}
