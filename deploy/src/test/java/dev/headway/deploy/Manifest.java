package dev.headway.deploy;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One object of Kubernetes, as a chart rendered it.
 *
 * @param content as YAML has it
 */
record Manifest(Map<String, Object> content) {

    private static final Map<String, Class<?>> KINDS =
            Map.ofEntries(
                    Map.entry("v1/ConfigMap", V1ConfigMap.class),
                    Map.entry("v1/Service", V1Service.class),
                    Map.entry("v1/ServiceAccount", V1ServiceAccount.class),
                    Map.entry("v1/PersistentVolumeClaim", V1PersistentVolumeClaim.class),
                    Map.entry("apps/v1/Deployment", V1Deployment.class),
                    Map.entry("batch/v1/Job", V1Job.class),
                    Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            V2HorizontalPodAutoscaler.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class),
                    Map.entry("networking.k8s.io/v1/Ingress", V1Ingress.class));

    /** What Kubernetes takes only certain words for, and its client's types take any. */
    private static final Map<String, Set<String>> WORDS =
            Map.ofEntries(
                    Map.entry("restartPolicy", Set.of("Always", "OnFailure", "Never")),
                    Map.entry("imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
                    Map.entry("protocol", Set.of("TCP", "UDP", "SCTP")),
                    Map.entry("whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway")),
                    Map.entry(
                            "type",
                            Set.of(
                                    "RollingUpdate",
                                    "Recreate",
                                    "RuntimeDefault",
                                    "ClusterIP",
                                    "Pods",
                                    "Resource",
                                    "AverageValue",
                                    "Utilization")),
                    Map.entry("policyTypes", Set.of("Ingress", "Egress")),
                    Map.entry(
                            "accessModes",
                            Set.of("ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany")),
                    Map.entry("pathType", Set.of("Prefix", "Exact", "ImplementationSpecific")),
                    Map.entry("fsGroupChangePolicy", Set.of("OnRootMismatch", "Always")),
                    Map.entry(
                            "unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget")),
                    Map.entry("scheme", Set.of("HTTP", "HTTPS")));

    /** Every object in a stream of YAML documents. */
    static List<Manifest> of(String rendered) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        var manifests = new ArrayList<Manifest>();
        for (var document : yaml.loadAll(rendered)) {
            if (document != null) {
                manifests.add(new Manifest(map(document)));
            }
        }
        return manifests;
    }

    String kind() {
        return String.valueOf(content.get("kind"));
    }

    String name() {
        return String.valueOf(map(content.get("metadata")).get("name"));
    }

    /**
     * Refuses what the API server would refuse of its form: unknown fields, missing ones, wrong
     * types, and words that mean nothing there.
     *
     * @throws RuntimeException that says which
     */
    Object parsedStrictly() {
        var type =
                Objects.requireNonNull(KINDS.get(content.get("apiVersion") + "/" + kind()), kind());
        demandWords("", content);
        var client = new JSON();
        return Objects.requireNonNull(
                JSON.<Object>deserialize(JSON.serialize(content), type), client.toString());
    }

    private static void demandWords(String field, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> fields ->
                    fields.forEach((name, inner) -> demandWords(String.valueOf(name), inner));
            case List<?> values -> values.forEach(inner -> demandWords(field, inner));
            case String word when WORDS.containsKey(field) -> {
                if (!Objects.requireNonNull(WORDS.get(field)).contains(word)) {
                    throw new IllegalArgumentException(field + ": " + word);
                }
            }
            case null, default -> {
                // anything goes
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
