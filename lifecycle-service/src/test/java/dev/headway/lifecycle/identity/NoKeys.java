package dev.headway.lifecycle.identity;

import dev.headway.projections.personal.PersonalKey;
import dev.headway.projections.personal.PersonalKeys;
import java.util.Optional;

/** Nobody is sealed. */
final class NoKeys implements PersonalKeys {

    @Override
    public PersonalKey of(String whose) {
        throw new UnsupportedOperationException("nothing is sealed");
    }

    @Override
    public Optional<PersonalKey> find(String whose) {
        return Optional.empty();
    }

    @Override
    public Optional<String> destroyedKeyOf(String whose) {
        return Optional.empty();
    }

    @Override
    public Optional<PersonalKey> byId(String keyId) {
        return Optional.empty();
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public String index(String text) {
        return text;
    }
}
