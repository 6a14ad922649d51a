import type { ProcessComponent } from './component-signs.ts';

/** An image reference in its parts. */
export interface Image {
  /** Without tag and digest: `registry.k8s.io/kube-apiserver`. */
  readonly repository: string;
  /** The last part of the repository. */
  readonly name: string;
  readonly tag: string | undefined;
}

/** Takes an image reference apart. */
export function parseImage(reference: string): Image {
  const path = reference.replace(/@.*$/s, '');
  const slash = path.lastIndexOf('/');
  const colon = path.indexOf(':', slash + 1);
  const repository = colon === -1 ? path : path.slice(0, colon);
  return { repository, name: repository.slice(slash + 1), tag: colon === -1 ? undefined : path.slice(colon + 1) };
}

const VERSION = /^v?(\d+\.\d+\.\d+)((?:[-_+][0-9A-Za-z.+_-]+)?)$/;

/** Images that hold all of Kubernetes and carry its version. */
const WHOLE_KUBERNETES = new Set(['hyperkube', 'hardened-kubernetes']);

/** The version of a component by the tag of its image; undefined for a digest, a moving tag or a tag that is another thing's. */
export function imageVersion(reference: string, component: ProcessComponent): string | undefined {
  const image = parseImage(reference);
  const match = VERSION.exec(image.tag ?? '');
  if (match === null) return undefined;
  const suffix = match[2] as string;
  if (component === 'etcd') return image.name.endsWith('etcd') ? `${match[1]}${withoutBuild(suffix)}` : undefined;
  // Named after clouds, and numbered by them: the tag is the version of that manager, not of Kubernetes.
  const ownImage =
    component === 'cloud-controller-manager' || image.name.includes(component) || WHOLE_KUBERNETES.has(image.name);
  return ownImage ? `${match[1]}${semver(suffix)}` : undefined;
}

/** registry.k8s.io/etcd:3.7.0-0: the second number counts builds of the image, it is no pre-release. */
const withoutBuild = (suffix: string): string => (/^-\d+$/.test(suffix) ? '' : semver(suffix));

/** Tags can't hold a plus, so builds write a low line or a dash in its place. */
const semver = (suffix: string): string => suffix.replace('_', '+');
