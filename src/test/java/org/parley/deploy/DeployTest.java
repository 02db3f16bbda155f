package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Management;

/** Checks the rendered manifests against the types of Kubernetes and against the running service. */
@QuarkusTest
class DeployTest {

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();
    private static final Set<String> ENVIRONMENT = Set.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD");

    private static Manifests rendered(String overlay) {
        assumeTrue(Manifests.RENDERER.isPresent(), "neither kubectl nor kustomize is on this machine: the manifests are not checked");
        return RENDERED.computeIfAbsent(overlay, name -> {
            try {
                return Manifests.render(name);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void everyObjectIsOfItsType(String overlay) {
        List<JsonNode> objects = rendered(overlay).objects();
        assertTrue(objects.size() > 10, objects.size() + " objects");
        assertAll(objects.stream().map(object -> () -> KubernetesTypes.check(object)));
    }

    @Test
    void unknownFieldIsRejected() {
        JsonNode deployment = rendered("dev").ofKind("Deployment").get(0).deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/securityContext")).put("readOnlyRootFileSystem", true);
        assertThrows(UnrecognizedPropertyException.class, () -> KubernetesTypes.check(deployment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void everyProbeIsAnswered(String overlay) {
        List<JsonNode> probes = rendered(overlay).ofTheService().stream()
                .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe").map(container::path))
                .filter(probe -> !probe.isMissingNode()).toList();
        assertEquals(3, probes.size());
        for (JsonNode probe : probes) {
            assertEquals("management", probe.at("/httpGet/port").asText());
            Management.get(probe.at("/httpGet/path").asText()).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void noContainerIsRootOrWritesItsRootFileSystem(String overlay) {
        for (JsonNode pod : rendered(overlay).pods()) {
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), "a token that nobody needs");
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), "may be root");
            assertTrue(pod.at("/securityContext/runAsUser").asInt() > 0, "is root");
            assertEquals("RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
            for (JsonNode container : Manifests.containers(pod)) {
                JsonNode rights = container.path("securityContext");
                assertTrue(rights.path("readOnlyRootFilesystem").asBoolean(), container.get("name") + " writes its root file system");
                assertFalse(rights.path("allowPrivilegeEscalation").asBoolean(true), container.get("name") + " may gain rights");
                assertFalse(rights.path("privileged").asBoolean(), container.get("name") + " is privileged");
                assertEquals("[\"ALL\"]", rights.at("/capabilities/drop").toString());
                assertTrue(rights.at("/capabilities/add").isMissingNode() && rights.path("runAsUser").isMissingNode());
                assertTrue(container.at("/resources/limits/memory").isTextual(), container.get("name") + " has no bound of memory");
            }
            Manifests.items(pod.path("volumes")).forEach(volume -> assertTrue(volume.has("emptyDir"), volume.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void namesMeet(String overlay) {
        Manifests manifests = rendered(overlay);
        List<JsonNode> containers = manifests.ofTheService();
        assertEquals(4, containers.size(), "migrate and serve, migrate and load");
        assertEquals(1, containers.stream().map(container -> container.get("image")).distinct().count(), "one image");
        for (JsonNode container : containers) {
            Set<String> names = new HashSet<>();
            for (JsonNode source : container.get("envFrom")) {
                String name = source.at("/configMapRef/name").asText();
                assertTrue(manifests.has("ConfigMap", name) || source.at("/configMapRef/optional").asBoolean(), name);
                manifests.ofKind("ConfigMap").stream().filter(map -> Manifests.name(map).equals(name))
                        .forEach(map -> map.get("data").fieldNames().forEachRemaining(names::add));
            }
            for (JsonNode variable : container.get("env")) {
                names.add(variable.get("name").asText());
                JsonNode reference = variable.at("/valueFrom/secretKeyRef");
                assertSecret(manifests, reference.get("name").asText(), reference.get("key").asText());
            }
            names.removeIf(
                    name -> name.startsWith("QUARKUS_OIDC_") || name.startsWith("PARLEY_EXPLORER_") || name.startsWith("PARLEY_CLIENTS_"));
            assertEquals(container.get("name").asText().equals("migrate"), names.remove("PARLEY_DATABASE_SERVICE_ROLE"));
            String secret = container.get("name").asText().equals("parley") ? "parley-database-service" : "parley-database-app";
            assertTrue(secretOf(container, "QUARKUS_DATASOURCE_USERNAME").startsWith(secret), "one role serves, another owns the tables");
            assertEquals(secretOf(container, "QUARKUS_DATASOURCE_USERNAME"), secretOf(container, "QUARKUS_DATASOURCE_PASSWORD"));
            assertEquals(ENVIRONMENT, names, "environment variables of the packaged service in its tests");
        }
        JsonNode pod = manifests.ofKind("Deployment").get(0).at("/spec/template");
        Set<String> ports = new HashSet<>();
        pod.at("/spec/containers/0/ports").forEach(port -> ports.add(port.get("name").asText()));
        JsonNode service = manifests.ofKind("Service").stream().filter(each -> Manifests.name(each).equals("parley")).findFirst()
                .orElseThrow();
        assertTrue(ports.contains(service.at("/spec/ports/0/targetPort").asText()));
        assertEquals(pod.at("/metadata/labels/app.kubernetes.io~1name"), service.at("/spec/selector/app.kubernetes.io~1name"));
        pod.at("/spec/containers/0").fields().forEachRemaining(field -> {
            if (field.getKey().endsWith("Probe")) {
                assertTrue(ports.contains(field.getValue().at("/httpGet/port").asText()), field.getKey());
            }
        });
        for (JsonNode rule : manifests.ofKind("Ingress")) {
            for (JsonNode backend : rule.findValues("backend")) {
                assertEquals("parley", backend.at("/service/name").asText());
                assertEquals(service.at("/spec/ports/0/name"), backend.at("/service/port/name"));
            }
        }
        for (JsonNode monitor : manifests.ofKind("PodMonitor")) {
            assertEquals(pod.at("/metadata/labels/app.kubernetes.io~1name"),
                    monitor.at("/spec/selector/matchLabels/app.kubernetes.io~1name"));
            assertEquals("app.kubernetes.io/name", monitor.at("/spec/jobLabel").asText());
            JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
            assertEquals("management", endpoint.get("port").asText());
            Management.get(endpoint.get("path").asText()).then().statusCode(200);
        }
        manifests.ofKind("Service")
                .forEach(each -> assertFalse(each.at("/spec/ports").findValuesAsText("targetPort").contains("management"),
                        Manifests.name(each) + " leads to the management port"));
        for (JsonNode scaler : manifests.ofKind("HorizontalPodAutoscaler")) {
            assertTrue(manifests.has("Deployment", scaler.at("/spec/scaleTargetRef/name").asText()));
        }
        assertDatabase(manifests);
        assertPoliciesSelect(manifests);
    }

    private static String secretOf(JsonNode container, String variable) {
        return Manifests.items(container.get("env")).filter(each -> each.get("name").asText().equals(variable))
                .map(each -> each.at("/valueFrom/secretKeyRef/name").asText()).findFirst().orElseThrow();
    }

    private static void assertSecret(Manifests manifests, String name, String key) {
        boolean made = manifests.ofKind("Secret").stream()
                .anyMatch(secret -> Manifests.name(secret).equals(name) && secret.path("data").has(key));
        boolean madeByOperator = manifests.ofKind("Cluster").stream()
                .anyMatch(cluster -> name.equals(Manifests.name(cluster) + "-app") && Set.of("username", "password").contains(key));
        boolean madeByHand = manifests.ofKind("Cluster").stream()
                .anyMatch(cluster -> cluster.at("/spec/managed/roles").findValuesAsText("name").contains(name));
        assertTrue(made || madeByOperator || madeByHand, "nobody makes the secret " + name + " with " + key);
    }

    /** The host in the JDBC URL is a Service that is there, or that the operator makes; the database in it is made. */
    private static void assertDatabase(Manifests manifests) {
        String url = manifests.ofKind("ConfigMap").stream().map(map -> map.at("/data/QUARKUS_DATASOURCE_JDBC_URL").asText())
                .filter(each -> !each.isEmpty()).findFirst().orElseThrow();
        Matcher parts = Pattern.compile("jdbc:postgresql://([a-z-]+):5432/([a-z]+)").matcher(url);
        assertTrue(parts.matches(), url);
        assertTrue(manifests.has("Service", parts.group(1)) || parts.group(1).endsWith("-rw")
                && manifests.has("Cluster", parts.group(1).substring(0, parts.group(1).length() - "-rw".length())), url);
        Stream<String> made = Stream.concat(
                manifests.ofKind("Cluster").stream().map(cluster -> cluster.at("/spec/bootstrap/initdb/database").asText()),
                manifests.pods().stream().flatMap(pod -> Manifests.containers(pod).stream())
                        .flatMap(container -> Manifests.items(container.path("env")))
                        .filter(variable -> variable.get("name").asText().equals("POSTGRES_DB"))
                        .map(variable -> variable.get("value").asText()));
        assertEquals(List.of(parts.group(2)), made.toList());
    }

    /** All pods fall under the policy that denies everything, and each further policy selects some. */
    private static void assertPoliciesSelect(Manifests manifests) {
        List<JsonNode> pods = manifests.podTemplates();
        for (JsonNode policy : manifests.ofKind("NetworkPolicy")) {
            JsonNode labels = policy.at("/spec/podSelector/matchLabels");
            boolean ofOperator = labels.has("cnpg.io/cluster");
            long selected = pods.stream().filter(pod -> selects(policy.at("/spec/podSelector"), pod.at("/metadata/labels"))).count();
            assertTrue(ofOperator || selected > 0, Manifests.name(policy) + " selects nothing");
            if (Manifests.name(policy).equals("parley-deny")) {
                assertEquals(pods.size(), selected, "pods under " + Manifests.name(policy));
                assertFalse(policy.at("/spec").has("ingress") || policy.at("/spec").has("egress"));
            }
        }
    }

    /** Each port of the service is open to named namespaces, the two not to the same. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void portsAreOpenToTheirClientsOnly(String overlay) {
        JsonNode policy = rendered(overlay).ofKind("NetworkPolicy").stream().filter(each -> Manifests.name(each).equals("parley-clients"))
                .findFirst().orElseThrow();
        Map<String, String> open = new HashMap<>();
        for (JsonNode rule : policy.at("/spec/ingress")) {
            assertEquals(1, rule.get("from").size());
            assertEquals(1, rule.get("ports").size());
            open.put(rule.at("/ports/0/port").asText(),
                    rule.at("/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name").asText());
        }
        assertEquals(Map.of("http", "ingress-nginx", "management", "monitoring"), open);
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        boolean byLabel = selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
        return byLabel && Manifests.items(selector.path("matchExpressions")).allMatch(expression -> Manifests
                .items(expression.get("values")).anyMatch(value -> value.equals(labels.path(expression.get("key").asText()))));
    }

    /** Only the service receives the address of the identity provider and may connect to it. */
    @Test
    void editorsAreVouchedFor() {
        Manifests manifests = rendered("production");
        JsonNode provider = manifests.ofKind("ConfigMap").stream().filter(map -> Manifests.name(map).startsWith("parley-provider"))
                .findFirst().orElseThrow();
        assertEquals(Set.of("QUARKUS_OIDC_AUTH_SERVER_URL", "QUARKUS_OIDC_TOKEN_AUDIENCE"), keys(provider.get("data")));
        long told = manifests.ofTheService().stream()
                .filter(container -> container.get("envFrom").findValuesAsText("name").contains(Manifests.name(provider))).count();
        assertEquals(1, told);
        assertTrue(manifests.has("NetworkPolicy", "parley-to-provider"));
        assertFalse(rendered("dev").has("NetworkPolicy", "parley-to-provider"));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new HashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void graceIsLongEnough() throws Exception {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        JsonNode pod = rendered("production").ofKind("Deployment").get(0).at("/spec/template/spec");
        int needed = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt() + seconds(settings, "%prod.quarkus.shutdown.delay")
                + seconds(settings, "%prod.quarkus.shutdown.timeout");
        assertTrue(needed < pod.get("terminationGracePeriodSeconds").asInt(), needed + " seconds are needed");
    }

    private static int seconds(Properties settings, String name) {
        return Integer.parseInt(settings.getProperty(name).replace("s", ""));
    }

    @Test
    void connectionsOfAllPodsFitIntoTheDatabase() throws Exception {
        Manifests manifests = rendered("production");
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        int pods = manifests.ofKind("HorizontalPodAutoscaler").get(0).at("/spec/maxReplicas").asInt()
                + manifests.ofKind("Deployment").get(0).at("/spec/strategy/rollingUpdate/maxSurge").asInt();
        int most = manifests.ofKind("Cluster").get(0).at("/spec/postgresql/parameters/max_connections").asInt();
        assertTrue(pods * Integer.parseInt(settings.getProperty("quarkus.datasource.jdbc.max-size")) < most, pods + " pods");
    }

    @Test
    void noPasswordIsCommitted() throws Exception {
        assertEquals("/database.env\n/service.env\n", Files.readString(Manifests.FOLDER.resolve("overlays/dev/.gitignore")));
        assertTrue(rendered("production").ofKind("Secret").isEmpty());
        try (Stream<Path> files = Files.walk(Manifests.FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                assertFalse(Files.readString(file).contains("kind: Secret\n"), file.toString());
            }
        }
    }

    @Test
    void everyMetricOfAnAlertIsTold() {
        RestAssured.given().contentType("application/json").body(Map.of("query", "{ dataset { revision } }")).post("/graphql");
        String told = Management.get("/q/metrics").asString();
        for (JsonNode rule : rendered("production").ofKind("PrometheusRule")) {
            rule.findValues("expr").forEach(expression -> {
                Matcher metrics = Pattern.compile("\\b(parley|http|agroal|process)_[a-z_]+").matcher(expression.asText());
                while (metrics.find()) {
                    assertTrue(told.contains("\n" + metrics.group() + "{") || told.contains("\n" + metrics.group() + " "), metrics.group());
                }
            });
        }
    }
}
