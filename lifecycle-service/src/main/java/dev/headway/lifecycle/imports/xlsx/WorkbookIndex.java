package dev.headway.lifecycle.imports.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Where the parts of a workbook are.
 *
 * @param sheets those that are not hidden, as they stand
 * @param hasHidden whether there are others
 * @param partsByType names of parts, under the last word of what they are, as {@code styles}
 */
record WorkbookIndex(
        List<Sheet> sheets, boolean hasHidden, Map<String, String> partsByType, boolean from1904) {

    private static final int MAX_SHEETS = 1_000;

    /** A sheet's name for people, and where it is. */
    record Sheet(String name, String part) {}

    /** Another part that this one leads to. */
    private record Relationship(String id, String type, String part) {}

    static WorkbookIndex read(WorkbookParts parts) throws IOException, XMLStreamException {
        var workbook =
                relationships(parts, "").stream()
                        .filter(each -> each.type().equals("officeDocument"))
                        .findFirst()
                        .orElseThrow(Malformed::workbook)
                        .part();
        var byType = new HashMap<String, String>();
        var byId = new HashMap<String, String>();
        for (var each : relationships(parts, workbook)) {
            byType.put(each.type(), each.part());
            byId.put(each.id(), each.part());
        }
        return read(parts, workbook, byType, byId);
    }

    private static WorkbookIndex read(
            WorkbookParts parts,
            String workbook,
            Map<String, String> byType,
            Map<String, String> byId)
            throws IOException, XMLStreamException {
        try (var xml = XmlPart.of(parts.require(workbook))) {
            var sheets = new ArrayList<Sheet>();
            var hasHidden = false;
            var from1904 = false;
            var elements = Set.of("workbookPr", "sheet");
            for (var element = xml.next(elements);
                    element != null && sheets.size() < MAX_SHEETS;
                    element = xml.next(elements)) {
                if (element.equals("workbookPr")) {
                    from1904 = xml.says("date1904");
                } else if (Objects.requireNonNullElse(xml.attribute("state"), "visible")
                        .equals("visible")) {
                    var id = xml.attribute("id");
                    var part = id == null ? null : byId.get(id);
                    if (part == null) {
                        throw Malformed.workbook();
                    }
                    sheets.add(new Sheet(String.valueOf(xml.attribute("name")), part));
                } else {
                    hasHidden = true;
                }
            }
            if (sheets.isEmpty() && !hasHidden) {
                throw Malformed.workbook(); // a document of another kind, made as workbooks are
            }
            return new WorkbookIndex(sheets, hasHidden, byType, from1904);
        }
    }

    /** What a part leads to, the whole package if it is empty. */
    private static List<Relationship> relationships(WorkbookParts parts, String of)
            throws IOException, XMLStreamException {
        var slash = of.lastIndexOf('/') + 1;
        var folder = of.substring(0, slash);
        var name = folder + "_rels/" + of.substring(slash) + ".rels";
        try (var xml = XmlPart.of(parts.require(name))) {
            var all = new ArrayList<Relationship>();
            while (xml.next(Set.of("Relationship")) != null) {
                var target = String.valueOf(xml.attribute("Target"));
                var type = String.valueOf(xml.attribute("Type"));
                all.add(
                        new Relationship(
                                String.valueOf(xml.attribute("Id")),
                                type.substring(type.lastIndexOf('/') + 1),
                                target.startsWith("/") ? target.substring(1) : folder + target));
            }
            return all;
        }
    }
}
