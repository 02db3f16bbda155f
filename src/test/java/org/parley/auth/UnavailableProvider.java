package org.parley.auth;

import java.util.Map;

/** A provider that cannot be reached when the service starts. */
public class UnavailableProvider extends TestIdentityProvider {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        halt();
        return settings;
    }
}
