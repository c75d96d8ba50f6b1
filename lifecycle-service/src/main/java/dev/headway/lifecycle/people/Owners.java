package dev.headway.lifecycle.people;

import dev.headway.projections.http.Problem;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.KnownPeople.KnownPerson;
import dev.headway.projections.querying.OwnerFilter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a body names as an owner: by a text, or by the id of somebody in the directory. */
@Component
public class Owners {

    private final KnownPeople people;

    Owners(KnownPeople people) {
        this.people = people;
    }

    /**
     * Exactly one of the two says who.
     *
     * @param path the fields of the body that lead to the id, for whoever has to be told
     * @throws Problem 400 on the id when nobody has it, or who has it gets in no more; on the text
     *     when it is how lists call whoever asks
     */
    public Owner of(@Nullable String name, @Nullable String id, String... path) {
        return id == null ? named(Objects.requireNonNull(name), path) : person(id, path);
    }

    /** The same where nobody need be named. */
    public @Nullable Owner ofAny(@Nullable String name, @Nullable String id, String... path) {
        return name == null && id == null ? null : of(name, id, path);
    }

    /**
     * The same for a correction: whom it does not change stays as they were recorded, whatever has
     * become of them since.
     */
    public Owner of(@Nullable String name, @Nullable String id, Owner recorded, String... path) {
        var isSame =
                id == null
                        ? recorded.id() == null && recorded.name().equals(name)
                        : id.equals(recorded.id());
        return isSame ? recorded : of(name, id, path);
    }

    /** Whose things are handed over: also of somebody who gets in no more. */
    public Owner leaving(@Nullable String name, @Nullable String id, String... path) {
        return id == null ? Owner.named(Objects.requireNonNull(name)) : owner(known(id, path));
    }

    private static Owner named(String name, String... path) {
        if (OwnerFilter.isWhoeverAsks(name)) {
            var id = path[path.length - 1];
            var text = path.clone();
            text[text.length - 1] = id.substring(0, id.length() - "Id".length());
            throw refused("is how lists call whoever asks; say who it is by " + id, text);
        }
        return Owner.named(name);
    }

    private Owner person(String id, String... path) {
        var known = known(id, path);
        if (known.disabled()) {
            throw refused("is of somebody whose account is disabled", path);
        }
        return owner(known);
    }

    private KnownPerson known(String id, String... path) {
        return people.find(id).orElseThrow(() -> refused("is nobody's in the directory", path));
    }

    private static Owner owner(KnownPerson person) {
        return new Owner(person.name(), person.id());
    }

    private static Problem refused(String message, String... path) {
        return Problem.invalid(
                List.of(new Problem.FieldError(Problem.FieldError.pointer(path), message)));
    }
}
