import type { CheckId } from '../../checks/index.ts';
import {
  auditLogWritten,
  burstOfEvents,
  closesAnonymousConnections,
  crossOriginAllowed,
  debugSocketAnswers,
  deletedAccountToken,
  deletedSecretToken,
  emulatedMinor,
  etcdAnswersAnybody,
  etcdSpeaksTls,
  flowSchemasApply,
  guardedObject,
  hoursOfEvents,
  KUBELET,
  keepsMoreThanTwoLogs,
  keepsOldLog,
  labelOnOtherNode,
  largePod,
  lifetimeOfLongToken,
  lifetimeOfPodToken,
  NOBODY,
  nameAtKubelet,
  namesItselfInHeaders,
  objectInMissingNamespace,
  ownRights,
  type Probe,
  podWithoutAccount,
  privilegedNodePort,
  privilegedPod,
  privilegedPodWithoutLabels,
  pullPolicy,
  rotatesSoon,
  secretInEtcd,
  servesCertificateOfCluster,
  serviceWithExternalIp,
  speaks,
  speaksSuite,
  status,
  strangeKubelet,
  tokenOfTlsKey,
} from './api-server-probes.ts';
import { type Changes, NODE, STATIC_TOKEN } from './kubeadm-api-server.ts';

/** Checks of the API server, without the component before the name. */
export type OwnCheck = CheckId extends infer Id ? (Id extends `kube-apiserver/${infer Name}` ? Name : never) : never;

/** One way to break what a check of the API server looks at, and to mend it as its remediation says. */
export interface Flip {
  readonly check: OwnCheck;
  /** Tells rows of one check apart. */
  readonly how?: string;
  /** Changes to the flags that kubeadm gives. */
  readonly broken: Changes;
  readonly mended: Changes;
  /** Where mending does not end in a pass: what it ends in, and why. */
  readonly mendedTo?: { readonly status: 'unknown'; readonly because: string };
  /** The flag that the evidence names, where it is not what mends. */
  readonly shownBy?: string;
  /** Other checks whose verdict changes with it, and why. */
  readonly others?: { readonly [Id in CheckId]?: string };
  /** What is observed of the two servers without reading settings. */
  readonly seen: readonly Sight[];
  /** It is shown once more with /flagz switched off: from the command line of the pod alone. */
  readonly commandLine?: true;
}

/** What is asked, and what the broken and the mended server answer. */
export type Sight = readonly [what: string, probe: Probe, broken: Outcome, mended: Outcome];
type Outcome = string | number | boolean;

/** What kubeadm gives, unchanged. */
const KUBEADM: Changes = {};

/** Files beside the certificates, in the folder `{files}`. */
export const FILES: Readonly<Record<string, string>> = {
  'abac.jsonl': JSON.stringify({
    apiVersion: 'abac.authorization.kubernetes.io/v1beta1',
    kind: 'Policy',
    spec: { user: 'somebody', namespace: '*', apiGroup: '*', resource: '*', readonly: true },
  }),
  'audit-policy.yaml': JSON.stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    rules: [{ level: 'Metadata' }],
  }),
  'authentication.yaml': JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1beta1',
    kind: 'AuthenticationConfiguration',
    anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }] },
  }),
  'admission.yaml': JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [
      {
        name: 'EventRateLimit',
        configuration: {
          apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
          kind: 'Configuration',
          limits: [{ type: 'Namespace', qps: 1, burst: 2 }],
        },
      },
    ],
  }),
  'pod-security.yaml': JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [
      {
        name: 'PodSecurity',
        configuration: {
          apiVersion: 'pod-security.admission.config.k8s.io/v1',
          kind: 'PodSecurityConfiguration',
          defaults: { enforce: 'baseline' },
          exemptions: { namespaces: ['kube-system'] },
        },
      },
    ],
  }),
  'encryption.yaml': JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [
      {
        resources: ['secrets'],
        providers: [
          { secretbox: { keys: [{ name: 'first', secret: Buffer.alloc(32, 'kubevet').toString('base64') }] } },
          { identity: {} },
        ],
      },
    ],
  }),
  'kms-v1.yaml': JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [
      {
        resources: ['secrets'],
        providers: [{ kms: { name: 'old', endpoint: 'unix:///nowhere.sock' } }, { identity: {} }],
      },
    ],
  }),
  'webhook.yaml': JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'webhook', cluster: { server: 'https://127.0.0.1:1' } }],
    contexts: [{ name: 'webhook', context: { cluster: 'webhook', user: '' } }],
    'current-context': 'webhook',
  }),
  'broken-policy.yaml': JSON.stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    rules: [{ level: 'Metadat' }],
  }),
  'tokens.csv': `${STATIC_TOKEN},admin,1,"system:masters"\n`,
};

