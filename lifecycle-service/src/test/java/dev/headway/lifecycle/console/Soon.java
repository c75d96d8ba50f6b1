package dev.headway.lifecycle.console;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day ahead, near enough for everything that may lie ahead. */
final class Soon {

    static final String DAY = LocalDate.now(ZoneOffset.UTC).plusDays(60).toString();

    private Soon() {}
}
