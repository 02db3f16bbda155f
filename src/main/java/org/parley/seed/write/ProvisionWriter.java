package org.parley.seed.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.read.SeedKind;

/** The provisions of the agreements written, each with what vouches for it. */
final class ProvisionWriter {

    private final Rows rows = new Rows("provision", "agreement_id bigint", "number int", "summary text", "issue_id bigint");
    private final Map<Long, Map<Integer, AgreementSeed.Provision>> byNumber = new HashMap<>();
    private final Keys keys;

    ProvisionWriter(Keys keys) {
        this.keys = keys;
    }

    void add(List<AgreementSeed> agreements) {
        for (AgreementSeed agreement : agreements) {
            Long key = keys.of(SeedKind.AGREEMENT, agreement.slug());
            for (AgreementSeed.Provision provision : agreement.provisions()) {
                rows.add(key, provision.number(), provision.summary(), keys.of(SeedKind.ISSUE, provision.issue()));
                byNumber.computeIfAbsent(key, none -> new HashMap<>()).put(provision.number(), provision);
            }
        }
    }

    void write(Links links, StatelessSession session) {
        for (Object[] row : rows.insertReturning(session, "agreement_id, number, id")) {
            Long agreement = ((Number) row[0]).longValue();
            AgreementSeed.Provision provision = byNumber.get(agreement).get(((Number) row[1]).intValue());
            links.attestations(agreement, ((Number) row[2]).longValue(), provision.attestations());
        }
    }
}
