/** Which values of a label are kept; a series with another one is passed over. */
type LabelValues = 'any' | RegExp;

/** The way in which something is stored. The names of single keys, which are counted beside, do not look like it. */
const STORED_AS = /^(?:identity|unknown|k8s:enc:.*)?$/s;

/**
 * The metrics of the API server that kubevet keeps, and of each the labels, in order of their names. Everything else that /metrics says is
 * dropped as it arrives. What they mean: https://kubernetes.io/docs/reference/instrumentation/metrics/
 */
export const METRICS: Readonly<Record<string, Readonly<Record<string, LabelValues>>>> = {
  process_start_time_seconds: {},
  disabled_metrics_total: {},
  apiserver_admission_webhook_fail_open_count: { name: 'any', type: 'any' },
  apiserver_audit_error_total: { plugin: 'any' },
  apiserver_audit_event_total: {},
  apiserver_audit_level_total: { level: 'any' },
  apiserver_audit_requests_rejected_total: {},
  apiserver_authorization_config_controller_automatic_reloads_total: { status: 'any' },
  apiserver_authorization_decisions_total: { decision: 'any', name: 'any', type: 'any' },
  apiserver_authorization_webhook_evaluations_fail_open_total: { name: 'any', result: 'any' },
  apiserver_client_certificate_expiration_seconds_bucket: { le: 'any' },
  apiserver_client_certificate_expiration_seconds_count: {},
  apiserver_requested_deprecated_apis: {
    group: 'any',
    removed_release: 'any',
    resource: 'any',
    subresource: 'any',
    version: 'any',
  },
  apiserver_storage_transformation_operations_total: {
    resource: 'any',
    status: 'any',
    transformation_type: 'any',
    transformer_prefix: STORED_AS,
  },
  kubernetes_feature_enabled: { name: 'any', stage: 'any' },
};