/** What the stub kubelets run with. */
export const KUBELET_CONFIGURATION = { imagePullCredentialsVerificationPolicy: 'NeverVerify' };

const AUDITED: Changes = { 'audit-policy-file': '{files}/audit-policy.yaml', 'audit-log-path': './audit/audit.log' };
const ROTATED: Changes = { ...AUDITED, 'audit-log-maxsize': '1' };
const WEBHOOK: Changes = { 'authentication-token-webhook-config-file': '{files}/webhook.yaml' };
const TOKENS: Changes = { 'token-auth-file': '{files}/tokens.csv' };

/** As the remediation names them. */
const MODERN_SUITES = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256']
  .flatMap((suite) => [`TLS_ECDHE_ECDSA_WITH_${suite}`, `TLS_ECDHE_RSA_WITH_${suite}`])
  .join(',');

const MINOR = Number((process.env['KUBEVET_E2E_VERSION'] ?? '1.37.2').split('.')[1]);
/** The first minor that emulates one two minors older: none before 1.31 can be emulated, and not by 1.32. */
const CAN_EMULATE = 34;
/** What keeps /flagz on, where it is by itself, while a release is emulated that has it off. */
const FLAGZ: Changes = MINOR < 36 ? {} : { 'feature-gates': 'ComponentFlagz=true' };
const EMULATION: readonly Flip[] = [
  {
    check: 'emulated-version',
    broken: { ...FLAGZ, 'emulated-version': `1.${MINOR - 2}` },
    mended: FLAGZ,
    // From 1.36 on both pages are beta, and on by themselves.
    ...(MINOR < 36 || MINOR >= 38
      ? {}
      : {
          others: {
            'kube-apiserver/alpha-features': 'for the older release the gate of /flagz is alpha',
            'kube-apiserver/statusz-version': 'the older release does not serve /statusz',
          },
        }),
    seen: [['the minor that it says it behaves as', emulatedMinor, `${MINOR - 2}`, `${MINOR}`]],
  },
];

/** The first minor that does not start where the CA of users may also name them in headers. */
const REFUSES_SHARED_CA = 35;
const SHARED_CA: readonly Flip[] = [
  {
    check: 'requestheader-config',
    broken: { 'requestheader-client-ca-file': '{pki}/ca.crt', 'requestheader-allowed-names': null },
    mended: {
      'requestheader-client-ca-file': '{pki}/front-proxy-ca.crt',
      'requestheader-allowed-names': 'front-proxy-client',
    },
    seen: [['a client that says it is of system:masters lists Secrets', namesItselfInHeaders, 200, 403]],
  },
];

const ANONYMOUS_OFF = 'the API server switches anonymous requests off while AlwaysAllow is an authorizer';
const ALL_OFF = 'an empty list switches all plugins off';
const ENCRYPTED = 'there is an encryption configuration to ask about';
const OIDC: Changes = { 'oidc-issuer-url': 'https://login.example', 'oidc-client-id': 'kubernetes' };
/** A gate that protects, and that this version lets one switch off. */
const PROTECTION = MINOR < 33 ? 'AuthorizeNodeWithSelectors' : 'ServiceAccountNodeAudienceRestriction';
const NO_POLICY = 'without a policy nothing is logged';
const NO_LOG = 'without a log there is nothing to keep';

/** Those that are on by default and protect, but for one. */
const ALL_BUT_LIMITS =
  'NamespaceLifecycle,ServiceAccount,NodeRestriction,TaintNodesByCondition,PodSecurity,Priority,DefaultTolerationSeconds,DefaultStorageClass,StorageObjectInUseProtection,PersistentVolumeClaimResize,RuntimeClass,CertificateApproval,CertificateSigning,ClusterTrustBundleAttest,CertificateSubjectRestriction,DefaultIngressClass,MutatingAdmissionPolicy,MutatingAdmissionWebhook,ValidatingAdmissionPolicy,ValidatingAdmissionWebhook,ResourceQuota';

