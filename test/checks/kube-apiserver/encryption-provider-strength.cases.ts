import check from '../../../checks/kube-apiserver/encryption-provider-strength.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { withFile } from '../../support/host-files.ts';
import { counting } from '../../support/metrics.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const keys = { keys: [{ name: 'k', secret: 'c2VjcmV0' }] };
const identity = { identity: {} };
const entry = (resources: readonly string[], ...providers: readonly object[]) => ({ resources, providers });
const encrypting = (...resources: readonly object[]) =>
  withFile('kube-apiserver', {
    flag: 'encryption-provider-config',
    text: JSON.stringify({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources }),
  });

const FILE = '--encryption-provider-config=/etc/e.yaml';
const writes = (prefix: string, resource = 'secrets') =>
  `apiserver_storage_transformation_operations_total{resource="${resource}",status="OK",transformation_type="to_storage",transformer_prefix="${prefix}"} 4`;
/** An API server whose file was not collected, which wrote Secrets in these forms. */
const writing = (prefixes: readonly string[], ...flags: readonly string[]) =>
  counting(
    prefixes.map((prefix) => writes(prefix)),
    [FILE, ...flags],
  );

describeCheck(check, [
  { given: 'secretbox', objects: encrypting(entry(['secrets'], { secretbox: keys }, identity)), expect: 'pass' },
  { given: 'aescbc for everything', objects: encrypting(entry(['*.*'], { aescbc: keys })), expect: 'pass' },
  {
    given: 'a key service',
    objects: encrypting(entry(['secrets'], { kms: { apiVersion: 'v2', name: 'vault' } })),
    expect: 'pass',
  },
  {
    given: 'a key service of version 1, which is what no version means',
    objects: encrypting(entry(['secrets'], { kms: { name: 'vault' } })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /kms v1/ }],
  },
  {
    given: 'identity first, and a strong provider below',
    objects: encrypting(entry(['secrets'], identity, { secretbox: keys })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /identity comes first/ }],
  },
  {
    given: 'a strong provider for something else',
    objects: encrypting(entry(['configmaps'], { secretbox: keys })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no entry covers secrets/ }],
  },
  {
    given: 'identity for Secrets before a strong provider for everything: the first entry counts',
    objects: encrypting(entry(['secrets'], identity), entry(['*.*'], { secretbox: keys })),
    expect: 'fail',
  },
  {
    given: 'aesgcm, whose key must be changed',
    objects: encrypting(entry(['secrets'], { aesgcm: keys })),
    expect: 'review',
  },
  { given: 'a provider that is not known', objects: encrypting(entry(['secrets'], { other: {} })), expect: 'unknown' },
  {
    given: 'a file that was not collected',
    objects: apiServer([FILE]),
    expect: 'unknown',
  },
  {
    given: 'a file that was not collected, and writes by a strong provider and its key',
    objects: writing(['k8s:enc:aescbc:v1:', 'key1:']),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^aescbc encrypted all Secrets/ }],
  },
  { given: 'writes by a key service', objects: writing(['k8s:enc:kms:v2:vault:']), expect: 'pass' },
  {
    given: 'writes by a key service of version 1',
    objects: writing(['k8s:enc:kms:v1:vault:']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^kms v1/ }],
  },
  { given: 'writes as plaintext', objects: writing(['']), expect: 'fail' },
  { given: 'writes by aesgcm', objects: writing(['k8s:enc:aesgcm:v1:', 'k:']), expect: 'review' },
  { given: 'writes in two forms', objects: writing(['', 'k8s:enc:secretbox:v1:']), expect: 'unknown' },
  { given: 'writes by a provider that is not known', objects: writing(['k8s:enc:new:v1:']), expect: 'unknown' },
  {
    given: 'writes of something else',
    objects: counting([writes('k8s:enc:secretbox:v1:', 'configmaps')], [FILE]),
    expect: 'unknown',
  },
  {
    given: 'writes of a server that reads a changed file by itself',
    objects: writing(['k8s:enc:secretbox:v1:'], '--encryption-provider-config-automatic-reload'),
    expect: 'unknown',
  },
  {
    given: 'writes of one of two servers',
    objects: [
      ...writing(['k8s:enc:secretbox:v1:']),
      controlPlanePod('kube-apiserver', { flags: [FILE], node: 'node-2' }),
    ],
    expect: 'unknown',
  },
  {
    given: 'a file of something else',
    objects: withFile('kube-apiserver', { flag: 'encryption-provider-config', text: '{kind: Other}' }),
    expect: 'unknown',
  },
  { given: 'no encryption configuration', objects: apiServer([]), expect: 'not-applicable' },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
