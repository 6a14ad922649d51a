import check from '../../../checks/kubelet/fine-grained-authz.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const mode = (value: unknown, featureGates: object = {}) => ({ authorization: { mode: value }, featureGates });
const OFF = { KubeletFineGrainedAuthz: false };

describeCheck(check, [
  ...configCases({
    passing: mode('Webhook'),
    failing: mode('Webhook', OFF),
    odd: mode({ odd: { odder: true } }),
    omitted: 'unknown',
    version: '1.35.4',
  }),
  { given: 'all beta features off', objects: kubelet(mode('Webhook', { AllBeta: false }), '1.34.4'), expect: 'fail' },
  {
    given: 'a version in which it cannot be switched off',
    objects: kubelet(mode('Webhook'), '1.36.0'),
    expect: 'pass',
  },
  {
    given: 'all beta features off where it is none any more',
    objects: kubelet(mode('Webhook', { AllBeta: false }), '1.36.0'),
    expect: 'pass',
  },
  {
    given: 'the alpha feature switched on',
    objects: kubelet(mode('Webhook', { KubeletFineGrainedAuthz: true }), '1.32.2'),
    expect: 'pass',
  },
  { given: 'the alpha feature as it is', objects: kubelet(mode('Webhook'), '1.32.2'), expect: 'not-applicable' },
  { given: 'a kubelet without it', objects: kubelet(mode('Webhook'), '1.31.9'), expect: 'not-applicable' },
  { given: 'no authorization at all', objects: kubelet(mode('AlwaysAllow'), '1.36.0'), expect: 'fail' },
  { given: 'no version', objects: kubelet(mode('Webhook'), 'odd'), expect: 'unknown' },
]);
