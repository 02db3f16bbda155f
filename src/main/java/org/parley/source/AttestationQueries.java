package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on attestations. */
@ApplicationScoped
public class AttestationQueries {

    static final String OF_SOURCE = "attestations of a source";

    private final Store store;

    AttestationQueries(Store store) {
        this.store = store;
    }

    /** The attestations of each record, in the record's order; those of an agreement's provisions belong to these. */
    public List<List<Attestation>> of(List<? extends Recorded> records) {
        return store.children(Attestation.class, """
                select {e.*} from attestation e where e.record_id = any(:parents) and e.provision_id is null
                order by e.record_id, e.position""", new Where(), records.stream().map(record -> record.key).toList(),
                attestation -> attestation.recordKey);
    }

    /** The attestations of each provision of an agreement. */
    public List<List<Attestation>> ofProvisions(List<Long> provisions) {
        return store.children(Attestation.class,
                "select {e.*} from attestation e where e.provision_id = any(:parents) order by e.provision_id, e.position", new Where(),
                provisions, attestation -> attestation.provisionKey);
    }

    /** The attestations that each source gives, in the order in which they were recorded. */
    List<Page<AttestationEdge>> ofSources(List<Long> sources, PageRequest request) {
        Listing<Attestation> listing = new Listing<>(Attestation.class, OF_SOURCE, "attestation e", "e.source_id = k.id", "e.id",
                "e.locator", "bigint", attestation -> new Cursor(OF_SOURCE, attestation.key.toString(), attestation.locator), false);
        return store.pages(listing, new Where(), request, sources, AttestationEdge::new);
    }
}
