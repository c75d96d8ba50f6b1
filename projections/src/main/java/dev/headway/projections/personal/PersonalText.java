package dev.headway.projections.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.contracts.written.FoldedText;
import dev.headway.contracts.written.SealedText;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Seals what says who somebody is, and opens it. What is sealed already stays as it is. A few
 * thousand texts are remembered, until the next key is destroyed.
 */
public final class PersonalText {

    /** What is answered in the place of whatever nobody can open any more. */
    public static final String FORGOTTEN = "(forgotten)";

    private static final int REMEMBERED = 50_000;

    private final PersonalKeys keys;
    private final Cache<Spelt, String> sealed = cache();
    private final Cache<String, String> opened = cache();
    private final AtomicLong generation = new AtomicLong();

    public PersonalText(PersonalKeys keys) {
        this.keys = keys;
        generation.set(keys.generation());
    }

    private record Spelt(String whose, String text) {}

    /** A person of the directory, as keys know them. */
    public static String person(String id) {
        return "#" + id;
    }

    /** Somebody who is a name only, however it is spelt. */
    public static String named(String text) {
        return "=" + new FoldedText(text).text();
    }

    /**
     * Seals a text of somebody.
     *
     * @param personId the person in the directory, or null for one who is this text and no more
     */
    public String seal(@Nullable String personId, String text) {
        if (SealedText.isOne(text) || text.equals(FORGOTTEN)) {
            return text;
        }
        forgetAfterDestruction();
        var spelt = new Spelt(personId == null ? named(text) : person(personId), text);
        return sealed.get(spelt, it -> keys.of(it.whose()).seal(text).toString());
    }

    /** The same where a name is written in another form, as in an address; opened it is in that. */
    public String sealWritten(String name, String written) {
        forgetAfterDestruction();
        return sealed.get(
                new Spelt(named(name), written),
                it -> keys.of(it.whose()).seal(written).toString());
    }

    /**
     * The same for a text that was recorded before there were keys: of whoever was forgotten since
     * it stays so.
     */
    String sealRecorded(@Nullable String personId, String text) {
        return SealedText.isOne(text)
                ? text
                : keys.destroyedKeyOf(personId == null ? named(text) : person(personId))
                        .map(id -> new SealedText(id, "").toString())
                        .orElseGet(() -> seal(personId, text));
    }

    /** Whether a text is a name in plain text, of somebody who was forgotten. */
    boolean isForgotten(@Nullable String personId, String text) {
        return !SealedText.isOne(text)
                && keys.destroyedKeyOf(personId == null ? named(text) : person(personId))
                        .isPresent();
    }

    /** As lists know somebody who is a name only; the text itself where nobody is sealed so. */
    public String known(String name) {
        return keys.find(named(name)).map(key -> SealedText.whose(key.id())).orElse(name);
    }

    /**
     * A text with everything opened that is sealed in it.
     *
     * @throws UnknownKeyException when the key of one is not known
     */
    public String open(String text) {
        return open(text, UnaryOperator.identity());
    }

    /** The same where what was sealed has to be written in the form of what stands around it. */
    public String open(String text, UnaryOperator<String> written) {
        return SealedText.replaceAll(text, each -> written.apply(opened(each)));
    }

    public @Nullable String openAny(@Nullable String text) {
        return text == null ? null : open(text);
    }

    /** A keyed hash, by which a text is found again and not guessed. */
    public String index(String text) {
        return keys.index(text);
    }

    private String opened(SealedText text) {
        forgetAfterDestruction();
        return opened.get(
                text.toString(),
                _ -> keys.byId(text.keyId()).map(key -> open(key, text)).orElse(FORGOTTEN));
    }

    private static String open(PersonalKey key, SealedText text) {
        return text.ciphertext().isEmpty() ? FORGOTTEN : key.open(text);
    }

    private void forgetAfterDestruction() {
        var now = keys.generation();
        if (generation.getAndSet(now) != now) {
            sealed.invalidateAll();
            opened.invalidateAll();
        }
    }

    private static <K> Cache<K, String> cache() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }
}
