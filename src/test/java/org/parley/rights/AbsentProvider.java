package org.parley.rights;

import java.util.Map;

/** A provider that is away when the service starts. */
public class AbsentProvider extends Provider {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        halt();
        return settings;
    }
}
