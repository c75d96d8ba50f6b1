package dev.headway.lifecycle.imports.xlsx;

import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;

/**
 * What is answered to a file that is no workbook, or none that is read here; each says a way out.
 */
final class Malformed {

    private Malformed() {}

    static Problem workbook() {
        return Problem.badRequest(
                "The file is not a sound .xlsx workbook; save it as .xlsx again, or as CSV UTF-8");
    }

    static Problem because(String why) {
        return Problem.badRequest(why + "; keep one and save it again, or save it as CSV UTF-8");
    }

    static Problem empty(boolean hasHidden) {
        return Problem.badRequest(
                hasHidden
                        ? "No sheet that is shown has rows; show the sheet that has them, and save"
                                + " it again"
                        : "The workbook is empty; send a header and rows");
    }

    static Problem formula(String cell) {
        return Problem.badRequest(
                "%s is a formula whose value is not in the file; open it in a spreadsheet and save it again, or save it as CSV UTF-8"
                        .formatted(cell));
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The workbook unpacks to more than one upload may bring; split it, or save it as"
                        + " CSV UTF-8");
    }
}
