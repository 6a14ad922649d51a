import check from '../../../checks/kube-apiserver/kubelet-client-cert.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const certificate = '--kubelet-client-certificate=/pki/kubelet.crt';
const key = '--kubelet-client-key=/pki/kubelet.key';

describeCheck(check, [
  { given: 'certificate and key', objects: apiServer([certificate, key]), expect: 'pass' },
  {
    given: 'neither',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--kubelet-client-certificate and --kubelet-client-key are not set/ }],
  },
  {
    given: 'a certificate without a key',
    objects: apiServer([certificate]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--kubelet-client-key is not set/ }],
  },
  {
    given: 'a key without a certificate',
    objects: apiServer([key]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--kubelet-client-certificate is not set/ }],
  },
  { given: 'a version beyond the data', objects: apiServer([certificate], '1.99.0'), expect: 'unknown' },
  { given: 'both on a version beyond the data', objects: apiServer([certificate, key], '1.99.0'), expect: 'pass' },
  ...flagCases({ flag: 'kubelet-client-certificate', passing: '/pki/kubelet.crt', failing: '', beside: [key] }),
]);
