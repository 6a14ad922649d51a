import type { Facts } from '../../model/facts.ts';
import type { ObjectRef } from '../../model/finding.ts';
import type { Config, ConfigValue, Gathered, KubeadmConfig } from '../../model/resources.ts';
import type { Instance } from '../../model/views.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';
import type { Argument } from '../processes/flags.ts';
import { argvLayer } from './argv-layer.ts';
import { fieldOf } from './config-layer.ts';
import { fileOverrides } from './file-overrides.ts';
import { instanceOf, unknown } from './layers.ts';

const SECTIONS: { readonly [Component in ProcessComponent]?: string } = {
  'kube-apiserver': 'apiServer',
  etcd: 'etcd.local',
  'kube-scheduler': 'scheduler',
  'kube-controller-manager': 'controllerManager',
};

const PLACE = { kind: 'ConfigMap', name: 'kubeadm-config', namespace: 'kube-system' } as const;
const OBJECT: ObjectRef = { apiVersion: 'v1', ...PLACE };

/**
 * What kubeadm was asked to run a component with, for where no running instance is seen: extra arguments are known, all else is not,
 * since it depends on what kubeadm made of it. Where a pod is seen its own command line decides, so this is never asked.
 */
export function kubeadmInstance(
  component: ProcessComponent,
  config: Gathered<KubeadmConfig>,
  facts: Facts,
): Instance | undefined {
  const section = SECTIONS[component];
  if (section === undefined || config.state === 'failed') return undefined;
  const path = `${section}.extraArgs`;
  const given = fieldOf(config.value.clusterConfiguration, path);
  const args = argumentsOf(given, `/data/ClusterConfiguration/${path.replaceAll('.', '/')}`);
  if (args.length === 0) return undefined;
  const layers = [
    argvLayer(OBJECT, { arguments: args, opaque: undefined }, (flag) => facts.flagType(component, flag), 'config-map'),
  ];
  return instanceOf({
    subject: PLACE,
    version: undefined,
    layers,
    inFile: fileOverrides(component, layers),
    fallback: (flag) => unknown('not-visible', `no pod shows --${flag}, and kubeadm-config does not give it`),
  });
}

/** Extra arguments are a map up to v1beta3 and a list of name and value from v1beta4. */
function argumentsOf(given: ConfigValue | undefined, pointer: string): readonly Argument[] {
  if (typeof given !== 'object' || given === null) return [];
  const entries: readonly (readonly [string, ConfigValue | undefined, string])[] = Array.isArray(given)
    ? (given as readonly ConfigValue[]).flatMap((entry, index) => {
        const { name, value } = typeof entry === 'object' && entry !== null ? (entry as Config) : ({} as Config);
        return typeof name === 'string' ? [[name, value, `${pointer}/${index}/value`] as const] : [];
      })
    : Object.entries(given as Config).map(([name, value]) => [name, value, `${pointer}/${name}`] as const);
  return entries.flatMap(([name, value, place]) =>
    typeof value === 'string' ? [{ text: `--${name}=${value}`, hidden: false, raw: value, pointer: place }] : [],
  );
}
