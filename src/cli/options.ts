import type { Argv, Options } from 'yargs';
import type { Selectors } from '../engine/select.ts';
import { SEVERITIES, type Severity } from '../model/check.ts';
import { FORMATS } from '../report/index.ts';
import { COLOR_CHOICES, type ColorChoice } from './terminal.ts';

/** One value; help does not say of what type. */
const text = { type: 'string', requiresArg: true } as const;
/** May be given several times. */
const texts = { type: 'string', array: true, requiresArg: true } as const;
/** `a,b` is as good as giving the option twice. */
const separated = (values: readonly string[]): string[] => values.flatMap((value) => value.split(','));

/** How to reach a cluster. */
export const cluster = {
  kubeconfig: { ...text, describe: 'kubeconfig file instead of $KUBECONFIG and ~/.kube/config' },
  context: { ...texts, describe: 'context of the kubeconfig instead of the current one; scan takes several' },
  as: { ...text, describe: 'user to impersonate' },
  'as-group': { ...texts, describe: 'group to impersonate; may be given several times' },
  'as-uid': { ...text, describe: 'uid to impersonate' },
  'request-timeout': { ...text, default: '30s', describe: 'how long one request may take' },
} as const;

/** What to judge instead of a cluster. */
export const input = {
  from: {
    ...text,
    describe: 'a snapshot, or Kubernetes objects (JSON, YAML): a file, a folder, or - for standard input',
  },
  'kubernetes-version': { ...text, describe: 'version to judge objects by that do not say it' },
} as const;

/** How to gather. */
export const gather = {
  'as-of': { ...text, describe: 'day or time (RFC 3339) to judge by, instead of when the data were taken' },
  timeout: { ...text, default: '5m', describe: 'how long gathering may take; what is missing then is said' },
  concurrency: { type: 'number', requiresArg: true, default: 8, describe: 'requests at a time' },
  metrics: {
    type: 'boolean',
    default: true,
    describe: 'read /metrics of the API server where a check needs it; --no-metrics does without',
  },
  quiet: { alias: 'q', type: 'boolean', default: false, describe: 'no progress and no remarks on standard error' },
} as const;

/** Which checks. */
export const selection = {
  check: {
    ...texts,
    coerce: separated,
    describe: 'only checks with this id or pattern (rbac/*); !ID leaves one out',
  },
  component: { ...texts, coerce: separated, describe: 'only checks of this component; !NAME leaves one out' },
  hygiene: {
    type: 'boolean',
    default: false,
    describe: 'also checks of hygiene, which have no weight in the score',
  },
} as const;

/** What to print, and when to fail. */
export const report = {
  output: {
    ...texts,
    alias: 'o',
    default: ['table'],
    defaultDescription: 'table',
    describe: `${FORMATS.join(', ')}; FORMAT=PATH writes a file; may be given several times`,
  },
  color: {
    choices: COLOR_CHOICES,
    default: 'auto' as ColorChoice,
    describe: 'paint the table; auto: on a terminal, unless NO_COLOR is set',
  },
  severity: {
    choices: SEVERITIES,
    requiresArg: true,
    describe: 'list only checks of this severity or worse; score and gates stay',
  },
  'fail-on': {
    choices: SEVERITIES,
    requiresArg: true,
    describe: 'exit 1 when a check of this severity or worse fails',
  },
  'min-score': { type: 'number', requiresArg: true, describe: 'exit 1 when the score is lower' },
  'min-coverage': {
    type: 'number',
    requiresArg: true,
    describe: 'exit 4 when less than this percentage could be determined; 0 switches it off',
    defaultDescription: '70; for objects 0',
  },
} as const;

/** How to reach a cluster. */
export interface ClusterArguments {
  readonly kubeconfig: string | undefined;
  readonly context: readonly string[] | undefined;
  readonly as: string | undefined;
  readonly asGroup: readonly string[] | undefined;
  readonly asUid: string | undefined;
  readonly requestTimeout: string;
}

/** What to judge instead of a cluster. */
export interface InputArguments {
  readonly from: string | undefined;
  readonly kubernetesVersion: string | undefined;
}

/** How to gather. */
export interface GatherArguments {
  readonly asOf: string | undefined;
  readonly timeout: string;
  readonly concurrency: number;
  readonly metrics: boolean;
  readonly quiet: boolean;
}

/** Which checks. */
export interface SelectionArguments {
  readonly check: readonly string[] | undefined;
  readonly component: readonly string[] | undefined;
  readonly hygiene: boolean;
}

/** What they select. */
export const selectorsOf = ({ check = [], component = [], hygiene }: SelectionArguments): Selectors => ({
  checks: check,
  components: component,
  hygiene,
});

/** What to print, and when to fail. */
export interface ReportArguments {
  readonly output: readonly string[];
  readonly color: ColorChoice;
  readonly severity: Severity | undefined;
  readonly failOn: Severity | undefined;
  readonly minScore: number | undefined;
  readonly minCoverage: number | undefined;
}

/** Stands before every command: `npm start` says it. */
export interface FallbackArguments {
  readonly orDemo: boolean | undefined;
}

const CLUSTER = 'Cluster:';
const GATHERING = 'Gathering:';

type Named = Readonly<Record<string, Options>>;

/** Adds the options of one group to a command, under a heading of their own in its help. */
const grouped =
  <O extends Named>(options: O, heading: string) =>
  <T>(args: Argv<T>) =>
    args.options(options).group(Object.keys(options), heading);

export const clusterOptions = grouped(cluster, CLUSTER);
export const inputOptions = grouped(input, 'Files instead of a cluster:');
export const gatherOptions = grouped(gather, GATHERING);
export const selectionOptions = grouped(selection, 'Which checks:');
export const reportOptions = grouped(report, 'Report and exit code:');
export const metricsOption = <T>(args: Argv<T>) => args.option('metrics', gather.metrics).group('metrics', GATHERING);
export const allContextsOption = <T>(args: Argv<T>) =>
  args
    .option('all-contexts', {
      type: 'boolean',
      default: false,
      describe: 'every context of the kubeconfig, one after another',
    })
    .group('all-contexts', CLUSTER);
export const fallbackOption = <T>(args: Argv<T>) =>
  args.option('or-demo', {
    type: 'boolean',
    hidden: true,
    describe: 'scan the demo cluster where no current context answers',
  });