export const FLIPS: readonly Flip[] = [
  ...(MINOR < CAN_EMULATE ? [] : EMULATION),
  ...(MINOR < REFUSES_SHARED_CA ? SHARED_CA : []),
  {
    check: 'admission-always-admit',
    broken: { 'enable-admission-plugins': 'NodeRestriction,AlwaysAdmit' },
    mended: KUBEADM,
    seen: [['it switches no other plugin off: a privileged pod', privilegedPod, 403, 403]],
  },
  {
    check: 'admission-always-pull-images',
    broken: KUBEADM,
    mended: { 'enable-admission-plugins': 'NodeRestriction,AlwaysPullImages' },
    others: { 'kubelet/image-credential-verification': 'kubelets that verify nothing need not, if all is pulled anew' },
    seen: [['pull policy of a pod', pullPolicy, 'IfNotPresent', 'Always']],
  },
  {
    check: 'admission-default-plugins-disabled',
    broken: { 'disable-admission-plugins': 'LimitRanger' },
    mended: KUBEADM,
    seen: [['a pod above the limit', largePod, 201, 403]],
  },
  {
    check: 'admission-default-plugins-disabled',
    how: 'by the old flag',
    broken: { 'enable-admission-plugins': null, 'admission-control': ALL_BUT_LIMITS },
    mended: KUBEADM,
    seen: [
      ['a pod above the limit', largePod, 201, 403],
      ['a privileged pod', privilegedPod, 403, 403],
    ],
  },
  {
    check: 'admission-default-plugins-disabled',
    how: 'by the old flag, given as empty',
    broken: { 'enable-admission-plugins': null, 'admission-control': '' },
    mended: KUBEADM,
    others: {
      'kube-apiserver/admission-namespace-lifecycle': ALL_OFF,
      'kube-apiserver/admission-node-restriction': ALL_OFF,
      'kube-apiserver/admission-pod-security': ALL_OFF,
      'kube-apiserver/admission-service-account': ALL_OFF,
      'kube-apiserver/admission-webhooks-enabled': ALL_OFF,
    },
    seen: [
      ['a pod above the limit', largePod, 201, 403],
      ['a privileged pod', privilegedPod, 201, 403],
    ],
  },
  {
    check: 'admission-event-rate-limit',
    broken: KUBEADM,
    mended: {
      'enable-admission-plugins': 'NodeRestriction,EventRateLimit',
      'admission-control-config-file': '{files}/admission.yaml',
    },
    others: { 'kube-apiserver/admission-psa-defaults': 'the file may set them' },
    seen: [['a burst of events', burstOfEvents, 201, 429]],
  },
  {
    check: 'admission-namespace-lifecycle',
    broken: { 'disable-admission-plugins': 'NamespaceLifecycle' },
    mended: KUBEADM,
    seen: [['an object for a missing namespace', objectInMissingNamespace, 201, 404]],
    commandLine: true,
  },
  {
    check: 'admission-node-restriction',
    broken: { 'enable-admission-plugins': null },
    mended: KUBEADM,
    seen: [["a kubelet labels another's Node", labelOnOtherNode, 200, 403]],
    commandLine: true,
  },
  {
    check: 'admission-pod-security',
    broken: { 'disable-admission-plugins': 'PodSecurity' },
    mended: KUBEADM,
    seen: [['a privileged pod', privilegedPod, 201, 403]],
  },
  {
    check: 'admission-psa-defaults',
    broken: KUBEADM,
    mended: { 'admission-control-config-file': '{files}/pod-security.yaml' },
    mendedTo: { status: 'unknown', because: 'the file lies on the host, and the API does not show it' },
    seen: [['a privileged pod in a namespace without labels', privilegedPodWithoutLabels, 201, 403]],
  },
  {
    check: 'admission-service-account',
    broken: { 'disable-admission-plugins': 'ServiceAccount' },
    mended: KUBEADM,
    seen: [['a pod without a ServiceAccount', podWithoutAccount, 201, 403]],
  },
  {
    check: 'admission-webhooks-enabled',
    broken: { 'disable-admission-plugins': 'ValidatingAdmissionWebhook' },
    mended: KUBEADM,
    seen: [['an object that a webhook which does not answer guards', guardedObject, 201, 500]],
  },
  {
    check: 'apiservice-redirect',
    broken: { 'aggregator-reject-forwarding-redirect': 'false' },
    mended: KUBEADM,
    seen: [],
  },
  {
    check: 'anonymous-auth',
    how: 'by a file',
    broken: KUBEADM,
    mended: { 'authentication-config': '{files}/authentication.yaml' },
    shownBy: 'anonymous-auth',
    mendedTo: { status: 'unknown', because: 'the file lies on the host, and the API does not show it' },
    others: {
      'kube-apiserver/oidc-user-auth': 'the file may name identity providers',
      'kube-apiserver/oidc-config-safe': 'the file may name identity providers',
    },
    seen: [
      ['anonymous GET /version', status('/version', 'anonymous'), 200, 401],
      ['anonymous GET /api', status('/api', 'anonymous'), 403, 401],
      ['anonymous GET /livez', status('/livez', 'anonymous'), 200, 200],
      ['anonymous GET /readyz', status('/readyz', 'anonymous'), 200, 200],
    ],
  },
  {
    check: 'anonymous-auth',
    how: 'by the flag, of which the remediation warns',
    broken: KUBEADM,
    mended: { 'anonymous-auth': 'false' },
    seen: [
      ['anonymous GET /version', status('/version', 'anonymous'), 200, 401],
      ['anonymous GET /livez', status('/livez', 'anonymous'), 200, 401],
    ],
    commandLine: true,
  },
  {
    check: 'audit-log-maxage',
    broken: { ...ROTATED, 'audit-log-maxage': '7' },
    mended: { ...ROTATED, 'audit-log-maxage': '30' },
    seen: [['a log of twenty days ago is kept', keepsOldLog, false, true]],
  },
  {
    check: 'audit-log-maxbackup',
    broken: { ...ROTATED, 'audit-log-maxbackup': '2' },
    mended: { ...ROTATED, 'audit-log-maxbackup': '10' },
    seen: [['more than two logs are kept', keepsMoreThanTwoLogs, false, true]],
  },
  {
    check: 'audit-log-maxsize',
    broken: { ...AUDITED, 'audit-log-maxsize': '1' },
    mended: { ...AUDITED, 'audit-log-maxsize': '100' },
    seen: [['a log of three megabytes is in several files', rotatesSoon, true, false]],
  },
  {
    check: 'audit-log-path',
    broken: KUBEADM,
    mended: AUDITED,
    others: {
      'kube-apiserver/audit-policy-file': 'the policy is given with the path',
      'kube-apiserver/audit-log-maxage': NO_LOG,
      'kube-apiserver/audit-log-maxbackup': NO_LOG,
      'kube-apiserver/audit-log-maxsize': NO_LOG,
      'kube-apiserver/audit-forwarding': 'whether anything forwards the log does not show',
      'kube-apiserver/audit-live': 'events are counted once they are written',
    },
    seen: [['requests in the log', auditLogWritten, false, true]],
  },
  {
    check: 'audit-log-path',
    how: 'to nowhere',
    broken: { ...AUDITED, 'audit-log-path': '/dev/null' },
    mended: AUDITED,
    others: {
      'kube-apiserver/audit-log-maxage': NO_LOG,
      'kube-apiserver/audit-log-maxbackup': NO_LOG,
      'kube-apiserver/audit-log-maxsize': NO_LOG,
      'kube-apiserver/audit-forwarding': 'whether anything forwards the log does not show',
    },
    seen: [['requests in the log', auditLogWritten, false, true]],
  },
  {
    check: 'audit-policy-file',
    broken: { ...AUDITED, 'audit-policy-file': null },
    mended: AUDITED,
    others: {
      'kube-apiserver/audit-log-path': NO_POLICY,
      'kube-apiserver/audit-forwarding': NO_POLICY,
      'kube-apiserver/audit-live': NO_POLICY,
    },
    seen: [['requests in the log', auditLogWritten, false, true]],
  },
  {
    check: 'authn-webhook-cache',
    broken: { ...WEBHOOK, 'authentication-token-webhook-cache-ttl': '1h' },
    mended: { ...WEBHOOK, 'authentication-token-webhook-cache-ttl': '2m0s' },
    seen: [],
  },
  {
    check: 'authz-abac',
    broken: { 'authorization-mode': 'Node,RBAC,ABAC', 'authorization-policy-file': '{files}/abac.jsonl' },
    mended: KUBEADM,
    seen: [['somebody without a binding lists Secrets', status('/api/v1/secrets', NOBODY), 200, 403]],
  },
  {
    check: 'authz-node',
    broken: { 'authorization-mode': 'RBAC' },
    mended: { 'authorization-mode': 'Node,RBAC' },
    seen: [['a kubelet reads its Node', status(`/api/v1/nodes/${NODE}`, KUBELET), 403, 200]],
  },
  {
    check: 'authz-not-always-allow',
    broken: { 'authorization-mode': 'Node,RBAC,AlwaysAllow' },
    mended: { 'authorization-mode': 'Node,RBAC' },
    others: { 'kube-apiserver/anonymous-auth': ANONYMOUS_OFF },
    seen: [
      ['somebody without rights lists Secrets', status('/api/v1/secrets', NOBODY), 200, 403],
      ['anonymous GET /version', status('/version', 'anonymous'), 401, 200],
    ],
  },
  {
    check: 'authz-not-always-allow',
    how: 'without any mode',
    broken: { 'authorization-mode': null },
    mended: { 'authorization-mode': 'Node,RBAC' },
    others: {
      'kube-apiserver/authz-node': 'no mode is given',
      'kube-apiserver/authz-rbac': 'no mode is given',
      'kube-apiserver/anonymous-auth': ANONYMOUS_OFF,
    },
    seen: [
      ['somebody without rights lists Secrets', status('/api/v1/secrets', NOBODY), 200, 403],
      ['anonymous GET /version', status('/version', 'anonymous'), 401, 200],
    ],
    commandLine: true,
  },
  {
    check: 'authz-rbac',
    broken: { 'authorization-mode': 'Node' },
    mended: { 'authorization-mode': 'Node,RBAC' },
    seen: [['somebody asks for his own rights', ownRights, 403, 201]],
  },
  {
    check: 'client-ca-file',
    broken: { ...TOKENS, 'client-ca-file': null },
    mended: { ...TOKENS, 'client-ca-file': '{pki}/ca.crt' },
    // It is refused, not ignored: certificates are asked for all the same, for the CA of --requestheader-client-ca-file.
    seen: [["the admin's certificate", status('/api', 'certificate'), 401, 200]],
  },
  {
    check: 'cors-origins',
    broken: { 'cors-allowed-origins': '^https://example.org' },
    mended: { 'cors-allowed-origins': '^https://example\\.org$' },
    seen: [
      [
        'a page of example.org.evil.example may call it',
        crossOriginAllowed('https://example.org.evil.example'),
        true,
        false,
      ],
      ['a page of example.org', crossOriginAllowed('https://example.org'), true, true],
    ],
  },
  {
    check: 'cors-origins',
    how: 'by a bare dot',
    broken: { 'cors-allowed-origins': '^https://console.example\\.org$' },
    mended: { 'cors-allowed-origins': '^https://console\\.example\\.org$' },
    seen: [
      ['a page of console-example.org may call it', crossOriginAllowed('https://console-example.org'), true, false],
    ],
  },
  {
    check: 'debug-socket',
    broken: { 'debug-socket-path': './debug.sock' },
    mended: KUBEADM,
    seen: [['profiles at the socket, without any login', debugSocketAnswers, true, false]],
  },
  {
    check: 'deny-service-external-ips',
    broken: KUBEADM,
    mended: { 'enable-admission-plugins': 'NodeRestriction,DenyServiceExternalIPs' },
    seen: [['a Service with an external IP', serviceWithExternalIp, 201, 403]],
  },
  {
    check: 'encryption-provider-config',
    broken: KUBEADM,
    mended: { 'encryption-provider-config': '{files}/encryption.yaml' },
    others: {
      'kube-apiserver/encryption-live-metrics': ENCRYPTED,
      'kube-apiserver/encryption-old-data': ENCRYPTED,
      'kube-apiserver/encryption-provider-strength': ENCRYPTED,
    },
    seen: [['a Secret in etcd', secretInEtcd, 'plain text', 'k8s:enc:']],
  },
  {
    check: 'etcd-cafile',
    broken: { 'etcd-cafile': null },
    mended: { 'etcd-cafile': '{pki}/etcd/ca.crt' },
    // That any CA of the image will do is seen by its start: what a named CA refuses is among the refusals.
    seen: [],
  },
  {
    check: 'etcd-cafile',
    how: 'in clear text',
    broken: { 'etcd-servers': '{plain etcd}' },
    mended: KUBEADM,
    others: { 'etcd/cert-and-key': 'of an etcd whose pod is not seen clear text shows where it is reached' },
    seen: [['etcd speaks TLS', etcdSpeaksTls, false, true]],
  },
  {
    check: 'etcd-client-cert',
    broken: { 'etcd-servers': '{open etcd}', 'etcd-certfile': null, 'etcd-keyfile': null },
    mended: {
      'etcd-certfile': '{pki}/apiserver-etcd-client.crt',
      'etcd-keyfile': '{pki}/apiserver-etcd-client.key',
    },
    seen: [['etcd answers anybody', etcdAnswersAnybody, true, false]],
  },
  {
    check: 'event-ttl',
    broken: { 'event-ttl': '10m' },
    mended: KUBEADM,
    seen: [['hours that etcd keeps an event for', hoursOfEvents, 0, 1]],
  },
  {
    check: 'http2-dos-mitigation',
    broken: { 'feature-gates': 'UnauthenticatedHTTP2DOSMitigation=false' },
    mended: KUBEADM,
    seen: [['a connection without a login is closed after a request', closesAnonymousConnections, false, true]],
  },
  {
    check: 'alpha-features',
    broken: { 'runtime-config': 'api/alpha=true' },
    mended: KUBEADM,
    seen: [],
  },
  {
    check: 'security-gates-disabled',
    broken: { 'feature-gates': `${PROTECTION}=false` },
    mended: KUBEADM,
    seen: [],
  },
  {
    check: 'oidc-config-safe',
    broken: { ...OIDC, 'oidc-groups-claim': 'groups' },
    mended: { ...OIDC, 'oidc-groups-claim': 'groups', 'oidc-groups-prefix': 'oidc:' },
    seen: [],
  },
  {
    check: 'kmsv1-enabled',
    broken: { 'feature-gates': 'KMSv1=true' },
    mended: KUBEADM,
    // That no provider of version 1 is taken without the gate is among the refusals.
    seen: [],
  },
  {
    check: 'kubelet-ca',
    broken: KUBEADM,
    mended: { 'kubelet-certificate-authority': '{pki}/ca.crt' },
    seen: [
      ['a kubelet with a certificate of a strange CA', strangeKubelet, 200, 503],
      ['a kubelet with one of the cluster', status(`/api/v1/nodes/${NODE}/proxy/name`, 'admin'), 200, 200],
    ],
  },
  {
    check: 'kubelet-client-cert',
    broken: { 'kubelet-client-certificate': null, 'kubelet-client-key': null },
    mended: {
      'kubelet-client-certificate': '{pki}/apiserver-kubelet-client.crt',
      'kubelet-client-key': '{pki}/apiserver-kubelet-client.key',
    },
    seen: [['at the kubelet it is', nameAtKubelet, 'nobody', 'kube-apiserver-kubelet-client']],
  },
  {
    check: 'nodeport-range',
    broken: { 'service-node-port-range': '22-32767' },
    mended: KUBEADM,
    seen: [['a Service on port 22 of every node', privilegedNodePort, 201, 422]],
  },
  {
    check: 'oidc-user-auth',
    broken: KUBEADM,
    mended: { 'oidc-issuer-url': 'https://login.example', 'oidc-client-id': 'kubernetes' },
    others: { 'kube-apiserver/oidc-config-safe': 'there is an identity provider to ask about' },
    seen: [],
  },
  {
    check: 'priority-and-fairness',
    broken: { 'enable-priority-and-fairness': 'false' },
    mended: KUBEADM,
    seen: [['requests are given to a FlowSchema', flowSchemasApply, false, true]],
  },
  {
    check: 'profiling',
    broken: KUBEADM,
    mended: { profiling: 'false' },
    seen: [['profiles for an admin', status('/debug/pprof/', 'admin'), 200, 404]],
    commandLine: true,
  },
  {
    check: 'request-timeout',
    broken: { 'request-timeout': '1h' },
    mended: KUBEADM,
    seen: [],
  },
  {
    check: 'sa-max-token-expiration',
    broken: KUBEADM,
    mended: { 'service-account-max-token-expiration': '24h' },
    seen: [['hours of a token that is asked for with a year', lifetimeOfLongToken, 8760, 24]],
  },
  {
    check: 'sa-token-extend-expiration',
    broken: KUBEADM,
    mended: { 'service-account-extend-token-expiration': 'false' },
    seen: [['hours of a token as the kubelet asks for it', lifetimeOfPodToken, 8760, 1]],
  },
  {
    check: 'service-account-issuer',
    broken: { 'service-account-issuer': 'kubernetes/serviceaccount' },
    mended: { 'service-account-issuer': 'https://kubernetes.default.svc.cluster.local' },
    seen: [['what others verify tokens with', status('/.well-known/openid-configuration', 'admin'), 404, 200]],
  },
  {
    check: 'service-account-key-file',
    broken: { 'service-account-key-file': '{pki}/apiserver.key' },
    mended: { 'service-account-key-file': '{pki}/sa.pub' },
    seen: [['a token that the TLS key signed', tokenOfTlsKey, 200, 401]],
  },
  {
    check: 'service-account-lookup',
    broken: { 'service-account-lookup': 'false' },
    mended: KUBEADM,
    seen: [
      ['a token of a deleted Secret', deletedSecretToken, 200, 401],
      ['one from the TokenRequest API, of a deleted ServiceAccount', deletedAccountToken, 401, 401],
    ],
  },
  {
    check: 'strong-ciphers',
    broken: { 'tls-cipher-suites': `${MODERN_SUITES},TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA` },
    mended: { 'tls-cipher-suites': MODERN_SUITES },
    seen: [
      ['a CBC suite', speaksSuite('ECDHE-ECDSA-AES128-SHA'), true, false],
      ['a GCM suite', speaksSuite('ECDHE-ECDSA-AES128-GCM-SHA256'), true, true],
    ],
  },
  {
    check: 'tls-cert-and-key',
    broken: { 'tls-cert-file': null, 'tls-private-key-file': null },
    mended: { 'tls-cert-file': '{pki}/apiserver.crt', 'tls-private-key-file': '{pki}/apiserver.key' },
    seen: [["a certificate of the cluster's CA", servesCertificateOfCluster, false, true]],
  },
  {
    check: 'tls-min-version',
    broken: { 'tls-min-version': 'VersionTLS11' },
    mended: { 'tls-min-version': 'VersionTLS12' },
    seen: [
      ['TLS 1.1', speaks('TLSv1.1'), true, false],
      ['TLS 1.2', speaks('TLSv1.2'), true, true],
    ],
  },
  {
    check: 'token-auth-file',
    broken: TOKENS,
    mended: KUBEADM,
    seen: [['a static token', status('/api', { token: STATIC_TOKEN }), 200, 401]],
  },
];

