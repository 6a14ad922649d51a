import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { type Flip, faults, type Medium } from './flips/flip.ts';
import { kubeProxy, kubeProxyGroups } from './flips/kube-proxy.ts';
import { kubeletGroups, kubelets } from './flips/kubelets.ts';
import { controlPlaneGroups, type ManifestChange, manifests } from './flips/manifests.ts';
import { objects } from './flips/objects.ts';
import { rbac } from './flips/rbac.ts';
import { serviceAccounts, workloads } from './flips/workloads.ts';
import { mustRun } from './support.ts';

// Records the cluster for test/clusters: as kubeadm made it, as well set up as the remediations say, and as badly as it can be and still run.

const VERSION = process.env['KUBEVET_E2E_VERSION'] ?? '';
const SLOW = 900_000;

/** Files that the API server is given, where its pod sees them. */
const FILES = '/etc/kubernetes/pki/flip';
const file = (name: string, content: object): string =>
  `mkdir -p ${FILES}; echo '${JSON.stringify(content)}' > ${FILES}/${name}`;

const HARDENED: ManifestChange = {
  before: [
    file('authentication.yaml', {
      apiVersion: 'apiserver.config.k8s.io/v1beta1',
      kind: 'AuthenticationConfiguration',
      anonymous: { enabled: true, conditions: ['/livez', '/readyz', '/healthz'].map((path) => ({ path })) },
    }),
    file('encryption.yaml', {
      apiVersion: 'apiserver.config.k8s.io/v1',
      kind: 'EncryptionConfiguration',
      resources: [
        {
          resources: ['secrets'],
          // A key that is in this file protects a cluster that is thrown away.
          providers: [
            { secretbox: { keys: [{ name: 'one', secret: Buffer.alloc(32, 'k').toString('base64') }] } },
            { identity: {} },
          ],
        },
      ],
    }),
    file('admission.yaml', {
      apiVersion: 'apiserver.config.k8s.io/v1',
      kind: 'AdmissionConfiguration',
      plugins: [
        {
          name: 'EventRateLimit',
          configuration: {
            apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
            kind: 'Configuration',
            limits: [{ type: 'Server', qps: 5000, burst: 20000 }],
          },
        },
      ],
    }),
  ].join('\n'),
  'kube-apiserver': {
    'admission-control-config-file': `${FILES}/admission.yaml`,
    'audit-log-maxage': '30',
    'audit-log-maxbackup': '10',
    'audit-log-maxsize': '100',
    'authentication-config': `${FILES}/authentication.yaml`,
    'enable-admission-plugins': { add: ['DenyServiceExternalIPs', 'EventRateLimit'] },
    'encryption-provider-config': `${FILES}/encryption.yaml`,
    'kubelet-certificate-authority': '/etc/kubernetes/pki/ca.crt',
    profiling: 'false',
    'service-account-extend-token-expiration': 'false',
    'tls-cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  },
};

/** Flags of the API server with which a cluster runs on. */
const CARELESS: ManifestChange = {
  'kube-apiserver': {
    'audit-policy-file': null,
    'enable-admission-plugins': null,
    'service-account-lookup': 'false',
  },
};

/** What a cluster as kubeadm makes it lacks, mended. */
const mendings = <Change>(flips: readonly Flip<Change>[]): readonly Change[] =>
  flips.filter(({ startsBroken }) => startsBroken).map(({ mending }) => mending);
const breakings = <Change>(flips: readonly Flip<Change>[]): readonly Change[] =>
  flips.filter(({ startsBroken }) => !startsBroken).map(({ breaking }) => breaking);
const all = <Change>(groups: readonly { readonly flips: readonly Flip<Change>[] }[]): readonly Flip<Change>[] =>
  groups.flatMap(({ flips }) => flips);
async function apply<Change>(medium: Medium<Change>, changes: readonly Change[]): Promise<void> {
  if (changes.length > 0) await medium.apply(changes, []);
}

function record(name: string): void {
  const folder = new URL(`../clusters/${name}/recording`, import.meta.url).pathname;
  rmSync(folder, { recursive: true, force: true });
  mustRun('npm', ['run', '--silent', 'record-cluster', '--', folder]);
  writeFileSync(join(folder, '../as-of'), `${new Date().toISOString()}\n`);
}

const failing = (): readonly string[] =>
  [
    ...new Set([...faults().values()].filter(({ finding }) => finding.verdict === 'fail').map(({ check }) => check)),
  ].sort();

beforeAll(async () => {
  await manifests.prepare();
  await kubelets.prepare();
  await kubeProxy.prepare();
}, SLOW);

let asMade: readonly string[];

test(
  'as kubeadm makes it',
  () => {
    record(`kubeadm-${VERSION}`);
    asMade = failing();
  },
  SLOW,
);

test(
  'hardened: fewer checks fail, and none that did not',
  async () => {
    await apply(kubelets, mendings(all(kubeletGroups)));
    await apply(kubeProxy, mendings(all(kubeProxyGroups)));
    await apply(manifests, [...mendings(all(controlPlaneGroups)), HARDENED]);
    record(`kubeadm-${VERSION}-hardened`);
    const now = failing();
    process.stderr.write(`e2e: hardened, ${now.length} checks fail of ${asMade.length} before: ${now.join(' ')}\n`);
    // What was stored before encryption was switched on stays as it is until it is written again.
    expect(now.filter((check) => !asMade.includes(check))).toEqual(['kube-apiserver/encryption-old-data']);
    expect(now.length).toBeLessThan(asMade.length / 2);
    await manifests.restore();
    await kubelets.restore();
    await kubeProxy.restore();
  },
  SLOW,
);

test(
  'broken: what can be broken at once, and nothing else mended by it',
  async () => {
    const ofObjects = [...rbac, ...workloads, ...serviceAccounts];
    const ofKubelets = all(kubeletGroups);
    const [, ofKubeProxy = { flips: [] }] = kubeProxyGroups;
    const [, ofControlPlane = { flips: [] }] = controlPlaneGroups;
    // Pods first: they wait for what the controller manager then gives no more.
    await objects.prepare();
    await apply(objects, breakings(ofObjects));
    await apply(kubeProxy, breakings(ofKubeProxy.flips));
    await apply(manifests, [...breakings(ofControlPlane.flips), CARELESS]);
    await apply(kubelets, breakings(ofKubelets));
    record(`kubeadm-${VERSION}-broken`);
    const now = failing();
    const broken = [...ofObjects, ...ofKubelets, ...ofKubeProxy.flips, ...ofControlPlane.flips].map(
      ({ check }) => check,
    );
    process.stderr.write(`e2e: broken, ${now.length} checks fail of ${asMade.length} before\n`);
    // Where every ServiceAccount has rights, no token is without use.
    const unneeded = 'service-accounts/token-mounted-needlessly';
    expect(broken.filter((check) => !now.includes(check) && check !== unneeded)).toEqual([]);
    expect(asMade.filter((check) => !now.includes(check))).toEqual([]);
  },
  SLOW,
);
