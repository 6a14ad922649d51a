import { controlPlanePod, hostFile, serverVersion } from './objects.ts';

const FOLDER = '/etc/kubernetes/conf';

/** What a component runs with that mounts /etc/kubernetes/conf from its host, where one file lies. */
export interface WithFile {
  readonly flag: string;
  /** Content of the file; undefined where it is not there. */
  readonly text: string | undefined;
  readonly flags?: readonly string[];
  readonly node?: string;
}

/** A cluster whose component names a configuration file, and the file on the host of its node. */
export function withFile(component: string, { flag, text, flags = [], node = 'node-1' }: WithFile): readonly object[] {
  return [serverVersion(), ...oneWithFile(component, { flag, text, flags, node })];
}

/** One of several replicas, each with its file. */
export function oneWithFile(
  component: string,
  { flag, text, flags = [], node = 'node-1' }: WithFile,
): readonly object[] {
  const path = `${FOLDER}/${flag}.yaml`;
  return [
    controlPlanePod(component, {
      flags: [`--${flag}=${path}`, ...flags],
      node,
      spec: { volumes: [{ name: 'conf', hostPath: { path: FOLDER } }] },
      container: { volumeMounts: [{ name: 'conf', mountPath: FOLDER }] },
    }),
    hostFile(path, text, node),
  ];
}

/** An AuthorizationConfiguration with authorizers of these types. */
export const authorizationConfig = (...types: readonly string[]): string =>
  JSON.stringify({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthorizationConfiguration',
    authorizers: types.map((type) => ({ type, name: type.toLowerCase() })),
  });

/** An AuthenticationConfiguration with these sections. */
export const authenticationConfig = (sections: object): string =>
  JSON.stringify({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AuthenticationConfiguration', ...sections });
