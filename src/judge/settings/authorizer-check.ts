import { type AutomatedCheck, automated, type CheckMeta } from '../../model/check.ts';
import { each, type Finding } from '../../model/finding.ts';
import type { Gathered } from '../../model/resources.ts';
import type { ApiServerMetrics, Instance } from '../../model/views.ts';
import { together } from '../evidence.ts';
import { counted, seriesEvidence, seriesOf, unreliable } from '../metrics.ts';
import { items } from './observed-values.ts';
import { judgeInstance } from './setting-checks.ts';

const VIEW = 'settings:kube-apiserver';
const DECISIONS = 'apiserver_authorization_decisions_total';
const RELOADS = 'apiserver_authorization_config_controller_automatic_reloads_total';
const RELOADED = { status: 'success' };
const NO_RELOADS: Parameters<typeof seriesEvidence>[0] = { name: RELOADS, labels: RELOADED };

interface Spec<Id extends string> {
  readonly meta: CheckMeta<Id>;
  /** What is wanted of the modes, for the reader. */
  readonly expected: string;
  readonly passes: (modes: readonly string[]) => boolean;
  readonly broken: (modes: readonly string[]) => string;
  /** The authorizer that the question is about, and the answer once it is seen to let requests pass. */
  readonly authorizer: string;
  readonly inUse: 'pass' | 'fail';
}

/**
 * A check of the authorizers of an API server. Where a file that is not seen names them, the one API server there is tells of an
 * authorizer by the requests that it let pass since its start.
 */
export function authorizerCheck<const Id extends string>(
  spec: Spec<Id>,
): AutomatedCheck<Id, typeof VIEW, 'api-server-metrics'> {
  return automated<Id, typeof VIEW, 'api-server-metrics'>({
    meta: spec.meta,
    needs: [VIEW],
    wants: ['api-server-metrics'],
    evaluate: ({ [VIEW]: { instances, none }, 'api-server-metrics': metrics }, context) =>
      each(
        instances,
        (instance) => {
          const finding = judgeInstance(asked(spec), instance, context);
          if (finding.verdict !== 'unknown' || finding.because.code !== 'set-in-file') return finding;
          return judgeDecisions(spec, instance, metrics) ?? finding;
        },
        none,
      ),
  });
}

const asked = ({ expected, passes, broken }: Spec<string>): Parameters<typeof judgeInstance>[0] => ({
  settings: { 'authorization-mode': expected },
  judge: (settings) => {
    const modes = items(settings['authorization-mode']?.value ?? null);
    return passes(modes) ? { verdict: 'pass' } : { verdict: 'fail', message: broken(modes) };
  },
});

/** The file is read at the start, and again when it changes: that none was read again tells that the counted one is in force. */
function judgeDecisions(
  { authorizer, inUse }: Spec<string>,
  { subject }: Instance,
  metrics: Gathered<ApiServerMetrics>,
): Finding | undefined {
  if (metrics.state === 'failed' || metrics.value.instance === undefined) return undefined;
  const { value } = metrics;
  const [decisions, ...others] = counted(seriesOf(value, DECISIONS, { type: authorizer, decision: 'allowed' }));
  const [reloads = NO_RELOADS] = seriesOf(value, RELOADS, RELOADED);
  if (decisions === undefined || (reloads.value ?? 0) > 0 || unreliable(value) !== undefined) return undefined;
  const requests = [decisions, ...others].reduce((sum, one) => sum + one.value, 0);
  const shown = others.map((one) => seriesEvidence(one));
  const evidence = together([seriesEvidence(decisions)], shown, [seriesEvidence(reloads, '0')]);
  return {
    verdict: inUse,
    subject,
    evidence,
    message: `${authorizer} let ${requests} requests pass since ${value.since}`,
  };
}
