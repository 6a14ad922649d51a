import type { Https, Uncertainty } from '../../model/finding.ts';
import type { ProcessComponent } from '../processes/component-signs.ts';
import { type Layer, readLayers } from './layers.ts';

/** A flag that names a file on the host, and the settings that the file decides, whatever their own flags say. */
interface FileOverride {
  readonly component: ProcessComponent;
  readonly flag: string;
  /** Names of flags; one that ends in a dash stands for all that begin so; undefined for all flags. */
  readonly settings: readonly string[] | undefined;
  readonly source: Https;
}

const REFERENCE = 'https://kubernetes.io/docs/reference';

const FILE_OVERRIDES: readonly FileOverride[] = [
  {
    component: 'kube-apiserver',
    flag: 'authentication-config',
    settings: ['anonymous-auth', 'oidc-'],
    source: `${REFERENCE}/access-authn-authz/authentication/`,
  },
  {
    component: 'kube-apiserver',
    flag: 'authorization-config',
    settings: ['authorization-mode', 'authorization-webhook-'],
    source: `${REFERENCE}/access-authn-authz/authorization/`,
  },
  {
    component: 'kube-scheduler',
    flag: 'config',
    settings: [
      'profiling',
      'contention-profiling',
      'kubeconfig',
      'kube-api-',
      'leader-elect',
      'leader-elect-',
      'address',
      'port',
    ],
    source: `${REFERENCE}/command-line-tools-reference/kube-scheduler/`,
  },
  {
    component: 'etcd',
    flag: 'config-file',
    settings: undefined,
    source: 'https://etcd.io/docs/v3.6/op-guide/configuration/',
  },
];

/**
 * Tells which file on the host decides a setting of an instance whose settings come from these layers, or why it is not known whether
 * one does; undefined for none.
 */
export function fileOverrides(
  component: ProcessComponent,
  layers: readonly Layer[],
): (setting: string) => Uncertainty | undefined {
  const overrides = FILE_OVERRIDES.filter((override) => override.component === component);
  return (setting) => {
    for (const { flag, settings } of overrides) {
      if (flag === setting || !decides(settings, setting)) continue;
      const file = readLayers(layers, flag);
      if (file === undefined) continue;
      if (!file.known) return file.because;
      if (file.value !== '') return { code: 'set-in-file', detail: `set in ${file.value} on the host` };
    }
    return undefined;
  };
}

const decides = (settings: readonly string[] | undefined, setting: string): boolean =>
  settings?.some((name) => name === setting || (name.endsWith('-') && setting.startsWith(name))) ?? true;
