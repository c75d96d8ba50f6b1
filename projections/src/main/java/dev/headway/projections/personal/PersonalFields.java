package dev.headway.projections.personal;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.log.Sealing;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seals and opens every field of a record that is marked as personal; events are such records. */
public final class PersonalFields implements Sealing {

    private final PersonalText texts;
    private final boolean seals;

    /** One after the other, by their classes. */
    private final ClassValue<SealedRecord> records =
            new ClassValue<>() {
                @Override
                protected SealedRecord computeValue(Class<?> type) {
                    return new SealedRecord(type, this::get);
                }
            };

    /**
     * @param seals whether anything is sealed at all; not, where what that costs is measured
     */
    public PersonalFields(PersonalText texts, boolean seals) {
        this.texts = texts;
        this.seals = seals;
    }

    /** What is done to one text of somebody. */
    @FunctionalInterface
    interface Change {

        /**
         * @param personId null for one who is this text and no more
         */
        String of(@Nullable String personId, String text);
    }

    /** The same record with its personal fields sealed; the very same where there are none. */
    public <T> T sealed(T value) {
        return seals ? changed(value, texts::seal) : value;
    }

    /** The same with all of them opened. */
    public <T> T opened(T value) {
        return changed(value, (_, text) -> texts.open(text));
    }

    /** Names in an event from before they were sealed, of those who were forgotten since. */
    public Set<String> forgottenIn(HeadwayEvent event, Provenance provenance) {
        var forgotten = new HashSet<String>();
        Change found =
                (personId, text) -> {
                    if (texts.isForgotten(personId, text)) {
                        forgotten.add(text);
                    }
                    return text;
                };
        changed(event, found);
        changed(provenance, found);
        return forgotten;
    }

    @Override
    public HeadwayEvent stored(HeadwayEvent event) {
        return sealed(event);
    }

    @Override
    public HeadwayEvent recorded(HeadwayEvent event) {
        return seals ? changed(event, texts::sealRecorded) : event;
    }

    @Override
    public Provenance recorded(Provenance provenance) {
        return seals ? changed(provenance, texts::sealRecorded) : provenance;
    }

    @SuppressWarnings("unchecked")
    private <T> T changed(T value, Change change) {
        return (T) records.get(value.getClass()).changed(value, null, change);
    }
}
