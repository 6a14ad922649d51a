import type { Component } from '../../model/check.ts';

/** Components that run as a process in a container, or inside a k3s or RKE2 server. */
export const PROCESS_COMPONENTS = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'kube-proxy',
] as const satisfies readonly Component[];
export type ProcessComponent = (typeof PROCESS_COMPONENTS)[number];

/** Cloud controller managers are named after their cloud, and some binaries after their platform. */
const CLOUD = /(?:^|-)cloud-controller-manager(?:-linux)?(?:-(?:amd64|arm64))?$/;

/** The component that a program, an image or a container of this name is. */
export function componentNamed(name: string): ProcessComponent | undefined {
  const plain = name.replace(/-(?:amd64|arm64)$/, '');
  const exact = PROCESS_COMPONENTS.find((component) => component === plain);
  return exact ?? (CLOUD.test(name) ? 'cloud-controller-manager' : undefined);
}

/** The component that a pod's labels say it is; they are anyone's to set, so they count only beside something else. */
export function componentLabelled(labels: Readonly<Record<string, string | undefined>>): ProcessComponent | undefined {
  const name = labels['component'] ?? labels['k8s-app'] ?? labels['app.kubernetes.io/name'] ?? labels['app'];
  return name === undefined ? undefined : componentNamed(name);
}
