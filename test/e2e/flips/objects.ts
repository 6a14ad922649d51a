import { get, kubectl, mustRun } from '../support.ts';
import { type Medium, until } from './flip.ts';

/** An object to be put into the cluster in place of one of its name, and then commands for kubectl. */
export interface ObjectsChange {
  readonly objects?: readonly object[];
  readonly kubectl?: readonly string[];
}

/** The namespace of what flips make. */
export const NAMESPACE = 'flips';
/** The label by which what flips make is found again. */
const LABEL = 'kubevet-flip';

/** Objects of the API: `kubectl apply`, as the remediations say it. */
export const objects: Medium<ObjectsChange> = {
  async prepare() {
    await this.restore();
    kubectl('create', 'namespace', NAMESPACE);
    await until('the namespace has a ServiceAccount', () => get('serviceaccount', 'default', '-n', NAMESPACE) !== null);
    const off = JSON.stringify({ automountServiceAccountToken: false });
    kubectl('patch', 'serviceaccount', 'default', '-n', NAMESPACE, '-p', off);
    kubectl('create', 'serviceaccount', 'own', '-n', NAMESPACE);
  },
  async apply(changes) {
    const items = changes.flatMap((change) => change.objects ?? []);
    if (items.length > 0) {
      const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
      mustRun('kubectl', ['delete', '--ignore-not-found', '--now', '-f', '-'], list);
      mustRun('kubectl', ['create', '-f', '-'], list);
    }
    for (const command of changes.flatMap((change) => change.kubectl ?? []))
      mustRun('bash', ['-c', `kubectl ${command}`]);
    if (get('pods', '-n', NAMESPACE).items.length > 0)
      kubectl('wait', '-n', NAMESPACE, '--for=condition=Ready', 'pods', '-l', LABEL, '--timeout=300s');
  },
  async restore() {
    kubectl('delete', 'clusterroles,clusterrolebindings', '-l', LABEL);
    kubectl('delete', 'namespaces', '--ignore-not-found', '--now', NAMESPACE, `${NAMESPACE}-other`);
  },
};

/** The metadata of an object that a flip makes, in the namespace of flips. */
export const metadata = (name: string): object => ({ name, namespace: NAMESPACE, labels: { [LABEL]: name } });
/** The same, of an object in no namespace. */
export const clusterMetadata = (name: string): object => ({ name, labels: { [LABEL]: name } });
