import { type AutomatedCheck, automated, type CheckMeta, type Component } from '../../model/check.ts';
import { each } from '../../model/finding.ts';
import type { SettingsView } from '../settings/setting-checks.ts';
import { allApiServerVersions } from './api-server-versions.ts';
import { combined } from './combined.ts';
import { judgeSupport, judgeVulnerabilities, providerOf } from './release-judgement.ts';
import { judgeSkew } from './skew-judgement.ts';

/** A check that wants a control-plane component to run a minor that still gets patches, without known flaws, that fits the API servers. */
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
      const servers = allApiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
      const provider = providerOf(cluster['managed-plane']);
      return each(
        instances,
        (instance) =>
          combined(
            judgeSkew(spec.component, instance, servers, context),
            judgeSupport(instance, context, provider),
            judgeVulnerabilities(spec.component, instance, context, provider),
          ),
        none,
      );
    },
  });
}
