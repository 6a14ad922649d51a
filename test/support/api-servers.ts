import type { CheckCase } from './describe-check.ts';
import { type ControlPlanePodOptions, controlPlanePod, node, serverVersion } from './objects.ts';

/** A cluster with one API server: its pod with these flags, and what it says at /version. */
export const apiServer = (flags: readonly string[], version = '1.37.2'): readonly object[] => [
  serverVersion(`v${version}`),
  controlPlanePod('kube-apiserver', { flags, version }),
];

/** A cluster with an API server on each of several nodes, by their flags. */
export const apiServers = (...flags: readonly (readonly string[])[]): readonly object[] => [
  serverVersion(),
  ...flags.map((own, index) => controlPlanePod('kube-apiserver', { flags: own, node: `node-${index + 1}` })),
];

/** Two API servers as their pods tell them, of which one passes and one fails: no default can stand in for what is not read. */
const told = (given: string, ...pods: readonly [ControlPlanePodOptions, ControlPlanePodOptions]): CheckCase => ({
  given,
  objects: [
    serverVersion(),
    ...pods.map((pod, at) => controlPlanePod('kube-apiserver', { ...pod, node: `node-${at + 1}` })),
  ],
  expect: 'fail',
  findings: [
    { verdict: 'pass', subject: { name: 'kube-apiserver-node-1' } },
    { verdict: 'fail', subject: { name: 'kube-apiserver-node-2' } },
  ],
});

/**
 * Cases that every question about one flag of the API server shares: a value that passes and one that fails, written in other ways,
 * given twice, by replicas that disagree, and where it cannot be seen.
 */
export function flagCases(spec: {
  readonly flag: string;
  readonly passing: string;
  readonly failing: string;
  /** Flags that the question needs beside this one. */
  readonly beside?: readonly string[];
  /** How its values are read, where that is not as one text: a boolean takes no argument of its own, list values add up. */
  readonly type?: 'boolean' | 'list';
}): readonly CheckCase[] {
  const { flag, beside = [], type } = spec;
  const passing = `--${flag}=${spec.passing}`;
  const failing = `--${flag}=${spec.failing}`;
  const flagged = (write: (value: string) => readonly string[]) =>
    [{ flags: [...beside, ...write(spec.passing)] }, { flags: [...beside, ...write(spec.failing)] }] as const;
  const inArgs = { command: ['kube-apiserver'] };
  const shell = (flags: readonly string[]) => ({
    command: ['/bin/sh', '-c', `exec kube-apiserver ${flags.join(' ')}`],
  });
  const spaced = told('the flag and its value as two arguments', ...flagged((value) => [`--${flag}`, value]));
  const underscored = told(
    'underscores in the name of the flag',
    ...flagged((value) => [`--${flag.replaceAll('-', '_')}=${value}`]),
  );
  const twice: readonly CheckCase[] = [
    { given: 'the flag twice, the good value last', objects: apiServer([...beside, failing, passing]), expect: 'pass' },
    { given: 'the flag twice, the bad value last', objects: apiServer([...beside, passing, failing]), expect: 'fail' },
  ];
  return [
    ...(type === 'boolean' ? [] : [spaced]),
    ...(type === 'list' ? [] : twice),
    told('the flags in args', { ...inArgs, args: [...beside, passing] }, { ...inArgs, args: [...beside, failing] }),
    told('a shell that starts the server', shell([...beside, passing]), shell([...beside, failing])),
    ...(flag.includes('-') ? [underscored] : []),
    told('replicas that disagree', ...flagged((value) => [`--${flag}=${value}`])),
    {
      given: 'a value from a variable that is not known',
      objects: apiServer([...beside, `--${flag}=$(ODD)`]),
      expect: 'unknown',
    },
    { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
  ];
}

/**
 * Cases of a flag that API servers no longer have: in the `last` version where it counts, in one that takes it and is not moved by it
 * (`dead`), in those that do not know it, and where nothing tells the version.
 */
export function bygoneCases(spec: {
  readonly flag: string;
  readonly passing: string;
  readonly failing: string;
  readonly unset: 'pass' | 'fail';
  readonly last: string;
  readonly dead?: string;
}): readonly CheckCase[] {
  const { flag, last, dead } = spec;
  const [passing, failing] = [`--${flag}=${spec.passing}`, `--${flag}=${spec.failing}`];
  const image = 'registry.example/kube-apiserver:latest';
  const untagged = ['node-1', 'node-2'].map((node) =>
    controlPlanePod('kube-apiserver', { flags: [failing], node, image }),
  );
  const inert: readonly CheckCase[] =
    dead === undefined
      ? []
      : [
          {
            given: `--${flag} in ${dead}, where it does nothing`,
            objects: apiServer([failing], dead),
            expect: 'not-applicable',
          },
        ];
  return [
    { given: `${passing} in ${last}`, objects: apiServer([passing], last), expect: 'pass' },
    { given: `${failing} in ${last}`, objects: apiServer([failing], last), expect: 'fail' },
    { given: `no --${flag} in ${last}`, objects: apiServer([], last), expect: spec.unset },
    {
      given: `--${flag} from a variable in ${last}`,
      objects: apiServer([`--${flag}=$(ODD)`], last),
      expect: 'unknown',
    },
    ...inert,
    {
      given: `no --${flag} in a new version`,
      objects: apiServer(['--v=2'], spec.dead ?? '1.37.2'),
      expect: 'not-applicable',
    },
    {
      given: `--${flag} in a version that does not start with it`,
      objects: apiServer([failing], '1.37.2'),
      expect: 'unknown',
      findings: [{ verdict: 'unknown', message: /not what runs/ }],
    },
    {
      given: `k3s ${last}, which sets flags of its own`,
      objects: [
        serverVersion(`v${last}+k3s1`),
        node('node-1', { kubelet: `v${last}+k3s1`, annotations: { 'k3s.io/node-args': '["server"]' } }),
      ],
      expect: 'unknown',
      findings: [{ verdict: 'unknown', message: /k3s runs kube-apiserver with flags of its own/ }],
    },
    { given: `--${flag} in a version that nothing tells`, objects: [serverVersion(), ...untagged], expect: 'unknown' },
  ];
}
