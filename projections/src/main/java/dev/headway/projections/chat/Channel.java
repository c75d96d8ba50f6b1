package dev.headway.projections.chat;

import dev.headway.projections.chat.ChatProperties.Kind;
import java.util.Locale;

/**
 * A place where people are told.
 *
 * @param name unique, and safe to show
 * @param url a credential; goes nowhere but into the request
 */
record Channel(String name, Kind kind, String url) {

    /** The kind as it is written in configuration. */
    String kindInWords() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
