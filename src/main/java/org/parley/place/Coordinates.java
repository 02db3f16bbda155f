package org.parley.place;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.NonNull;

/** A point on the Earth, in decimal degrees of WGS 84. */
@Embeddable
public class Coordinates {

    @NonNull
    public Double latitude;

    @NonNull
    public Double longitude;

    /** Returns latitude and longitude: 40.395, 49.862. */
    @Override
    public String toString() {
        return text(latitude) + ", " + text(longitude);
    }

    private static String text(Double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
