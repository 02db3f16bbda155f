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
    private final Keys keys;

    ProvisionWriter(Keys keys) {
        this.keys = keys;
    }

    void write(List<AgreementSeed> agreements, Links links, StatelessSession session) {
        Map<Long, Map<Integer, AgreementSeed.Provision>> byNumber = new HashMap<>();
        for (AgreementSeed agreement : agreements) {
            Long key = keys.of(SeedKind.AGREEMENT, agreement.slug());
            for (AgreementSeed.Provision provision : agreement.provisions()) {
                rows.add(key, provision.number(), provision.summary(), keys.of(SeedKind.ISSUE, provision.issue()));
                byNumber.computeIfAbsent(key, none -> new HashMap<>()).put(provision.number(), provision);
            }
        }
        for (Object[] row : rows.insertReturning(session, "agreement_id, number, id")) {
            Long agreement = ((Number) row[0]).longValue();
            AgreementSeed.Provision provision = byNumber.get(agreement).get(((Number) row[1]).intValue());
            links.attestations(agreement, ((Number) row[2]).longValue(), provision.attestations());
        }
    }
}
