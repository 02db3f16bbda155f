package org.parley.seed.dump;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.RoleColumns;
import org.parley.seed.read.SeedKind;

/** The record as flat tables: one a kind, and one for each list of more than words. Points of statements are positions here. */
final class CsvTables {

    private static final Map<SeedKind, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(SeedKind.ACTOR, "slug name kind description aliases countryCode partOf"),
            Map.entry(SeedKind.PLACE, "slug name aliases country"), Map.entry(SeedKind.ISSUE, "slug name description aliases broader"),
            Map.entry(SeedKind.TRACK, "slug name description leads @period/from @period/to"),
            Map.entry(SeedKind.SOURCE, "slug title authors publisher @published kind language paragraphs footnotes note"),
            Map.entry(SeedKind.MEETING,
                    "slug title kind level medium setting status @date place placeInferred track partOf ordinal happening summary"
                            + " outcomes issues " + String.join(" ", RoleColumns.all())),
            Map.entry(SeedKind.STATEMENT,
                    "slug speakers onBehalfOf @date form venue summary quotation addressees meeting happening issues inReplyTo"),
            Map.entry(SeedKind.POSITION, "slug actor issue stance @date summary voice statement number"),
            Map.entry(SeedKind.AGREEMENT, "slug title kind status @date summary meeting happening parties mediators"),
            Map.entry(SeedKind.EVENT, "slug title kind @date place actors issues happening summary alleged"),
            Map.entry(SeedKind.FIGURE, "slug measure printed value unit of by @period/from @period/to happening reportedBy")));

    private CsvTables() {
    }

    static List<CsvTable> of(DataSet data) {
        CsvRows rows = new CsvRows(data);
        List<CsvTable> tables = new ArrayList<>();
        COLUMNS.forEach((kind, columns) -> tables.add(new CsvTable(kind.folder(), columns, rows.of(kind))));
        tables.add(new CsvTable("offices", "actor title of rank @from @to", rows.in(SeedKind.ACTOR, "offices")));
        tables.add(new CsvTable("participations", "meeting actor role office onBehalfOf inferred", rows.participations()));
        tables.add(new CsvTable("references", "statement relation kind slug", rows.references()));
        tables.add(new CsvTable("signatories", "agreement actor onBehalfOf office inferred", rows.in(SeedKind.AGREEMENT, "signatories")));
        tables.add(new CsvTable("provisions", "agreement number summary issue", rows.in(SeedKind.AGREEMENT, "provisions")));
        tables.add(
                new CsvTable("attestations", "kind slug provision source locator voice field value reads fragment", rows.attestations()));
        tables.add(new CsvTable("resolutions", "kind slug field rule note", rows.resolutions()));
        return tables;
    }
}
