package org.parley.rights;

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
 * The roles that a token gives. Without quarkus.oidc.roles.role-claim-path these are all of the claims `groups` and `roles` and of
 * Keycloak's realm roles and client roles, the latter of the clients that are named as audience or as client.
 */
@Singleton
class TokenRoles {

    /** Slashes that are not between quotation marks: claims may be named by a URL. */
    private static final Pattern SLASH = Pattern.compile("/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final List<List<String>> paths;
    private final String separator;

    TokenRoles(@ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") Optional<List<String>> configured,
            @ConfigProperty(name = "quarkus.oidc.roles.role-claim-separator", defaultValue = " ") String separator,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client) {
        this.paths = configured.map(paths -> paths.stream().map(TokenRoles::segments).toList())
                .orElseGet(() -> usual(Stream.concat(audience.stream().flatMap(List::stream), client.stream()).distinct()));
        this.separator = separator;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(SLASH.split(path.strip())).map(segment -> segment.replace("\"", "")).toList();
    }

    private static List<List<String>> usual(Stream<String> clients) {
        List<List<String>> paths = new ArrayList<>(List.of(List.of("groups"), List.of("roles"), List.of("realm_access", "roles")));
        clients.forEach(client -> paths.add(List.of("resource_access", client, "roles")));
        return paths;
    }

    /** Values that are neither texts nor lists of texts give none. */
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
