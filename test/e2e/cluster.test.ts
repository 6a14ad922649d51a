import { randomBytes } from 'node:crypto';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { expectValidReport } from '../support/report-schema.ts';
import {
  accountConfig,
  adminConfig,
  auditEvents,
  checkOf,
  create,
  kubectl,
  kubevet,
  NAMESPACE,
  permissions,
  type Scan,
  scan,
  testOnBuiltCluster,
} from './support.ts';

const LEAST = `${NAMESPACE}-least`;
const secret = randomBytes(30).toString('base64');

let admin: Scan;
let least: Scan;
let nobody: Scan;
let leastConfig: string;

beforeAll(() => {
  kubectl('create', 'namespace', NAMESPACE);
  kubectl('-n', NAMESPACE, 'create', 'secret', 'generic', 'canary', `--from-literal=token=${secret}`);
  create({ ...parse(permissions()), metadata: { name: LEAST } });
  // All accounts first: the scans see the same cluster.
  const adminAccount = accountConfig('admin', 'cluster-admin');
  leastConfig = accountConfig('least', LEAST);
  const nobodyConfig = accountConfig('nobody');
  admin = scan(adminAccount);
  least = scan(leastConfig);
  nobody = scan(nobodyConfig);
});

afterAll(() => {
  const bindings = ['admin', 'least', 'control'].map((name) => `clusterrolebinding/${NAMESPACE}-${name}`);
  kubectl('delete', '--ignore-not-found', `namespace/${NAMESPACE}`, `clusterrole/${LEAST}`, ...bindings);
});

describe('read as cluster-admin', () => {
  test('gives a whole, valid report of the version that the cluster runs', () => {
    expectValidReport(admin.report);
    expect(admin.exit).toBe(0);
    expect(admin.report.cluster.version).toBe(JSON.parse(kubectl('get', '--raw', '/version')).gitVersion);
  });

  test('has no check that crashed', () => {
    expect(admin.report.checks.filter(({ status }) => status === 'error')).toEqual([]);
  });

  test('leaves at most a tenth of the checks unknown, none for an unknown version', () => {
    const unknown = admin.report.checks.filter(({ status }) => status === 'unknown');
    const decidable = admin.report.checks.filter(({ status }) => status !== 'manual');
    expect(unknown.length).toBeLessThanOrEqual(decidable.length / 10);
    const codes = unknown.flatMap(({ findings }) => findings.map(({ uncertainty }) => uncertainty?.code));
    expect(codes).not.toContain('outside-known-versions');
  });

  test('says of anonymous requests what the server does', async () => {
    const answered = (await anonymousStatus('/version')) === 200;
    expect(checkOf(admin.report, 'kube-apiserver/anonymous-auth')?.status).toBe(answered ? 'fail' : 'pass');
  });

  testOnBuiltCluster('a cluster whose setup is known', 'says what is known of this cluster', () => {
    const { cluster, score } = admin.report;
    expect(cluster).toMatchObject({ distribution: 'kubeadm', managed: null, tlsVerified: true });
    expect(cluster.version).toBe(`v${process.env['KUBEVET_E2E_VERSION']}`);
    expect(score.grade).not.toBeNull();
    expect(checkOf(admin.report, 'kube-apiserver/audit-log-path')?.status).toBe('pass');
  });
});

describe('read with the ClusterRole that `kubevet permissions` prints', () => {
  test('gives every check the status that cluster-admin sees, but for unknowns that `kubevet doctor` announces', () => {
    expectValidReport(least.report);
    const differing = least.report.checks.filter(({ id, status }) => status !== checkOf(admin.report, id)?.status);
    expect(differing.filter(({ status }) => status !== 'unknown')).toEqual([]);
    const unannounced = differing.filter(({ id }) => {
      const { out } = kubevet('doctor', '--kubeconfig', leastConfig, '--check', id);
      return !out.includes(': not allowed');
    });
    expect(unannounced).toEqual([]);
  }, 300_000);

  test('is refused nothing but what is left out of it on purpose', () => {
    expect(least.report.coverage.missingPermissions).toEqual(['get nodes/proxy', 'list secrets']);
  });
});

