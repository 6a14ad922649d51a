import check from '../../../checks/kube-apiserver/encryption-provider-config.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s } from '../../support/k3s-nodes.ts';
import { node, serverVersion } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'a file',
    objects: apiServer(['--encryption-provider-config=/etc/kubernetes/encryption.yaml']),
    expect: 'pass',
  },
  {
    given: 'no flag',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not encrypted/ }],
  },
  { given: 'an empty value', objects: apiServer(['--encryption-provider-config=']), expect: 'fail' },
  {
    given: 'a managed plane, whose flags nobody sees',
    objects: [serverVersion('v1.37.1-eks-1a2b3c4')],
    expect: 'not-applicable',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  {
    given: 'k3s that is told to encrypt',
    objects: [serverVersion('v1.37.2+k3s1'), k3s('server-1', ['server', '--secrets-encryption'])],
    expect: 'pass',
  },
  {
    given: 'k3s that is not',
    objects: [serverVersion('v1.37.2+k3s1'), k3s('server-1', ['server', '--secrets-encryption=false'])],
    expect: 'fail',
  },
  {
    given: 'k3s of which two servers are told differently',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      k3s('server-1', ['server', '--secrets-encryption', 'true']),
      k3s('server-2', ['server']),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'server-1' } },
      { verdict: 'fail', subject: { name: 'server-2' } },
    ],
  },
  {
    given: 'k3s that was given a file of its own',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      k3s('server-1', ['server', '--kube-apiserver-arg=encryption-provider-config=/etc/enc.yaml']),
    ],
    expect: 'pass',
  },
  {
    given: 'k3s whose arguments cannot be read',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      node('server-1', {
        kubelet: 'v1.37.2+k3s1',
        labels: { 'node-role.kubernetes.io/control-plane': 'true' },
        annotations: { 'k3s.io/node-args': '{' },
      }),
    ],
    expect: 'unknown',
  },
  {
    given: 'a flag whose name begins alike',
    objects: apiServer(['--encryption-provider-config-automatic-reload=true']),
    expect: 'fail',
  },
  ...flagCases({ flag: 'encryption-provider-config', passing: '/etc/kubernetes/encryption.yaml', failing: '' }),
]);
