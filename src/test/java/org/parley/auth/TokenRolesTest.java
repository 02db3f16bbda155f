package org.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRolesTest {

    private static Set<String> roles(String claims, String... paths) {
        TokenRoles roles = new TokenRoles(paths.length == 0 ? Optional.empty() : Optional.of(List.of(paths)), " ",
                Optional.of(List.of("parley")), Optional.of("front"));
        String json = claims.replace('\'', '"');
        return roles.of(TokenClaims.of("e30." + Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "."));
    }

    /** Roles of all claims are combined. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'groups':['/staff','editor']}                                                          | editor
            {'roles':['editor']}                                                                    | editor
            {'roles':'reader editor'}                                                               | editor
            {'realm_access':{'roles':['editor']},'groups':['/staff']}                               | editor
            {'resource_access':{'parley':{'roles':['editor']}},'groups':['/staff'],'roles':['x']}   | editor
            {'resource_access':{'front':{'roles':['editor']}},'realm_access':{'roles':['offline']}} | editor
            {'resource_access':{'other':{'roles':['editor']}}}                                      | -
            {'resource_access':{'parley':['editor']}}                                               | -
            {'resource_access':'editor'}                                                            | -
            {'groups':{'editor':true}}                                                              | -
            {'groups':[['editor'],{'x':'editor'},null,7]}                                           | -
            {'groups':{'x':' editor '}}                                                             | -
            {'realm_access':{'roles':{'x':'a editor b'}}}                                           | -
            {'scope':'editor'}                                                                      | -
            {}                                                                                      | -
            """)
    void rolesInDefaultClaims(String claims, String expected) {
        assertEquals(expected.equals("editor"), roles(claims).contains("editor"), claims);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'https://example.org/roles':['editor']} | "https://example.org/roles" | editor
            {'a':{'b.c':['editor']}}                 | a/"b.c"                     | editor
            {'a':'editor'}                           | a/b                         | -
            {'groups':['editor']}                    | a/b                         | -
            """)
    void rolesInAConfiguredClaim(String claims, String path, String expected) {
        assertEquals(expected.equals("editor"), roles(claims, path).contains("editor"), claims);
    }
}
