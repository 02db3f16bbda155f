package org.parley.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.parley.graphql.Node;
import org.parley.persistence.ReadFor;
import org.parley.time.PartialDate;

/** A document that attests records. */
@Entity
public class Source extends RecordEntity implements Node, SearchHit, HasHistory {

    @NonNull
    @ReadFor({"title", "label"})
    public String title;

    public String note;

    @Ignore
    public Long publisherKey;

    @NonNull
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    @ReadFor(inCursors = true)
    public PartialDate published;

    @NonNull
    @Enumerated(EnumType.STRING)
    public SourceKind kind;

    @NonNull
    public String language;

    /** How many paragraphs its locators may count. */
    @Ignore
    public int paragraphs;

    /** How many footnotes its locators may count. */
    @Ignore
    public int footnotes;

    public String url;

    public String archivedUrl;

    public String archivedSha256;

    @Ignore
    @Column(name = "archived_at")
    @ReadFor("archivedAt")
    public String archiveTime;

    public String license;

    @NonNull
    public List<@NonNull String> linkPatterns;

    @Ignore
    public Long editionOfKey;

    @Description(SourceDefinition.ARCHIVED_AT)
    public Instant getArchivedAt() {
        return archiveTime == null ? null : Instant.parse(archiveTime);
    }

    @Override
    protected String label() {
        return title;
    }
}
