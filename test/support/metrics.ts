import type { CheckCase } from './describe-check.ts';
import { controlPlanePod, metrics, serverVersion } from './objects.ts';

/** A cluster with one API server, its flags, and what it counts beside what all count. */
export const counting = (
  lines: readonly string[],
  flags: readonly string[] = [],
  start?: number,
): readonly object[] => [serverVersion(), controlPlanePod('kube-apiserver', { flags }), metrics(lines, start)];

/** 23 hours before the time of all cases. */
const LATELY = Date.parse('2026-11-23T01:00:00Z') / 1000;

/**
 * Cases that all questions about metrics share: other API servers that were not asked, no metrics, and metrics that are switched off or
 * count since lately. `passing` and `failing` are lines of /metrics with which a check passes and fails.
 */
export function metricsCases(spec: {
  readonly passing: readonly string[];
  readonly failing: readonly string[];
  readonly flags?: readonly string[];
  /** Objects that the question needs beside these. */
  readonly beside?: readonly object[];
  /** It passes by what is not counted, so that for how long matters. */
  readonly byAbsence: boolean;
}): readonly CheckCase[] {
  const { passing, failing, flags = [], beside = [], byAbsence } = spec;
  const one = (lines: readonly string[], start?: number) => [...counting(lines, flags, start), ...beside];
  const two = (lines: readonly string[]) => [
    ...one(lines),
    controlPlanePod('kube-apiserver', { flags, node: 'node-2' }),
  ];
  const off = {
    kind: 'Metrics',
    text: ['process_start_time_seconds 1.7e+09', 'disabled_metrics_total 2', ...passing].join('\n'),
  };
  const absence: readonly CheckCase[] = [
    {
      given: 'an API server that started lately',
      objects: one(passing, LATELY),
      expect: 'unknown',
      findings: [{ verdict: 'unknown', message: /less than a day ago/ }],
    },
    {
      given: 'an API server that started lately, and trouble',
      objects: one(failing, LATELY),
      expect: 'fail',
    },
    { given: 'a time that is not known', objects: one(passing), now: null, expect: 'unknown' },
  ];
  return [
    {
      given: 'nothing wrong',
      objects: one(passing),
      expect: 'pass',
      findings: [{ verdict: 'pass', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' } }],
    },
    { given: 'trouble', objects: one(failing), expect: 'fail' },
    {
      given: 'nothing wrong with the API server that answered, and another one',
      objects: two(passing),
      expect: 'unknown',
      findings: [{ verdict: 'unknown', subject: { kind: 'Source' }, message: /one API server answered/ }],
    },
    {
      given: 'trouble with the API server that answered, and another one',
      objects: two(failing),
      expect: 'fail',
      findings: [{ verdict: 'fail', subject: { kind: 'Endpoint', name: '/metrics' } }],
    },
    {
      given: 'no metrics',
      objects: [serverVersion(), controlPlanePod('kube-apiserver', { flags }), ...beside],
      expect: 'unknown',
    },
    ...(byAbsence ? absence : []),
    {
      given: 'metrics that are switched off',
      objects: [serverVersion(), controlPlanePod('kube-apiserver', { flags }), off, ...beside],
      expect: 'unknown',
      findings: [{ verdict: 'unknown', message: /switched off/ }],
    },
  ];
}

/**
 * Cases of an authorizer that shows by what it decided, where the file that names it is not seen: `inUse` is the answer once it let
 * requests pass.
 */
export function decisionCases(authorizer: string, inUse: 'pass' | 'fail'): readonly CheckCase[] {
  const flags = ['--authorization-config=/etc/kubernetes/authorization.yaml'];
  const decided = (decision: string, type = authorizer) =>
    `apiserver_authorization_decisions_total{decision="${decision}",name="one",type="${type}"} 7`;
  const reloaded =
    'apiserver_authorization_config_controller_automatic_reloads_total{apiserver_id_hash="x",status="success"} 1';
  const seen = `a file that is not seen, and requests that ${authorizer}`;
  return [
    {
      given: `${seen} let pass`,
      objects: counting([decided('allowed'), reloaded.replace('success', 'failure')], flags),
      expect: inUse,
      findings: [{ verdict: inUse, message: new RegExp(`^${authorizer} let 7 requests pass since `) }],
    },
    { given: `${seen} refused`, objects: counting([decided('denied')], flags), expect: 'unknown' },
    {
      given: 'a file that is not seen, and requests that another authorizer let pass',
      objects: counting([decided('allowed', 'Webhook')], flags),
      expect: 'unknown',
    },
    {
      given: `${seen} let pass, perhaps before the file changed`,
      objects: counting([decided('allowed'), reloaded], flags),
      expect: 'unknown',
    },
    {
      given: `${seen} let pass on one of two API servers`,
      objects: [...counting([decided('allowed')], flags), controlPlanePod('kube-apiserver', { flags, node: 'node-2' })],
      expect: 'unknown',
    },
  ];
}
