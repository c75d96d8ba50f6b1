package dev.headway.projections.console.layout;

import java.util.List;
import java.util.function.Predicate;

/** A page in the menu, for those who may read it. */
public record MenuEntry(
        String id, String name, String brief, String path, Predicate<Reader> readableBy) {

    static final List<MenuEntry> ALL =
            List.of(
                    new MenuEntry("board", "Board", "Board", "/board", _ -> true),
                    new MenuEntry("ghosts", "Ghost towns", "Ghosts", "/ghost-towns", _ -> true),
                    new MenuEntry("steps", "My next steps", "Steps", "/steps", _ -> true),
                    new MenuEntry("alerts", "Alerts", "Alerts", "/alerts", _ -> true),
                    new MenuEntry("partners", "Partners", "Partners", "/partners", _ -> true),
                    new MenuEntry("program", "Program", "Program", "/program", _ -> true),
                    new MenuEntry(
                            "governance", "Governance", "Audit", "/governance", Reader::mayAudit),
                    new MenuEntry("import", "Import", "Import", "/import", Reader::mayAudit),
                    new MenuEntry("people", "People", "People", "/people", _ -> true),
                    new MenuEntry("me", "You", "You", "/me", _ -> true));

    /** Whether an address leads to it, or to something below it. */
    public boolean holds(String address) {
        return address.equals(path)
                || address.startsWith(path + "/")
                || address.startsWith(path + "?");
    }

    public boolean isFor(Reader reader) {
        return readableBy.test(reader);
    }
}
