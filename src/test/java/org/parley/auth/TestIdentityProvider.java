package org.parley.auth;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider for tests: publishes its keys and signs tokens. */
public class TestIdentityProvider implements QuarkusTestResourceLifecycleManager {

    private static final Map<List<Object>, Signed> TOKENS = new ConcurrentHashMap<>();

    public static final String AUDIENCE = "parley";

    private static HttpServer server;
    private static int port;
    private static RsaJsonWebKey key;
    private static final AtomicInteger KEYS_GIVEN = new AtomicInteger();
    private static final RsaJsonWebKey STRANGER = newKey();

    @Override
    public Map<String, String> start() {
        open(0);
        key = newKey();
        return Map.of("quarkus.oidc.auth-server-url", issuer(), "quarkus.oidc.token.audience", AUDIENCE,
                "quarkus.oidc.token.forced-jwk-refresh-interval", "1S");
    }

    private static void open(int wanted) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            port = server.getAddress().getPort();
            answer("/.well-known/openid-configuration", () -> "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}");
            answer("/keys", () -> {
                KEYS_GIVEN.incrementAndGet();
                return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    public static String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Stops the provider. */
    public static void halt() {
        server.stop(0);
    }

    public static void restart() {
        open(port);
    }

    /** Signs with another key from now on. */
    public static void rotate() {
        key = newKey();
    }

    public static int keysGiven() {
        return KEYS_GIVEN.get();
    }

    static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("key " + made.hashCode());
            made.setUse("sig");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One key pair for all providers, as its generation takes time. */
    static RsaJsonWebKey newKeyNamed(String name) {
        STRANGER.setKeyId(name);
        return STRANGER;
    }

    static RsaJsonWebKey key() {
        return key;
    }

    /** Returns the claims of a valid token of a person, for an hour. */
    public static JwtClaims claims(String name, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(AUDIENCE);
        claims.setSubject("subject-of-" + name);
        claims.setClaim("preferred_username", name);
        claims.setStringListClaim("groups", roles);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        return claims;
    }

    /** Returns a valid token. It is used for some minutes, as signing takes longer than most requests. */
    public static String token(String name, String... roles) {
        return TOKENS.compute(List.of(issuer(), key, name, List.of(roles)),
                (of, signed) -> signed != null && signed.until > System.nanoTime() ? signed
                        : new Signed(sign(claims(name, roles)), System.nanoTime() + TimeUnit.MINUTES.toNanos(10))).token;
    }

    private record Signed(String token, long until) {}

    public static String sign(JwtClaims claims) {
        return sign(claims, key);
    }

    /** Returns a token that is valid except for one claim, given as JSON; null to leave it out. */
    static String with(String claim, String json) {
        JwtClaims claims = claims("alice", "editor");
        claims.unsetClaim(claim);
        String rest = claims.toJson();
        return sign(json == null ? rest : rest.substring(0, rest.length() - 1) + ",\"" + claim + "\":" + json + "}", key, null);
    }

    /** Returns a token that is valid except for the type in its header. */
    static String typed(String type) {
        return sign(claims("alice", "editor").toJson(), key, type);
    }

    static String sign(JwtClaims claims, RsaJsonWebKey signer) {
        return sign(claims.toJson(), signer, null);
    }

    private static String sign(String payload, RsaJsonWebKey signer, String type) {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(payload);
        if (type != null) {
            signed.setHeader("typ", type);
        }
        signed.setKey(signer.getPrivateKey());
        signed.setKeyIdHeaderValue(signer.getKeyId());
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return serialized(signed);
    }

    static String serialized(JsonWebSignature signed) {
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
