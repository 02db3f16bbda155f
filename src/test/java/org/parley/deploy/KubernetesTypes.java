package org.parley.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an object into its type of the Kubernetes API, and knows no field that the type does not. Types that operators bring have no such
 * model: of them, the fields that we use are listed here, as the operators' references name them.
 */
final class KubernetesTypes {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class), Map.entry("v1 Service", Service.class),
            Map.entry("v1 ConfigMap", ConfigMap.class), Map.entry("v1 Secret", Secret.class),
            Map.entry("apps/v1 Deployment", Deployment.class), Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("batch/v1 Job", Job.class), Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class), Map.entry("networking.k8s.io/v1 Ingress", Ingress.class));

    private static final Map<String, Set<String>> OF_OPERATORS = Map.of("postgresql.cnpg.io/v1 Cluster",
            Set.of("instances", "imageName", "bootstrap.initdb.database", "bootstrap.initdb.owner", "bootstrap.initdb.encoding",
                    "managed.roles.name", "managed.roles.ensure", "managed.roles.login", "managed.roles.passwordSecret.name",
                    "bootstrap.initdb.localeProvider", "bootstrap.initdb.builtinLocale", "bootstrap.initdb.localeCType",
                    "postgresql.synchronous.method", "postgresql.synchronous.number", "postgresql.parameters.max_connections",
                    "postgresql.parameters.jit", "affinity.topologyKey", "storage.size", "resources.requests.cpu",
                    "resources.requests.memory", "resources.limits.memory", "plugins.name", "plugins.isWALArchiver",
                    "plugins.parameters.barmanObjectName"),
            "postgresql.cnpg.io/v1 ScheduledBackup",
            Set.of("schedule", "immediate", "backupOwnerReference", "cluster.name", "method", "pluginConfiguration.name"),
            "barmancloud.cnpg.io/v1 ObjectStore",
            Set.of("retentionPolicy", "configuration.destinationPath", "configuration.s3Credentials.accessKeyId.name",
                    "configuration.s3Credentials.accessKeyId.key", "configuration.s3Credentials.secretAccessKey.name",
                    "configuration.s3Credentials.secretAccessKey.key", "configuration.wal.compression"),
            "monitoring.coreos.com/v1 PodMonitor",
            Set.of("jobLabel", "selector.matchLabels.app.kubernetes.io/name", "podMetricsEndpoints.port", "podMetricsEndpoints.path",
                    "podMetricsEndpoints.interval"),
            "monitoring.coreos.com/v1 PrometheusRule", Set.of("groups.name", "groups.rules.alert", "groups.rules.expr", "groups.rules.for",
                    "groups.rules.labels.severity", "groups.rules.annotations.summary"));

    /** The models keep fields that they do not know; here they reject them. */
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            }).build();

    private KubernetesTypes() {
    }

    /** Fails where the object has a field that its type does not have, or a value that cannot stand in it. */
    static void check(JsonNode object) throws Exception {
        String type = object.get("apiVersion").asText() + " " + object.get("kind").asText();
        if (TYPES.containsKey(type)) {
            STRICT.treeToValue(object, TYPES.get(type));
            return;
        }
        Set<String> unknown = new TreeSet<>();
        collect(object.get("spec"), "", unknown);
        unknown.removeAll(OF_OPERATORS.getOrDefault(type, Set.of()));
        if (!unknown.isEmpty()) {
            throw new AssertionError(type + " has fields that are not known: " + unknown);
        }
    }

    private static void collect(JsonNode node, String path, Set<String> fields) {
        if (node.isObject()) {
            node.fields().forEachRemaining(
                    field -> collect(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), fields));
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, path, fields));
        } else {
            fields.add(path);
        }
    }

}
