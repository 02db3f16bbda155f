package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.exchange.read.ForeignFile;
import org.parley.exchange.read.ForeignRow;
import org.parley.matching.Judgements;
import org.parley.matching.Match;
import org.parley.matching.Match.Verdict;
import org.parley.matching.RecordIndex;
import org.parley.record.Kind;

/** Converts the rows of a file to new entries and to additions to known ones. */
public final class Conversion {

    private final String name;
    private final String source;
    private final RecordIndex index;
    private final RowJudgements judgements;
    private final ConvertedRecords records;
    private final RecordReferences references;
    private final Consumer<Fault> faults;
    /** The name and date of the foreign record with a locator. */
    private final Map<String, String> byLocator = new HashMap<>();
    /** The rows of each list of the file: whether a section takes them. */
    private final Map<String, Map<Integer, Boolean>> taken = new HashMap<>();
    private int rows;
    private int unchanged;
    private int held;
    private ObjectNode attestation;
    /** The name of the record that the row makes, with what distinguishes it. */
    private String told;

    /** What a conversion results in, without what it needed on the way. */
    public record Result(List<EntryFile> newFiles, Map<Entry, ObjectNode> changed, int rows, int skipped, int unchanged, int held) {}

    private Conversion(String name, String source, EntryFiles dataSet, Judgements judgements, Consumer<Fault> faults) {
        this.name = name;
        this.source = source;
        this.faults = faults;
        this.index = new RecordIndex(dataSet);
        this.judgements = new RowJudgements(judgements, index.series(source));
        this.records = new ConvertedRecords(dataSet, index);
        this.references = new RecordReferences(index, this.judgements, records);
    }

    /**
     * Converts all rows of a file. Reports what is wrong with each one to the faults.
     *
     * @param name of the foreign file, for faults
     * @param source slug of the source that attests the records
     */
    public static Result run(Mapping mapping, ForeignFile file, String name, String source, EntryFiles dataSet, Judgements judgements,
            Consumer<Fault> faults) {
        Conversion conversion = new Conversion(name, source, dataSet, judgements, faults);
        conversion.run(mapping, file);
        return new Result(conversion.records.newFiles(name), conversion.records.changed(), conversion.rows, conversion.skipped(),
                conversion.unchanged, conversion.held);
    }

    private void run(Mapping mapping, ForeignFile file) {
        Scope.Lists lists = new Scope.Lists(file, mapping.lookups());
        ColumnCheck columns = new ColumnCheck(mapping, file, lists,
                (column, message) -> faults.accept(new Fault(name, 1, column, message)));
        for (Mapping.Section section : mapping.sections()) {
            List<ForeignRow> all = file.rows(section.rows());
            columns.check(section, all);
            for (ForeignRow row : all) {
                Scope scope = new Scope(row, lists);
                taken.computeIfAbsent(section.rows(), none -> new HashMap<>()).merge(row.number(), section.takes(scope),
                        Boolean::logicalOr);
                if (section.takes(scope)) {
                    rows++;
                    convert(section, scope);
                }
            }
        }
    }

    /** Returns the number of rows that no section takes. */
    private int skipped() {
        return (int) taken.values().stream().flatMap(list -> list.values().stream()).filter(isTaken -> !isTaken).count();
    }

    /** Converts a row, or takes back what it added. */
    private void convert(Mapping.Section section, Scope scope) {
        records.beginRow();
        judgements.beginRow();
        if (converts(section, scope)) {
            judgements.endRow(label(section, scope), records.writes());
        } else {
            records.takeBackRow();
            references.addMissingKeys(section.kind(), section.key(scope).texts());
        }
    }

    /** Returns what names a row: the kind, the source, the name of the file, the section, the number, and what the row is about. */
    private String label(Mapping.Section section, Scope scope) {
        return String.join(" ", section.kind().folder(), source, String.valueOf(Path.of(name).getFileName()),
                section.number() + "." + scope.row().number(), told);
    }

    private boolean converts(Mapping.Section section, Scope scope) {
        List<String> at = section.locator(scope).texts();
        attestation = Merger.attestation(source, at.isEmpty() ? "row " + scope.row().number() : at.get(0), section.voice());
        references.beginRow(attestation);
        boolean[] faulty = new boolean[1];
        EntryBuilder builder = new EntryBuilder(references, (field, e) -> {
            faulty[0] = true;
            report(scope, section.fields(), field, e);
        });
        try {
            ObjectNode entry = builder.entry(RecordDefinitions.of(section.kind()).entry(), section.fields(), scope);
            OfficeTerms.merge(entry.path("offices"));
            OfficeTerms.distinguish(entry.path("offices"), slug -> index.name(Kind.ACTOR, slug));
            told = RowJudgements.distinctive(entry);
            if (!faulty[0]) {
                List<String> keys = section.key(scope).texts();
                String slug = record(section, entry, builder.printed(), scope, String.join(", ", keys));
                references.addKeys(section.kind(), keys, slug);
            }
            return !faulty[0];
        } catch (CellException e) {
            report(scope, section.tree(), "locator", e);
            return false;
        } catch (UndecidedException e) {
            held++;
            return false;
        }
    }

    private void report(Scope scope, JsonNode fields, String field, CellException e) {
        faults.accept(new Fault(name, scope.row().line().getAsInt(), RowOrigins.label(fields, field, null), e.getMessage()));
    }

    /**
     * Merges an entry into the record that it is, or adds it. Returns the slug. Throws an UndecidedException, or a CellException about the
     * locator.
     */
    private String record(Mapping.Section section, ObjectNode entry, Map<String, String> printed, Scope scope, String key) {
        Kind kind = section.kind();
        String locator = attestation.path("locator").asText();
        checkLocator(kind, locator);
        // The number of a row is that of another record in a later edition.
        String foreign = !locator.startsWith("row ") ? locator : key.isEmpty() ? told : key;
        ObjectNode attested = entry.deepCopy();
        attested.putArray("attestations").add(attestation);
        boolean hasSlug = attested.has("slug") && index.hasSlug(kind, attested.path("slug").asText());
        Match match = hasSlug ? index.named(kind, attested.path("slug").asText())
                : judgements.apply(kind, foreign, RecordIndex.displayName(entry), index.compare(kind, attested, false),
                        same -> index.shared(kind, attested, records.form(kind, same), false));
        if (match.verdict() == Verdict.SAME) {
            return merge(kind, match.slug(), attested, printed);
        }
        String slug = records.add(kind, attested, printed, section.fields(), scope.row(), locator);
        judgements.settle(kind, foreign, RecordIndex.displayName(entry), slug);
        return slug;
    }

    private void checkLocator(Kind kind, String locator) {
        String first = byLocator.putIfAbsent(kind + locator, told);
        if (locator.startsWith("record ") && first != null && !first.equals(told)) {
            throw new CellException("'" + locator + "' is the locator of '" + told + "' and, in an earlier row, of '" + first
                    + "'; write a locator that each record has for itself");
        }
    }

    private String merge(Kind kind, String slug, ObjectNode entry, Map<String, String> printed) {
        if (!records.has(kind, slug)) {
            faults.accept(new Fault(judgements.file(), 0, slug, Judgements.missingMessage(kind, slug)));
        } else if (!records.merge(kind, slug, entry, printed)) {
            unchanged++;
        }
        return slug;
    }
}
