package dev.headway.lifecycle.imports;

import java.util.Set;
import java.util.regex.Pattern;

/** What a formula leaves behind that came to nothing, be it saved as text or not. */
final class SheetErrors {

    /** Of a workbook, which keeps them in English, and of texts from spreadsheets around Europe. */
    private static final Set<String> ALL =
            Set.of(
                    "#NULL!",
                    "#DIV/0!",
                    "#VALUE!",
                    "#REF!",
                    "#NAME?",
                    "#NUM!",
                    "#N/A",
                    "#SPILL!",
                    "#CALC!",
                    "#FIELD!",
                    "#BLOCKED!",
                    "#CONNECT!",
                    "#UNKNOWN!",
                    "#BUSY!",
                    "#GETTING_DATA",
                    "#EXTERNAL!",
                    "#PYTHON!",
                    "#TIMEOUT!",
                    "#ERROR!",
                    "#BEZUG!",
                    "#WERT!",
                    "#ZAHL!",
                    "#NV",
                    "#ÜBERLAUF!",
                    "#VALEUR!",
                    "#NOM?",
                    "#NOMBRE!",
                    "#RIF!",
                    "#VALORE!",
                    "#NOME?",
                    "#N/D",
                    "#¡VALOR!",
                    "#¡REF!",
                    "#¿NOMBRE?",
                    "#¡NUM!",
                    "#¡DIV/0!",
                    "#VALOR!");

    /** What spreadsheets show for a date of nothing: day 0, or the day that it would be. */
    private static final Pattern NO_DAY =
            Pattern.compile("(1900-01-00|1899-12-3[01])(T00:00(:00(\\.0+)?)?Z?)?");

    private SheetErrors() {}

    static boolean isNoDay(String value) {
        return NO_DAY.matcher(value).matches();
    }

    static boolean has(String value) {
        return ALL.contains(value);
    }
}
