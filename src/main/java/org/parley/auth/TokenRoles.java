package org.parley.auth;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the roles of a token. Without quarkus.oidc.roles.role-claim-path these are the claims `groups` and `roles`, Keycloak's realm roles,
 * and Keycloak's client roles of the configured audience and client.
 */
@Singleton
class TokenRoles {

    /** Slashes outside quotation marks. A claim named by a URL is quoted. */
    private static final Pattern SLASH = Pattern.compile("/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final List<List<String>> paths;
    private final String separator;

    TokenRoles(@ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") Optional<List<String>> configured,
            @ConfigProperty(name = "quarkus.oidc.roles.role-claim-separator", defaultValue = " ") String separator,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client) {
        this.paths = configured.map(paths -> paths.stream().map(TokenRoles::segments).toList())
                .orElseGet(() -> defaultPaths(Stream.concat(audience.stream().flatMap(List::stream), client.stream()).distinct()));
        this.separator = separator;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(SLASH.split(path.strip())).map(segment -> segment.replace("\"", "")).toList();
    }

    private static List<List<String>> defaultPaths(Stream<String> clients) {
        List<List<String>> paths = new ArrayList<>(List.of(List.of("groups"), List.of("roles"), List.of("realm_access", "roles")));
        clients.forEach(client -> paths.add(List.of("resource_access", client, "roles")));
        return paths;
    }

    /** Returns the roles. Values that are neither strings nor lists of strings are ignored. */
    Set<String> of(TokenClaims token) {
        Set<String> roles = new HashSet<>();
        for (List<String> path : paths) {
            JsonNode claim = token.claims();
            for (String segment : path) {
                claim = claim.path(segment);
            }
            if (claim.isTextual()) {
                roles.addAll(List.of(claim.textValue().split(Pattern.quote(separator))));
            } else if (claim.isArray()) {
                claim.forEach(role -> {
                    if (role.isTextual()) {
                        roles.add(role.textValue());
                    }
                });
            }
        }
        return roles;
    }
}
