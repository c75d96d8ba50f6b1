package dev.headway.lifecycle.imports.xlsx;

import dev.headway.lifecycle.imports.xlsx.CellFormats.CellFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A cell's number as its spreadsheet shows it: a day as {@code 2026-01-31}, a day and a time as
 * {@code 2026-01-31T09:30:00}, which has no zone and is for the reader to refuse, anything else as
 * plain digits.
 *
 * @param from1904 whether the workbook counts days from 1904, as some on a Mac do
 */
record CellText(boolean from1904) {

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    /** Spreadsheets have a 29 February 1900, which is day 60; no day before it is what it seems. */
    private static final int FIRST_REAL_DAY = 61;

    /** 31 December 9999. */
    private static final int LAST_DAY = 2_958_465;

    /** What a spreadsheet shows for the day that is none, as of an empty cell that is added to. */
    private static final String NO_DAY = "1900-01-00";

    private static final int MAX_DIGITS = 400;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,400}");

    String number(String written, CellFormat format) {
        return switch (format) {
            case CellFormat.Plain _ -> plain(written);
            case CellFormat.Padded padded -> padded(plain(written), padded.digits());
            case CellFormat.Calendar _ -> calendar(written);
        };
    }

    /** The shortest digits that are this number: 4.1 is written down as 4.0999999999999996. */
    private static String plain(String written) {
        if (WHOLE.matcher(written).matches()) {
            return new BigInteger(written).toString(); // a key may have more digits than a number
        }
        var number = Double.parseDouble(written);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw Malformed.workbook();
        }
        var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return Math.abs(exact.scale()) > MAX_DIGITS ? written : exact.toPlainString();
    }

    private static String padded(String digits, int least) {
        var isCount = digits.chars().allMatch(each -> each >= '0' && each <= '9');
        return isCount ? "0".repeat(Math.max(0, least - digits.length())) + digits : digits;
    }

    private String calendar(String written) {
        var days = Double.parseDouble(written);
        var first = from1904 ? 0 : FIRST_REAL_DAY;
        if (days == 0 && !from1904) {
            return NO_DAY;
        }
        if (!(days >= first && days < LAST_DAY + 1.0)) {
            return plain(written);
        }
        var day = (from1904 ? DAY_0_OF_1904 : DAY_0).plusDays((long) days);
        var seconds =
                Math.round((days - Math.floor(days)) * ChronoUnit.DAYS.getDuration().toSeconds());
        var at = day.atStartOfDay().plusSeconds(seconds); // a hair before midnight is the next day
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toString();
    }
}
