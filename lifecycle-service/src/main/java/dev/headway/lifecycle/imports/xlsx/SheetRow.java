package dev.headway.lifecycle.imports.xlsx;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param values as text, empty where a cell is; nothing behind the last cell that has a value
 */
public record SheetRow(int number, List<String> values) {}
