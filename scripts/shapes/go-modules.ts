import { execFileSync } from 'node:child_process';

/** The newest release of Kubernetes that kubevet knows, and the last one of the oldest minor. */
export const NEWEST = '1.37.2';
export const OLDEST = '1.20.15';

/** The modules that the types of the API stand in. */
export const MODULES = [
  'k8s.io/api',
  'k8s.io/apimachinery',
  'k8s.io/apiextensions-apiserver',
  'k8s.io/kube-aggregator',
] as const;

/** The folder that holds a module of a release, `k8s.io/api`; Go fetches it first where it is not at hand. */
export function folderOfModule(module: string, release: string): string {
  const version = release.replace(/^1\./, 'v0.');
  const answer = execFileSync('go', ['mod', 'download', '-json', `${module}@${version}`], { encoding: 'utf8' });
  return (JSON.parse(answer) as { readonly Dir: string }).Dir;
}
