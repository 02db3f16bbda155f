package org.parley.seed.write;

import org.parley.issue.Issue;
import org.parley.seed.entry.IssueSeed;
import org.parley.seed.read.SeedKind;

/** An issue. */
final class IssueWriter implements KindWriter<IssueSeed> {

    @Override
    public Issue row(IssueSeed seed, Long key, Keys keys) {
        Issue issue = new Issue();
        issue.key = key;
        issue.slug = seed.slug();
        issue.name = seed.name();
        issue.description = seed.description();
        issue.aliases = seed.aliases();
        issue.broaderKey = keys.of(SeedKind.ISSUE, seed.broader());
        return issue;
    }
}
