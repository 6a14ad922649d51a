import type { Argv } from 'yargs';
import { SEVERITIES, type Severity } from '../model/check.ts';

/** How to reach a cluster. */
export const cluster = {
  kubeconfig: {
    type: 'string',
    requiresArg: true,
    describe: 'kubeconfig file to use instead of $KUBECONFIG and ~/.kube/config',
  },
  context: { type: 'string', requiresArg: true, describe: 'kubeconfig context to use instead of the current one' },
  as: { type: 'string', requiresArg: true, describe: 'user to impersonate' },
  'as-group': {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'group to impersonate; may be given several times',
  },
  'as-uid': { type: 'string', requiresArg: true, describe: 'uid to impersonate' },
  'request-timeout': { type: 'string', requiresArg: true, default: '30s', describe: 'how long one request may take' },
} as const;

const gather = {
  from: {
    type: 'string',
    requiresArg: true,
    describe: 'judge a snapshot, or Kubernetes objects (JSON or YAML): a file, a folder, or - for standard input',
  },
  'kubernetes-version': {
    type: 'string',
    requiresArg: true,
    describe: 'version to judge objects by that do not say it',
  },
  'as-of': {
    type: 'string',
    requiresArg: true,
    describe: "day or time to judge by (RFC 3339) instead of the snapshot's",
  },
  timeout: {
    type: 'string',
    requiresArg: true,
    default: '5m',
    describe: 'how long gathering may take; what is missing then is said',
  },
  concurrency: { type: 'number', requiresArg: true, default: 8, describe: 'requests at a time' },
  quiet: { alias: 'q', type: 'boolean', default: false, describe: 'no progress and no remarks on standard error' },
} as const;

/** Which checks. */
export const selection = {
  check: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'only checks with this id or pattern (rbac/*); !ID leaves one out',
  },
  component: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'only checks of this component; !NAME leaves one out',
  },
} as const;

/** What to print, and when to fail. */
export const report = {
  output: {
    alias: 'o',
    type: 'string',
    array: true,
    requiresArg: true,
    default: ['table'],
    describe: 'table, wide or json; FORMAT=PATH writes a file; may be given several times',
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
    describe: 'exit 4 when less than this percentage could be determined (default: 70; 0 switches it off)',
  },
} as const;

/** How to reach a cluster. */
export interface ClusterArguments {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly as: string | undefined;
  readonly asGroup: readonly string[] | undefined;
  readonly asUid: string | undefined;
  readonly requestTimeout: string;
}

/** What to judge, and how long it may take. */
export interface GatherArguments {
  readonly from: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly asOf: string | undefined;
  readonly timeout: string;
  readonly concurrency: number;
  readonly quiet: boolean;
}

/** Which checks. */
export interface SelectionArguments {
  readonly check: readonly string[] | undefined;
  readonly component: readonly string[] | undefined;
}

/** What to print, and when to fail. */
export interface ReportArguments {
  readonly output: readonly string[];
  readonly failOn: Severity | undefined;
  readonly minScore: number | undefined;
  readonly minCoverage: number | undefined;
}

/** Stands before every command: `npm start` says it. */
export interface FallbackArguments {
  readonly orDemo: boolean | undefined;
}

/** Adds the options of one group to a command. */
export const clusterOptions = <T>(args: Argv<T>) => args.options(cluster);
export const gatherOptions = <T>(args: Argv<T>) => args.options(gather);
export const selectionOptions = <T>(args: Argv<T>) => args.options(selection);
export const reportOptions = <T>(args: Argv<T>) => args.options(report);
export const fallbackOption = <T>(args: Argv<T>) =>
  args.option('or-demo', {
    type: 'boolean',
    hidden: true,
    describe: 'scan the demo cluster where no current context answers',
  });
