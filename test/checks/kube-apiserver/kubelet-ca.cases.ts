import check from '../../../checks/kube-apiserver/kubelet-ca.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { kubeletConfigz, node } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'a file', objects: apiServer(['--kubelet-certificate-authority=/pki/ca.crt']), expect: 'pass' },
  {
    given: 'no flag',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /any certificate/ }],
  },
  { given: 'an empty value', objects: apiServer(['--kubelet-certificate-authority=']), expect: 'fail' },
  {
    given: 'a file, and a kubelet that signs its certificate itself: it is refused, not trusted',
    objects: [
      ...apiServer(['--kubelet-certificate-authority=/pki/ca.crt']),
      node('node-1'),
      kubeletConfigz('node-1', { serverTLSBootstrap: false }),
    ],
    expect: 'pass',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'kubelet-certificate-authority', passing: '/pki/ca.crt', failing: '' }),
]);