describe('read as a ServiceAccount without any binding', () => {
  test('ends incomplete, without a letter', () => {
    expectValidReport(nobody.report);
    expect(nobody.exit).toBe(4);
    expect(nobody.report.score.grade).toBeNull();
  });

  test('decides only what /version and discovery decide', () => {
    const decided = nobody.report.checks.filter(({ status }) => status === 'pass' || status === 'fail');
    // Whether a flaw concerns this version may take more; the address may be a name.
    const maybe = ['kube-apiserver/endpoint-not-public', 'kube-apiserver/known-cves'];
    expect(decided.map(({ id }) => id).filter((id) => !maybe.includes(id))).toEqual([
      'kube-apiserver/version-latest-patch',
      'kube-apiserver/version-supported',
    ]);
  });

  test('gives every other check a reason', () => {
    const silent = nobody.report.checks.filter(({ status, because, findings }) => {
      if (status !== 'unknown' && status !== 'not-applicable') return false;
      return because === null && findings.every(({ message }) => message === '');
    });
    expect(silent).toEqual([]);
  });
});

describe('by the word of the audit log', () => {
  const AUDIT = 'the audit log of the API server';

  testOnBuiltCluster(AUDIT, 'kubevet only reads', () => {
    const events = auditEvents();
    for (const name of ['admin', 'least', 'nobody']) {
      expect(events.filter(({ user }) => user.username.endsWith(`:${name}`)).length).toBeGreaterThan(10);
    }
    const others = events.filter(({ verb, objectRef }) => {
      if (verb === 'get' || verb === 'list') return false;
      return !(verb === 'create' && /^selfsubject(access|rules)?reviews$/.test(objectRef?.resource ?? ''));
    });
    expect(others).toEqual([]);
  });

  testOnBuiltCluster(AUDIT, 'kubevet asks kubelets for their configuration alone', () => {
    const proxied = auditEvents().filter(({ objectRef }) => objectRef?.subresource === 'proxy');
    const nodes = JSON.parse(kubectl('get', 'nodes', '-o', 'json')).items.map(
      ({ metadata }: { readonly metadata: { readonly name: string } }) => metadata.name,
    );
    expect([...new Set(proxied.map(({ requestURI }) => requestURI))].sort()).toEqual(
      nodes.map((name: string) => `/api/v1/nodes/${name}/proxy/configz`),
    );
  });

  testOnBuiltCluster(AUDIT, 'no Secret was returned to kubevet, only metadata', () => {
    const encoded = Buffer.from(secret).toString('base64');
    const holdsIt = ({ responseObject }: { readonly responseObject?: unknown }) =>
      JSON.stringify(responseObject ?? null).includes(encoded);
    const before = auditEvents();
    const answers = before.filter(
      ({ objectRef, responseObject }) => objectRef?.resource === 'secrets' && responseObject,
    );
    expect(answers.map(({ responseObject }) => responseObject.kind)).toContain('PartialObjectMetadataList');
    expect(JSON.stringify(answers)).toContain('"canary"');
    expect(before.filter(holdsIt)).toEqual([]);
    // The log would tell: it does of a client that asks for Secrets as such.
    const controlConfig = accountConfig('control', 'cluster-admin');
    kubectl('--kubeconfig', controlConfig, '-n', NAMESPACE, 'get', 'secrets', '-o', 'json');
    expect(auditEvents().filter(holdsIt)).not.toEqual([]);
  });
});

/** Status code of a GET without any credentials. */
function anonymousStatus(path: string): Promise<number> {
  const { server = '', 'certificate-authority-data': ca } = adminConfig().clusters[0].cluster;
  return new Promise((resolve, reject) => {
    request(new URL(path, server), ca === undefined ? {} : { ca: Buffer.from(ca, 'base64') }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
