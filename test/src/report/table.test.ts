import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { showFrom } from '../../../src/engine/show.ts';
import type { Report } from '../../../src/model/report.ts';
import { renderTable, renderWide } from '../../../src/report/table.ts';
import { finding, node, outcomeOf } from '../../support/outcomes.ts';
import { reportOf, sampleOutcomes } from '../../support/report.ts';

const plain = { width: 80, color: false };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escapes that colour is made of
const withoutColor = (text: string): string => text.replace(/\u001B\[\d+m/g, '');
const managed = {
  provider: 'EKS',
  evidence: [{ from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: 'v1.37.2-eks-1' }],
} as const;
const inCluster = (part: Partial<Report['cluster']>): Partial<Report> => ({
  cluster: { ...reportOf().cluster, ...part },
});

describe('the first screen', () => {
  test('says which cluster, which score and how many checks fail', () => {
    const [identity, score, failing] = renderTable(reportOf(), plain).split('\n');
    expect(identity).toBe('kubevet 0.1.0 · prod · https://10.0.0.1:6443 · kubeadm v1.37.2');
    expect(score).toBe('Score 79 of 100 (C), coverage 85 %');
    expect(failing).toBe('1 check fails: 1 high; 1 unknown');
  });

  test('says when nothing fails and when nothing could be determined', () => {
    expect(renderTable(reportOf([outcomeOf({}, [finding('pass')])]), plain)).toContain(
      'Score 100 of 100 (A), coverage 100 %\nNo check fails\n',
    );
    const nothing = renderTable(reportOf([outcomeOf({}, [finding('unknown')])]), plain);
    expect(nothing).toContain('No score: nothing could be determined, coverage 0 %\nNo check fails; 1 unknown\n');
    expect(nothing).toContain('score     none: nothing could be determined');
    expect(renderTable(reportOf([]), plain)).toContain('coverage  nothing applies');
  });

  test.each<[string, Partial<Report>, string]>([
    [
      'a server that was not verified',
      inCluster({ tlsVerified: false }),
      '! The certificate of the server was not verified',
    ],
    [
      'a deadline',
      { scan: { ...reportOf().scan, deadlines: ['the time of --timeout 5s passed'] } },
      '! the time of --timeout 5s passed',
    ],
    ['objects from files', { input: 'objects' }, '! Judged from objects in files'],
    [
      'a selection',
      { selection: { checks: ['rbac/*'], components: [] } },
      '! Only a selection of checks was run (rbac/*)',
    ],
    ['a crash', {}, '! 1 check crashed, a defect of kubevet: kube-proxy/crash'],
  ])('warns of %s', (_, change, warning) =>
    expect(renderTable(reportOf(sampleOutcomes, change), plain)).toContain(warning),
  );
});

test.each<[Report['input'], RegExp]>([
  ['demo', /^! This is the embedded demo cluster, with faults added: none of it is yours$/m],
  ['snapshot', /^kubevet 0\.1\.0 · prod · snapshot of 2026-11-24 10:00 UTC · kubeadm v1\.37\.2$/m],
])('says that the input is a %s', (input, text) => {
  expect(renderTable(reportOf(sampleOutcomes, { input }), plain)).toMatch(text);
});

test('lists checks of a severity or worse only, and says so; all numbers stay', () => {
  const text = renderTable(showFrom(reportOf(), 'critical'), plain);
  const rows = (whole: string) => whole.split('\n').filter((line) => /^\S.* (·|\d+)$/.test(line));
  expect(text).toContain('! Only critical checks are listed; score and counts are of all\n');
  expect(renderTable(showFrom(reportOf(), 'high'), plain)).toContain('! Only checks of severity high or worse are');
  expect(text).not.toContain('HIGH  kube-apiserver/profiling');
  expect(text).toContain('1 check fails: 1 high; 1 unknown');
  expect(rows(text)).toEqual(rows(renderTable(reportOf(), plain)));
  expect(text).toContain('1 check crashed');
  expect(showFrom(reportOf(), undefined)).toEqual(reportOf());
});

test('says that too little was seen for a letter', () => {
  const report = reportOf([outcomeOf({ severity: 'low' }, [finding('pass')]), outcomeOf({}, [finding('unknown')])]);
  expect(renderTable(report, plain)).toContain('! Incomplete: too little could be seen for a letter');
  expect(renderTable(report, plain)).toContain('\nScore open: 33 to 100 of 100, coverage 33 %\n');
  expect(renderTable(report, plain)).toContain('99 of 100, no letter');
});

test('each component has a row with score, letter, coverage and counts', () => {
  const rows = renderTable(reportOf(), plain).split('\n');
  const row = (name: string) =>
    rows
      .find((line) => line.startsWith(`${name} `))
      ?.split(/\s+/)
      .slice(1);
  expect(row('kube-apiserver')).toEqual(['33', 'F', '100', '%', '·', '1', '·', '·', '·']);
  expect(row('kubelet')).toEqual(['99', 'A', '92', '%', '·', '·', '·', '·', '1']);
  expect(row('etcd')).toEqual(['EKS', '–', '·', '·', '·', '·', '·']);
  expect(row('network')).toEqual(['n/a', '–', '·', '·', '·', '·', '·']);
  expect(row('kube-proxy')).toEqual(['–', '0', '%', '·', '·', '·', '·', '1']);
});

test.each([
  [120, /^COMPONENT +SCORE +COVERAGE +CRITICAL +HIGH +MEDIUM +LOW +UNKNOWN +PASS +REVIEW +N\/A$/m],
  [72, /^COMPONENT +SCORE +COVERAGE +CRIT +HIGH +MED +LOW +UNKNOWN$/m],
  [56, /^COMPONENT +SCORE +COVERAGE +FAIL +UNKNOWN$/m],
  [40, /^COMPONENT +SCORE +COV$/m],
])('a terminal of %d columns has the columns that it has room for', (width, head) => {
  expect(renderTable(reportOf(), { width, color: false })).toMatch(head);
});

test('a wide table says in words that a component does not apply', () => {
  expect(renderTable(reportOf(), { width: 120, color: false })).toMatch(/^network +– +not applicable +–/m);
});

test('counts of failing checks are painted by severity', () => {
  expect(renderTable(reportOf(), { width: 80, color: true })).toContain('1 check fails: \u001B[31m1 high\u001B[39m; ');
});

test('an object that is not set says what is wanted, and subjects that were not seen are told apart', () => {
  const object = { apiVersion: 'v1', kind: 'Node', name: 'node-1' } as const;
  const missing = {
    ...finding('fail'),
    evidence: [{ from: 'absence', object, pointer: '/spec/hostUsers', sought: 'false' }],
  } as never;
  const text = renderTable(reportOf([outcomeOf({}, [missing, finding('unknown'), finding('pass')])]), plain);
  expect(text).toContain('seen not set at /spec/hostUsers; wanted: false');
  expect(text).toContain('It is broken (1 of 2 seen, 1 unknown)');
});

test('findings show subject, value, source, expectation, fix and what it breaks', () => {
  const text = renderTable(reportOf(), plain);
  expect(text).toContain('HIGH  kube-apiserver/profiling\n  It is broken (2 of 6)');
  expect(text).toContain(
    '  ✗ Pod kube-system/kube-apiserver-node-1, Pod\n    kube-system/kube-apiserver-node-2: profiling is on',
  );
  expect(text).toContain(
    'seen --profiling=true (command line) at /spec/containers/0/command/7;\n         wanted: false\n',
  );
  expect(text).toContain('seen no --audit-log-path at /spec/containers/0/command');
  expect(text).toContain('  fix    Set --profiling=false.\n  breaks Profiles end.');
  expect(text).not.toContain('Remove the argument');
  expect(text).not.toContain('kubectl get');
});

test.each<[string, Partial<Report['cluster']>, RegExp]>([
  ['k3s', { distribution: 'RKE2' }, /fix {4}Remove the argument\.\n/],
  [
    'unknown',
    { distribution: null },
    /fix {4}kubeadm: Set --profiling=false\.\n {2}fix {4}k3s: Remove the argument\.\n/,
  ],
  ['managed', { managed }, /fix {4}kubeadm: Set/],
])('the fix fits a distribution that is %s', (_, cluster, fix) => {
  expect(renderTable(reportOf(sampleOutcomes, inCluster(cluster)), plain)).toMatch(fix);
});

test('a general fix comes after that of the distribution, and alone where there is none', () => {
  const failing = (remediation: object) => reportOf([outcomeOf({ remediation }, [finding('fail')])]);
  expect(renderTable(failing({ kubeadm: 'Mine.', any: 'All.' }), plain)).toContain('fix    Mine.\n  fix    All.\n');
  expect(renderTable(failing({ k3s: 'Other.', any: 'All.' }), plain)).toContain('\n  fix    All.\n');
  expect(renderTable(failing({ k3s: 'Other.', any: 'All.' }), plain)).not.toContain('Other.');
});

test('what could not be seen is grouped by reason, with the rights that are missing', () => {
  const coverage = { missingPermissions: ['get nodes/proxy'], unreachableNodes: ['node-7'], failedLists: [] };
  const text = renderTable(reportOf(sampleOutcomes, { coverage }), plain);
  expect(text).toContain('NOT SEEN  unknown in 2 checks; unknown is never a pass');
  expect(text).toContain(
    '  not allowed to read (1 check)\n    nodes/proxy may not be read\n      kubelet/anonymous-auth\n',
  );
  expect(text).toContain('  missing rights\n    get nodes/proxy\n');
  expect(text).toContain('  nodes that did not answer\n    node-7\n');
  expect(text).toContain('kubevet doctor');
});

test('a reason that leaves many checks open counts them by component', () => {
  const open = ['etcd/a', 'etcd/b', 'kubelet/a', 'etcd/c'].map((id) => outcomeOf({ id }, [finding('unknown')]));
  expect(renderTable(reportOf(open), plain)).toContain('\n      etcd (3), kubelet (1)\n');
  expect(renderWide(reportOf(open), plain)).toContain('\n      etcd/a, etcd/b, kubelet/a, etcd/c\n');
});

test('what the provider runs, what is waived and what a person judges stand apart', () => {
  const text = renderTable(reportOf(), plain);
  expect(text).toContain('RUN BY EKS  left out of score and coverage: see its own console\n  etcd (1 check)');
  expect(text).toContain('WAIVED  failing, and left out of the score\n  kubelet/waived: Node node-1: known\n');
  expect(text).toContain('  rbac/review\n    Node node-1\n');
  expect(text).toContain('  etcd/manual\n    It holds\n');
});

test('a waiver shows its owner and end', () => {
  const report = reportOf();
  const waiver = { reason: 'known', owner: 'ops', expires: '2026-12-31' };
  const checks = report.checks.map((check) => ({
    ...check,
    findings: check.findings.map((one) => ({ ...one, waiver })),
  }));
  expect(renderTable({ ...report, checks }, plain)).toContain('Node node-1: known (ops, until 2026-12-31)');
});

describe('many findings', () => {
  const many = Array.from({ length: 30 }, (_, check) =>
    outcomeOf(
      { id: `kubelet/check-${String(check).padStart(2, '0')}`, severity: check === 29 ? 'critical' : 'low' },
      Array.from(
        { length: 9 },
        (_, index) => ({ ...finding('fail', node(`node-${index}`)), message: `fault ${index % 4}` }) as never,
      ),
    ),
  );

  test('the short form shows the worst and says what it leaves out', () => {
    const text = renderTable(reportOf(many), plain);
    expect(text.indexOf('CRITICAL  kubelet/check-29')).toBeLessThan(text.indexOf('LOW  kubelet/check-00'));
    expect(text).toContain('TO ACT ON  the 5 worst of 30 failing checks');
    expect(text).toContain('  and 1 more finding: -o wide shows all');
    expect(text).toContain('Node node-0, Node node-4, Node node-8: fault 0');
    expect(text).toContain('  LOW       kubelet/check-18\n            It is broken\n  and 10 more: 10 low');
    expect(text.split('\n').length).toBeLessThan(120);
  });

  test('the short form leaves out no critical check, and makes no list for one or two more', () => {
    const failing = (number: number, severity: 'critical' | 'low') =>
      Array.from({ length: number }, (_, index) =>
        outcomeOf({ id: `etcd/${severity}-${index}`, severity }, [finding('fail')]),
      );
    const text = renderTable(reportOf([...failing(7, 'critical'), ...failing(4, 'low')]), plain);
    expect(text).toContain('TO ACT ON  the 7 worst of 11 failing checks');
    expect(text).toContain('at most 49 while 7 critical checks fail');
    expect(renderTable(reportOf(failing(30, 'critical')), plain)).toContain('the 10 worst of 30');
    expect(renderTable(reportOf(failing(7, 'low')), plain)).toContain('TO ACT ON  worst first');
  });

  test('the wide form shows everything', () => {
    const text = renderWide(reportOf(many), plain);
    expect(text.match(/✗ Node node-\d: fault/g)).toHaveLength(270);
    expect(text).not.toContain('more finding');
    expect(text).toContain('$ kubectl get');
  });
});

test('says how many objects the report does not keep', () => {
  const findings = Array.from({ length: 1005 }, (_, index) => finding('fail', node(`node-${index}`)));
  expect(renderTable(reportOf([outcomeOf({}, findings)]), plain)).toContain('  5 more objects, not kept in the report');
  expect(renderTable(reportOf(), plain)).not.toContain('not kept');
});

test('the wide form shows commands, references, reviews, what passes and what does not apply', () => {
  const text = renderWide(reportOf(sampleOutcomes, inCluster({ managed })), { width: 160, color: false });
  expect(text).toContain(
    "$ kubectl get -n kube-system -o 'jsonpath={.spec.containers[0].command[7]}' -- pod kube-apiserver-node-1",
  );
  expect(text).toContain('see    Kubernetes: https://kubernetes.io/docs/');
  expect(text).toContain('seen default of --profiling: true (https://kubernetes.io/docs/)');
  expect(text).toContain('seen no etcd in any Pod');
  expect(text).toContain('seen [] (live flags) at GET /flagz /flags/profiling');
  expect(text).toContain('Node node-1: the node does review');
  expect(text).toContain('Restore a backup.');
  expect(text).toContain('v1.37.2-eks-1 at GET /version /gitVersion');
  expect(text).toMatch(/PASSING\n {2}rbac\/pass +It holds/);
  expect(text).toMatch(/NOT APPLICABLE\n {2}network\/none\n {4}it does not apply/);
});

test('says how sure the score is, what holds it down and what it were without waivers', () => {
  const critical = outcomeOf({ id: 'rbac/open', component: 'rbac', severity: 'critical' }, [finding('fail')]);
  const rest = Array.from({ length: 20 }, (_, n) =>
    outcomeOf({ id: `kubelet/p${n}`, severity: 'high' }, [finding('pass')]),
  );
  const waived = outcomeOf({ id: 'kubelet/w', severity: 'high' }, [finding('fail')], { waived: () => true });
  const unknown = outcomeOf({ id: 'kubelet/u', severity: 'medium' }, [finding('unknown')]);
  expect(renderTable(reportOf([critical, ...rest]), plain)).toContain(
    'score     49 of 100 (F); at most 49 while rbac/open fails',
  );
  expect(renderTable(reportOf([...rest, waived]), plain)).toContain('score     100 of 100 (A); 89 without waivers');
  expect(renderTable(reportOf([...rest, unknown]), plain)).toContain(
    'range     98 if all that is unknown failed, 100 if it passed',
  );
});

describe('any terminal', () => {
  const odd = (name: string) =>
    reportOf([
      outcomeOf({ severity: 'critical' }, [finding('fail', node(name)), finding('review', node(`${name}2`))]),
      ...sampleOutcomes,
    ]);
  const names = ['集群'.repeat(70), '🚀'.repeat(90), 'x'.repeat(253), `a${'-b'.repeat(120)}`];

  /** A word of a command, or an address: broken, it would not work. */
  const unbreakable = (line: string): boolean => !/\S \S/.test(line.trim().replace(/^\$ | \\$/g, ''));

  test.each([40, 60, 76, 80, 100, 120, 160, 200])('no line is wider than %d columns', (width) => {
    for (const name of names) {
      for (const color of [true, false]) {
        for (const render of [renderTable, renderWide]) {
          const lines = render(odd(name), { width, color }).split('\n');
          expect(lines.filter((line) => stringWidth(line) > width && !unbreakable(withoutColor(line)))).toEqual([]);
          expect(lines.filter((line) => / $/.test(withoutColor(line)))).toEqual([]);
        }
      }
    }
  });

  test('colour changes nothing but colour, and only plain colours are used', () => {
    const colored = renderWide(reportOf(), { width: 120, color: true });
    expect(withoutColor(colored)).toBe(renderWide(reportOf(), { width: 120, color: false }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escapes that colour is made of
    const used = new Set(colored.match(/(?<=\u001B\[)\d+(?=m)/g));
    expect([...used].sort()).toEqual(['1', '2', '22', '31', '32', '33', '36', '39'].sort());
  });

  test('without colour there is no escape', () => expect(renderWide(reportOf(), plain)).not.toContain('\u001B'));
});

describe('a hostile cluster', () => {
  const EVIL = 'x\u001B[2J\u009B31m\u202Eevil\u200B\u0007\u2028\r\nSUMMARY';

  /** The report with hostile text in every place that a text stands in, but for the words that kubevet itself chose. */
  const poison = (value: unknown, key = ''): unknown => {
    const own = [
      'status',
      'severity',
      'verdict',
      'code',
      'from',
      'source',
      'component',
      'scoreComponent',
      'grade',
      'input',
    ];
    if (typeof value === 'string') return own.includes(key) ? value : value + EVIL;
    if (Array.isArray(value)) return value.map((one) => poison(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, poison(member, name)]));
  };
  const hostile = poison(reportOf(sampleOutcomes, inCluster({ managed }))) as Report;

  test.each([
    ['table', renderTable],
    ['wide', renderWide],
  ] as const)('writes nothing but text to the terminal: %s', (_, render) => {
    const text = render(hostile, { width: 120, color: true });
    expect(withoutColor(text)).toMatch(/^[\P{C}\n]*$/u);
    expect(withoutColor(text)).not.toMatch(/[\p{Zl}\p{Zp}]/u);
    expect(
      withoutColor(text)
        .split('\n')
        .filter((line) => line === 'SUMMARY'),
    ).toHaveLength(1);
  });
});
