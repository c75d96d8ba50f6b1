package dev.headway.projections.subscriptions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A calendar in text (RFC 5545). Whatever lies on midnight UTC is a day. What people wrote is one
 * line of visible text: it cannot begin another property, nor turn around what stands after it.
 */
final class CalendarText {

    /** Of a line without its break. */
    private static final int MAX_OCTETS = 75;

    private static final int LONGEST_SUMMARY = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String publicUrl;
    private final StringBuilder text = new StringBuilder();

    private CalendarText(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * @param publicUrl what links begin with
     */
    static String of(String name, List<CalendarEntry> entries, String publicUrl) {
        return new CalendarText(publicUrl).calendar(name, entries);
    }

    private String calendar(String name, List<CalendarEntry> entries) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Headway//Headway//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("NAME:" + escaped(name));
        line("X-WR-CALNAME:" + escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        entries.forEach(this::event);
        line("END:VCALENDAR");
        return text.toString();
    }

    private void event(CalendarEntry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(entry.uid()) + "@headway");
        line("DTSTAMP:" + INSTANT.format(entry.on())); // one that is always now would be news
        line(start(entry.on()));
        line("SUMMARY:" + escaped(entry.summary()));
        line("URL:" + publicUrl + "/partnerships/" + entry.partnershipId());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String start(Instant on) {
        return on.equals(on.truncatedTo(ChronoUnit.DAYS))
                ? "DTSTART;VALUE=DATE:" + DAY.format(on.atOffset(ZoneOffset.UTC).toLocalDate())
                : "DTSTART:" + INSTANT.format(on);
    }

    /** As a TEXT value. */
    static String escaped(String value) {
        var visible = new StringBuilder();
        value.codePoints()
                .map(CalendarText::spaceForTheInvisible)
                .forEach(visible::appendCodePoint);
        var line = visible.toString().strip().replaceAll(" {2,}", " ");
        var cut =
                line.codePointCount(0, line.length()) <= LONGEST_SUMMARY
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
        return cut.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** Controls and line breaks, marks that turn text around, and halves of characters. */
    private static int spaceForTheInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    ' ';
            default -> codePoint;
        };
    }

    /** Folded where it is longer than 75 octets, and never within a character. */
    private void line(String content) {
        var octets = 0;
        for (int i = 0; i < content.length(); ) {
            var codePoint = content.codePointAt(i);
            var width = octets(codePoint);
            if (octets + width > MAX_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(codePoint);
            octets += width;
            i += Character.charCount(codePoint);
        }
        text.append("\r\n");
    }

    private static int octets(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
    }
}
