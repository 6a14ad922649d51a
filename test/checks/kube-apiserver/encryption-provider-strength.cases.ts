import check from '../../../checks/kube-apiserver/encryption-provider-strength.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { withFile } from '../../support/host-files.ts';
import { serverVersion } from '../../support/objects.ts';

const keys = { keys: [{ name: 'k', secret: 'c2VjcmV0' }] };
const identity = { identity: {} };
const entry = (resources: readonly string[], ...providers: readonly object[]) => ({ resources, providers });
const encrypting = (...resources: readonly object[]) =>
  withFile('kube-apiserver', {
    flag: 'encryption-provider-config',
    text: JSON.stringify({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources }),
  });

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
    objects: apiServer(['--encryption-provider-config=/etc/e.yaml']),
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
