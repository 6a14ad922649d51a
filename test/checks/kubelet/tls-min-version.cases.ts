import check from '../../../checks/kubelet/tls-min-version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'tlsMinVersion',
    passing: 'VersionTLS13',
    failing: 'VersionTLS10',
    omitted: 'pass',
  }),
  { given: 'TLS 1.2', objects: kubelet({ tlsMinVersion: 'VersionTLS12' }), expect: 'pass' },
  { given: 'no version at all', objects: kubelet({ tlsMinVersion: '1.3' }), expect: 'unknown' },
]);