/** What the API server does not start with, as checks and their remediations say. */
export interface Refusal {
  readonly check: OwnCheck;
  readonly what: string;
  readonly changes: Changes;
  /** What it says before it ends. */
  readonly says: string;
  /** The first version on which this was seen: 1.32 starts, and goes by the file. */
  readonly since?: string;
}

export const REFUSALS: readonly Refusal[] = [
  {
    check: 'admission-event-rate-limit',
    what: 'the plugin without a file',
    changes: { 'enable-admission-plugins': 'NodeRestriction,EventRateLimit' },
    says: 'must not be empty',
  },
  {
    check: 'anonymous-auth',
    what: 'the flag beside the file',
    changes: { 'anonymous-auth': 'true', 'authentication-config': '{files}/authentication.yaml' },
    says: '--anonymous-auth flag cannot be set',
    since: '1.34.0',
  },
  {
    check: 'anonymous-auth',
    what: 'OIDC flags beside the file',
    changes: {
      'oidc-issuer-url': 'https://example.org',
      'oidc-client-id': 'kubevet',
      'authentication-config': '{files}/authentication.yaml',
    },
    says: 'mutually exclusive',
    since: '1.34.0',
  },
  {
    check: 'audit-log-path',
    what: 'a path that cannot be written',
    changes: { ...AUDITED, 'audit-log-path': '/dev/null/audit.log' },
    says: 'ensureLogFile',
  },
  {
    check: 'audit-policy-file',
    what: 'a policy with an error',
    changes: { ...AUDITED, 'audit-policy-file': '{files}/broken-policy.yaml' },
    says: 'loading audit policy file',
  },
  {
    check: 'authz-abac',
    what: 'ABAC without a policy',
    changes: { 'authorization-mode': 'Node,RBAC,ABAC' },
    says: 'authorization policy file not passed',
  },
  {
    check: 'etcd-cafile',
    what: 'etcd with a certificate of another CA than the given one, though the image trusts it',
    changes: { 'etcd-cafile': '{pki}/ca.crt' },
    says: 'certificate signed by unknown authority',
  },
  {
    check: 'etcd-client-cert',
    what: 'no certificate for an etcd that demands one',
    changes: { 'etcd-certfile': null, 'etcd-keyfile': null },
    // TLS 1.3 refuses a client after its handshake: whether the server logs the reason or a broken pipe is a matter of luck.
    says: 'context deadline exceeded',
  },
  {
    check: 'cors-origins',
    what: 'an expression that is bound nowhere',
    changes: { 'cors-allowed-origins': 'example.org' },
    says: 'does not pin to start/end of host',
  },
  {
    check: 'kmsv1-enabled',
    what: 'a provider of version 1 without the gate',
    changes: { 'encryption-provider-config': '{files}/kms-v1.yaml' },
    says: 'KMSv1 is deprecated',
  },
  {
    check: 'requestheader-config',
    what: 'the CA of users for the front proxy, and any name',
    changes: { 'requestheader-client-ca-file': '{pki}/ca.crt', 'requestheader-allowed-names': null },
    says: 'contain overlapping certificates',
    since: '1.35.0',
  },
  {
    check: 'sa-max-token-expiration',
    what: 'less than an hour',
    changes: { 'service-account-max-token-expiration': '59m' },
    says: 'must be between 1 hour',
  },
  {
    check: 'service-account-key-file',
    what: 'no key, which is why the TLS key is never used by itself',
    changes: { 'service-account-key-file': null },
    says: 'service-account-key-file',
  },
  {
    check: 'tls-cert-and-key',
    what: 'a key without its certificate',
    changes: { 'tls-cert-file': null },
    says: 'missing filename for serving cert',
  },
];

