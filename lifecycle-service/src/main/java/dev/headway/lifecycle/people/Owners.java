package dev.headway.lifecycle.people;

import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.people.KnownPeople.KnownPerson;
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
     * @throws Problem 400 on the id when nobody has it, or who has it gets in no more
     */
    public Owner of(@Nullable String name, @Nullable String id, String... path) {
        return id == null ? Owner.named(Objects.requireNonNull(name)) : person(id, path);
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
        return id != null && id.equals(recorded.id()) ? recorded : of(name, id, path);
    }

    /** Whose things are handed over: also of somebody who gets in no more. */
    public Owner leaving(@Nullable String name, @Nullable String id, String... path) {
        return id == null ? of(name, null, path) : owner(known(id, path));
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
