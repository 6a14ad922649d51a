import { type AutomatedCheck, automated, type CheckMeta, type Component } from '../../model/check.ts';
import { each, type Finding } from '../../model/finding.ts';
import type { SettingsView } from '../settings/setting-checks.ts';
import { apiServerVersions } from './api-server-versions.ts';
import { judgeSupport, providerOf } from './release-judgement.ts';
import { judgeSkew } from './skew-judgement.ts';

const WORST_FIRST: readonly Finding['verdict'][] = ['fail', 'unknown', 'review', 'pass', 'not-applicable'];

/** A check that wants a control-plane component to run a minor that still gets patches and that fits the API servers. */
export function versionCheck<const Id extends string, const View extends SettingsView>(spec: {
  readonly meta: CheckMeta<Id>;
  readonly view: View;
  readonly component: Component;
}): AutomatedCheck<Id, View | 'version', 'settings:kube-apiserver' | 'managed-plane'> {
  return automated<Id, View | 'version', 'settings:kube-apiserver' | 'managed-plane'>({
    meta: spec.meta,
    needs: [spec.view, 'version'],
    wants: ['settings:kube-apiserver', 'managed-plane'],
    evaluate: (cluster, context) => {
      const { instances, none } = cluster[spec.view];
      const servers = apiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
      const provider = providerOf(cluster['managed-plane']);
      return each(
        instances,
        (instance) =>
          worse(judgeSkew(spec.component, instance, servers, context), judgeSupport(instance, context, provider)),
        none,
      );
    },
  });
}

/** The worse of two findings of one subject, the first where they are equal. */
function worse(one: Finding, other: Finding): Finding {
  return WORST_FIRST.indexOf(other.verdict) < WORST_FIRST.indexOf(one.verdict) ? other : one;
}