const COUNTED = 'it goes by what the server counts, and passes only after a day of counting, which no flip makes';
const IN_FILE = 'what decides it stands in a file on the host, which a scan does not read';
const GONE = 'no version that is tested has the flag, or is moved by it';
const BY_OBJECT = 'an object decides it, not a flag: test/e2e/flips-api-objects.test.ts';
const BY_VERSION = 'it depends on the version alone, which no flag changes';

/** Checks of the API server without a row, and why. */
export const WITHOUT_FLIP: { readonly [Check in OwnCheck]?: string } = {
  'audit-forwarding': 'the collector that mends it is none of the flags',
  'audit-live': 'it changes with the flags of the audit log, in whose rows it is',
  'authz-webhook-failopen': IN_FILE,
  'basic-auth-file': GONE,
  'client-cert-expiry-metrics': COUNTED,
  'deprecated-api-use': COUNTED,
  'encryption-live-metrics': IN_FILE,
  'encryption-old-data': IN_FILE,
  'encryption-provider-strength': IN_FILE,
  'flagz-crosscheck': 'the pod here is a copy of the flags with which the server is started',
  'metrics-exposed': BY_OBJECT,
  'statusz-version': BY_VERSION,
  'webhook-fail-open-metric': COUNTED,
  'dynamic-auditing': GONE,
  ...(MINOR < CAN_EMULATE ? { 'emulated-version': 'it emulates no release that is two minors older' } : {}),
  'apiservice-available': 'no server of an aggregated API runs beside a bare API server',
  'apiservice-insecure-tls': BY_OBJECT,
  'cluster-ca-expiry': 'another authority makes another cluster',
  'crd-conversion-webhook': BY_OBJECT,
  'endpoint-not-public': 'it never fails: it lists an address for a person to look at',
  'flowschema-exempt': BY_OBJECT,
  'insecure-bind-address': GONE,
  'insecure-port': GONE,
  'instances-same-version': BY_VERSION,
  'known-cves': BY_VERSION,
  'jwks-anonymous': BY_OBJECT,
  'kubelet-https': GONE,
  ...(MINOR < REFUSES_SHARED_CA
    ? {}
    : { 'requestheader-config': 'from 1.35 on it does not start with what is looked for' }),
  'static-pod-hardening': 'it is about the pods of the control plane, of which there are none here',
  'storageversion-migration': 'it is of hygiene, and no row asks for that',
  'version-latest-patch': BY_VERSION,
  'version-supported': BY_VERSION,
  'webhook-backend': BY_OBJECT,
  'webhook-failure-policy': BY_OBJECT,
  'webhook-mutating-inventory': 'it never fails: it lists for a person to go through',
  'webhook-scope-gaps': BY_OBJECT,
  'webhook-timeout': BY_OBJECT,
  'webhook-validating-inventory': 'it never fails: it lists for a person to go through',
};
