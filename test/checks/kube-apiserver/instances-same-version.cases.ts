import check from '../../../checks/kube-apiserver/instances-same-version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, flagz, serverVersion } from '../../support/objects.ts';

const servers = (...versions: readonly string[]): readonly object[] => [
  serverVersion(),
  ...versions.map((version, index) => controlPlanePod('kube-apiserver', { version, node: `node-${index + 1}` })),
];

describeCheck(check, [
  { given: 'three of one release', objects: servers('1.37.2', '1.37.2', '1.37.2'), expect: 'pass' },
  { given: 'patches that differ', objects: servers('1.37.2', '1.37.0'), expect: 'pass' },
  {
    given: 'one minor apart, as in the middle of an upgrade',
    objects: servers('1.37.2', '1.36.3'),
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-2' }, message: /one minor older/ },
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-1' } },
    ],
  },
  {
    given: 'two minors apart',
    objects: servers('1.37.2', '1.36.3', '1.35.1'),
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { name: 'kube-apiserver-node-3' },
        message: /2 minors older than kube-apiserver-node-1/,
      },
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-2' } },
    ],
  },
  {
    given: 'one alone',
    objects: servers('1.37.2'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no second/ }],
  },
  {
    given: 'one whose version nothing tells',
    objects: servers('1.37.2', 'latest'),
    expect: 'unknown',
    findings: [
      { verdict: 'unknown', subject: { name: 'kube-apiserver-node-1' }, message: /of another/ },
      { verdict: 'unknown', subject: { name: 'kube-apiserver-node-2' }, message: /cannot be told/ },
    ],
  },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
  {
    given: 'one that answers at /flagz, of perhaps many',
    objects: [serverVersion(), flagz({ 'advertise-address': '192.0.2.11' })],
    expect: 'unknown',
    findings: [{ verdict: 'not-applicable', message: /was seen$/ }],
  },
]);
