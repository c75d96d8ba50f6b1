package dev.headway.lifecycle.imports;

import java.util.Set;

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

    private SheetErrors() {}

    static boolean has(String value) {
        return ALL.contains(value);
    }
}
