package dev.headway.projections.console.layout;

import java.util.List;
import java.util.function.Predicate;

/** A page in the menu, for those who may read it. */
public record MenuEntry(
        String id, String name, String brief, String path, Predicate<Reader> readableBy) {

    static final List<MenuEntry> ALL =
            List.of(new MenuEntry("board", "Board", "Board", "/board", _ -> true));

    public boolean isFor(Reader reader) {
        return readableBy.test(reader);
    }
}
