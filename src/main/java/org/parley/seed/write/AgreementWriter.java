package org.parley.seed.write;

import org.parley.agreement.Agreement;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.read.SeedKind;

/** An agreement, its parties, mediators and signatures; its provisions are written apart, because attestations speak of them. */
final class AgreementWriter implements KindWriter<AgreementSeed> {

    @Override
    public Agreement row(AgreementSeed seed, Long key, Keys keys) {
        Agreement agreement = new Agreement();
        agreement.key = key;
        agreement.slug = seed.slug();
        agreement.title = seed.title();
        agreement.kind = seed.kind();
        agreement.status = seed.status();
        agreement.date = seed.date().date();
        agreement.summary = seed.summary();
        agreement.meetingKey = keys.of(SeedKind.MEETING, seed.meeting());
        return agreement;
    }

    @Override
    public void links(AgreementSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "PARTY", seed.parties());
        links.actors(key, "MEDIATOR", seed.mediators());
        links.issues(key, seed.issues());
        int position = 1;
        for (AgreementSeed.Signature one : seed.signatories()) {
            Long actor = keys.of(SeedKind.ACTOR, one.actor());
            links.signatures.add(key, actor, keys.of(SeedKind.ACTOR, one.onBehalfOf()), keys.office(actor, one.office()), one.inferred(),
                    position++);
        }
    }
}
