{{- define "headway.labels" -}}
app.kubernetes.io/name: headway
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "headway.home" -}}
{{ .Values.home.existingClaim | default (printf "%s-home" .Release.Name) }}
{{- end }}

{{/* What no container of Headway needs, it does not have. */}}
{{- define "headway.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "headway.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* A node, or what migrates for it: component, settings, secret, user of the database. */}}
{{- define "headway.env" -}}
{{- $values := .root.Values }}
- name: SPRING_CONFIG_IMPORT
  value: configtree:/etc/headway/secrets/
- name: SERVER_ADDRESS
  value: "0.0.0.0"
- name: SERVER_PORT
  value: "8080"
- name: HEADWAY_PUBLICURL
  value: {{ $values.publicUrl | quote }}
- name: SPRING_DATASOURCE_URL
  value: {{ .settings.database.url | quote }}
- name: SPRING_DATASOURCE_USERNAME
  value: {{ .settings.database.user | quote }}
- name: HEADWAY_KAFKA_BOOTSTRAPSERVERS
  value: {{ $values.kafka.bootstrapServers | quote }}
- name: HEADWAY_KAFKA_TOPIC
  value: {{ $values.kafka.topic | quote }}
- name: HEADWAY_KAFKA_PARTITIONS
  value: {{ $values.kafka.partitions | quote }}
- name: HEADWAY_KAFKA_REPLICATION
  value: {{ $values.kafka.replication | quote }}
{{- range $name, $value := $values.kafka.client }}
- name: HEADWAY_KAFKA_CLIENT_{{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- with $values.issuer }}
- name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI
  value: {{ . | quote }}
{{- else }}
- name: HEADWAY_IDENTITY_ISSUER
  value: {{ $values.publicUrl | quote }}
{{- end }}
{{- $gateway := printf "http://%s.%s.svc" .root.Release.Name .root.Release.Namespace }}
{{- if eq .component "lifecycle" }}
- name: HEADWAY_PROJECTIONS_ENABLED
  value: "false"
- name: HEADWAY_PROJECTIONS_URL
  value: {{ $gateway | quote }}
{{- else }}
- name: HEADWAY_LIFECYCLE_URL
  value: {{ $gateway | quote }}
{{- end }}
{{- range $name, $value := .settings.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "headway.mounts" -}}
- name: home
  mountPath: /var/lib/headway
- name: tmp
  mountPath: /tmp
- name: secrets
  mountPath: /etc/headway/secrets
  readOnly: true
{{- end }}

{{- define "headway.volumes" -}}
- name: home
  persistentVolumeClaim:
    claimName: {{ include "headway.home" .root }}
- name: tmp
  emptyDir:
    sizeLimit: 1Gi
- name: secrets
  projected:
    sources:
      {{- range .secrets }}
      - secret:
          name: {{ . }}
      {{- end }}
{{- end }}

{{- define "headway.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .root.Release.Name }}-{{ .component }}
  labels:
    {{- include "headway.labels" . | nindent 4 }}
spec:
  {{- with .replicas }}
  replicas: {{ . }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "headway.labels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "headway.labels" . | nindent 8 }}
    spec:
      serviceAccountName: {{ .root.Release.Name }}
      automountServiceAccountToken: false
      # preStop, then what is under way, then the rest: 30 s at most after SIGTERM
      terminationGracePeriodSeconds: 45
      {{- with .root.Values.images.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "headway.podSecurity" (dict "user" 10001) | nindent 8 }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "headway.labels" . | nindent 14 }}
      containers:
        - name: {{ .component }}
          image: {{ .image | quote }}
          imagePullPolicy: {{ .root.Values.images.pullPolicy }}
          env:
            # the job before has migrated
            - name: SPRING_FLYWAY_ENABLED
              value: "false"
            {{- include "headway.env" . | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
          startupProbe:
            httpGet: {path: /actuator/health/liveness, port: http}
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: {path: /actuator/health/liveness, port: http}
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /actuator/health/readiness, port: http}
            periodSeconds: 2
            timeoutSeconds: 3
            failureThreshold: 2
          lifecycle:
            preStop:
              # until gateways know: they ask for names and readiness each second
              sleep: {seconds: 10}
          resources:
            {{- toYaml .settings.resources | nindent 12 }}
          securityContext:
            {{- include "headway.containerSecurity" . | nindent 12 }}
          volumeMounts:
            {{- include "headway.mounts" . | nindent 12 }}
      volumes:
        {{- include "headway.volumes" . | nindent 8 }}
{{- end }}

{{/* Runs before nodes are made or exchanged, as who may change tables, and ends. */}}
{{- define "headway.migration" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .root.Release.Name }}-migrate-{{ .component }}
  labels:
    {{- include "headway.labels" (dict "root" .root "component" (printf "migrate-%s" .component)) | nindent 4 }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "5"
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 3
  activeDeadlineSeconds: 1800
  template:
    metadata:
      labels:
        {{- include "headway.labels" (dict "root" .root "component" (printf "migrate-%s" .component)) | nindent 8 }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      {{- with .root.Values.images.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "headway.podSecurity" (dict "user" 10001) | nindent 8 }}
      containers:
        - name: migrate
          image: {{ .image | quote }}
          imagePullPolicy: {{ .root.Values.images.pullPolicy }}
          command: [/opt/headway/migrate]
          env:
            - name: SPRING_FLYWAY_USER
              value: {{ .settings.database.migrator | quote }}
            {{- include "headway.env" . | nindent 12 }}
          resources:
            {{- toYaml .settings.resources | nindent 12 }}
          securityContext:
            {{- include "headway.containerSecurity" . | nindent 12 }}
          volumeMounts:
            - name: home
              mountPath: /var/lib/headway
            - name: tmp
              mountPath: /tmp
            - name: secrets
              mountPath: /etc/headway/secrets
              readOnly: true
      volumes:
        - name: home
          emptyDir: {}
        - name: tmp
          emptyDir: {}
        - name: secrets
          projected:
            sources:
              {{- range .secrets }}
              - secret:
                  name: {{ . }}
              {{- end }}
{{- end }}
