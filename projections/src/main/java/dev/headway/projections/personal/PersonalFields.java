package dev.headway.projections.personal;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.log.Sealing;
import org.jspecify.annotations.Nullable;

/** Seals and opens every field of a record that is marked as personal; events are such records. */
public final class PersonalFields implements Sealing {

    private final PersonalText texts;

    /** One after the other, by their classes. */
    private final ClassValue<SealedRecord> records =
            new ClassValue<>() {
                @Override
                protected SealedRecord computeValue(Class<?> type) {
                    return new SealedRecord(type, this::get);
                }
            };

    public PersonalFields(PersonalText texts) {
        this.texts = texts;
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
        return changed(value, texts::seal);
    }

    /** The same with all of them opened. */
    public <T> T opened(T value) {
        return changed(value, (_, text) -> texts.open(text));
    }

    @Override
    public HeadwayEvent stored(HeadwayEvent event) {
        return sealed(event);
    }

    @Override
    public HeadwayEvent recorded(HeadwayEvent event) {
        return changed(event, texts::sealRecorded);
    }

    @Override
    public Provenance recorded(Provenance provenance) {
        return changed(provenance, texts::sealRecorded);
    }

    @SuppressWarnings("unchecked")
    private <T> T changed(T value, Change change) {
        return (T) records.get(value.getClass()).changed(value, null, change);
    }
}
