package org.parley.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Tokens without the right to write, derived from a valid one: by an attacker with public knowledge, or by the provider with unusual
 * claims.
 */
final class UnusualTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Claims with values that no token may have. */
    private static final String ODD_CLAIMS = """
            exp: 9e18 | 9223372036854775807 | 9223372036854775808 | -1 | "4000000000" | 4000000000.5 | [4000000000] | {} | null | 1
            nbf: 4000000000 | "x"
            iat: 9e18 | "x" | []
            sub: 1 | ["x"] | "" | null
            iss: "https://example.org" | "FOREIGN_ISSUER" | "OWN_ISSUER/" | ["OWN_ISSUER"]
            aud: "account" | [] | "PARLEY" | "parley front" | 7
            typ: "ID" | "Refresh" | "Offline" | "DPoP"
            token_use: "id"
            at_hash: "x"
            cnf: {"jkt":"x"}
            realm_access: {"roles":{"x":" editor "}} | "editor" | ["editor"] | {"roles":[["editor"]]} | {"roles":["EDITOR"]}
            preferred_username: "load"
            """;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final String right;
    private final ObjectNode header;
    private final ObjectNode claims;
    private final RsaJsonWebKey stranger = TestIdentityProvider.newKey();

    /**
     * @param right an editor's token
     * @param trusted a key that the provider publishes, to sign unusual claims
     */
    UnusualTokens(String right, RsaJsonWebKey trusted, JsonNode publicKey) {
        this.right = right;
        String[] parts = right.split("\\.");
        this.header = json(parts[0]);
        this.claims = json(parts[1]);
        changeSignature(parts);
        forge(publicKey);
        changeHeader();
        changeForm(parts);
        oddClaims(trusted);
    }

    Map<String, String> all() {
        return tokens;
    }

    private static ObjectNode json(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void changeSignature(String[] parts) {
        ObjectNode promoted = claims.deepCopy();
        promoted.put("sub", "another-subject");
        tokens.put("changed claims", parts[0] + "." + base64(promoted.toString()) + "." + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 170));
        tokens.put("signature of zeros", parts[0] + "." + parts[1] + "." + BASE64.encodeToString(new byte[256]));
        tokens.put("reversed signature", parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
    }

    private void forge(JsonNode publicKey) {
        for (String none : new String[]{"none", "None", "NONE", "nOnE", ""}) {
            String signed = base64(header.deepCopy().put("alg", none).toString()) + "." + base64(claims.toString()) + ".";
            tokens.put("algorithm '" + none + "'", signed);
            tokens.put("algorithm '" + none + "' with a signature", signed + right.split("\\.")[2]);
        }
        byte[] modulus = Base64.getUrlDecoder().decode(publicKey.get("n").asText());
        for (String bits : new String[]{"256", "384", "512"}) {
            tokens.put("public key as a secret, HS" + bits,
                    mac("HS" + bits, "HmacSHA" + bits, publicKey.toString().getBytes(StandardCharsets.UTF_8)));
            tokens.put("modulus as a secret, HS" + bits, mac("HS" + bits, "HmacSHA" + bits, modulus));
        }
        tokens.put("ES256 with zeros", base64(header.deepCopy().put("alg", "ES256").toString()) + "." + base64(claims.toString()) + "."
                + BASE64.encodeToString(new byte[64]));
        tokens.put("unknown algorithm", sign(header.deepCopy().put("alg", "RS1"), claims.toString(), stranger));
        tokens.put("stranger's key under a known id", sign(header.deepCopy(), claims.toString(), stranger));
    }

    private String mac(String algorithm, String name, byte[] secret) {
        try {
            String signed = base64(header.deepCopy().put("alg", algorithm).toString()) + "." + base64(claims.toString());
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(ObjectNode header, String claims, RsaJsonWebKey key) {
        try {
            String signed = base64(header.toString()) + "." + base64(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getRsaPrivateKey());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void changeHeader() {
        for (String kid : new String[]{"unknown", "../../../dev/null", "' or '1'='1", "http://127.0.0.1:9/key"}) {
            tokens.put("key id " + kid, sign(header.deepCopy().put("kid", kid), claims.toString(), stranger));
        }
        ObjectNode anonymous = header.deepCopy();
        anonymous.remove("kid");
        tokens.put("no key id", sign(anonymous.deepCopy(), claims.toString(), stranger));
        tokens.put("key by address", sign(anonymous.deepCopy().put("jku", "http://127.0.0.1:9/keys"), claims.toString(), stranger));
        tokens.put("certificate by address", sign(anonymous.deepCopy().put("x5u", "http://127.0.0.1:9/c"), claims.toString(), stranger));
        tokens.put("key id as a list",
                sign(header.deepCopy().<ObjectNode> set("kid", JSON.createArrayNode().add("x")), claims.toString(), stranger));
        try {
            tokens.put("own key in the header",
                    sign(anonymous.deepCopy().<ObjectNode> set("jwk", JSON.readTree(stranger.toJson(OutputControlLevel.PUBLIC_ONLY))),
                            claims.toString(), stranger));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changeForm(String[] parts) {
        tokens.put("five parts", right + "." + parts[1] + "." + parts[2]);
        tokens.put("two tokens", right + ", " + right);
        tokens.put("in JSON", "{\"access_token\":\"" + right + "\"}");
        tokens.put("no JSON", "e30.W10.AA");
        tokens.put("claims that are a list", parts[0] + "." + base64("[1]") + "." + parts[2]);
        tokens.put("claims that are nothing", parts[0] + ".." + parts[2]);
        tokens.put("dots", "..");
        tokens.put("long", "x".repeat(5000));
    }

    /** The signature is valid: a misconfigured provider could issue it. */
    private void oddClaims(RsaJsonWebKey trusted) {
        ObjectNode known = header.deepCopy().put("kid", trusted.getKeyId());
        String odd = ODD_CLAIMS.replace("FOREIGN_ISSUER", Keycloak.issuer(Keycloak.FOREIGN_REALM)).replace("OWN_ISSUER",
                Keycloak.issuer(Keycloak.REALM));
        odd.lines().map(line -> line.split(": ", 2)).forEach(claim -> {
            ObjectNode others = claims.deepCopy();
            others.remove(claim[0]);
            String rest = others.toString().replaceFirst("}$", ",");
            for (String value : claim[1].split(" \\| ")) {
                tokens.put(claim[0] + ": " + value, sign(known.deepCopy(), rest + "\"" + claim[0] + "\":" + value + "}", trusted));
            }
        });
        tokens.put("a claim twice", sign(known.deepCopy(), claims.toString().replaceFirst("\\{", "{\"exp\":1,"), trusted));
    }

    /** Signature and claims are valid, so that the rejection of the others is not due to the key. */
    String right(RsaJsonWebKey trusted) {
        return sign(header.deepCopy().put("kid", trusted.getKeyId()), claims.toString(), trusted);
    }
}
