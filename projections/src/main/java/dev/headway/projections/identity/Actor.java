package dev.headway.projections.identity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person a command is from, as they are shown at this moment.
 *
 * @param subject their identity at whoever vouches for them
 * @param id the person in the directory; null for Headway itself
 * @param name as shown beside what they do; null for Headway itself
 * @param through the subject of the service that calls for them, or null when they call themselves
 */
public record Actor(
        String subject, @Nullable String id, @Nullable String name, @Nullable String through)
        implements AuthenticatedPrincipal {

    /** Somebody of whom nothing but a subject is known. */
    public static Actor named(String subject) {
        return new Actor(subject, null, null, null);
    }

    /** Who is behind a message. */
    public static Actor of(Map<String, ?> metaData) {
        var subject = (String) metaData.get("actor");
        return new Actor(
                subject == null ? "" : subject,
                (String) metaData.get("actorId"),
                (String) metaData.get("actorName"),
                (String) metaData.get("through"));
    }

    /** Whether it is this person, whatever they were called then and whoever calls for them. */
    public boolean is(String subject, @Nullable String id) {
        return id != null && this.id != null ? id.equals(this.id) : subject.equals(this.subject);
    }

    /** What people are shown as beside what they do: by subject where no name is known. */
    public String shown() {
        return name == null ? subject : name;
    }

    /** What two callers never share. */
    @Override
    public String getName() {
        return id == null ? subject : id;
    }

    /** What the events of a command carry of whom it is from. */
    public Map<String, Object> metaData() {
        var metaData = new HashMap<String, Object>();
        metaData.put("actor", subject);
        putIfKnown(metaData, "actorId", id);
        putIfKnown(metaData, "actorName", name);
        putIfKnown(metaData, "through", through);
        return metaData;
    }

    private static void putIfKnown(
            Map<String, Object> metaData, String name, @Nullable String value) {
        if (value != null) {
            metaData.put(name, value);
        }
    }
}
