package org.parley.agreement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** Who signed an agreement. */
@Entity
@Description("Who signed an agreement.")
public class Signature extends PanacheEntityBase {

    @Id
    @Ignore
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long key;

    @Ignore
    @Column(name = "agreement_id")
    public Long agreementKey;

    @Ignore
    @Column(name = "actor_id")
    public Long actorKey;

    @Ignore
    @Column(name = "on_behalf_of_id")
    public Long onBehalfOfKey;

    @Ignore
    @Column(name = "office_id")
    public Long officeKey;

    /** Its place among the signatures of its agreement. */
    @Ignore
    public int position;
}
