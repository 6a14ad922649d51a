import { held } from '../../src/judge/gathered.ts';
import { containerOf, runningOf } from '../../src/judge/settings/instance-pods.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type ObjectRef, type Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Container, Pod } from '../../src/shapes/generated.ts';

/** Variables whose value is a login by itself. */
const SECRET = /(?:TOKEN|PASSW(?:OR)?D|PASSPHRASE|SECRET|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY)$/i;
/** What stands in place of the value of an argument that is one. */
const TAKEN_OUT = /\[redacted\]$/;

export default automated({
  meta: {
    id: 'cloud-controller-manager/cloud-credentials',
    component: 'cloud-controller-manager',
    severity: 'high',
    population: false,
    title: {
      holds: 'The login of the cloud account stands in no pod or ConfigMap',
      broken: 'The login of the cloud account stands in a pod or ConfigMap',
    },
    rationale:
      'Whoever may read pods or ConfigMaps, which many may, reads a token or key that stands there, and with it the cloud account: machines, disks and load balancers, often of more than this cluster. It also ends up in backups and repositories, and does not rotate.',
    remediation: {
      any: 'Use what the cloud gives to machines or ServiceAccounts (instance role, workload identity). Else put the credential into a Secret in the namespace of the manager, refer to it by secretKeyRef or mount it, and then revoke the old one in the cloud.',
      mayBreak: 'Until the manager has the new credential no load balancer changes and new nodes stay tainted.',
    },
    references: [
      {
        title: 'Good practices for Secrets',
        url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
      },
      {
        title: 'Running a cloud controller manager',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
      },
    ],
    controls: [
      { benchmark: 'CIS AKS', number: '3.1.3' },
      { benchmark: 'CIS AKS', number: '3.1.4' },
      { benchmark: 'NSA/CISA', number: 'Protecting sensitive cloud infrastructure' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:cloud-controller-manager'],
  wants: ['control-plane-pods'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:cloud-controller-manager'];
    const pods = held(cluster['control-plane-pods']);
    return each(instances, (instance) => judge(instance, pods), none);
  },
});

const NO_POD: Uncertainty = {
  code: 'not-visible',
  detail: 'it runs in no pod that was read: where it has its login from does not show in the API',
};

function judge(instance: Instance, pods: readonly Pod[]): Finding {
  const { subject } = instance;
  const running = runningOf(instance, pods);
  const own = running && containerOf(instance, running);
  if (running === undefined || own === undefined) return { verdict: 'unknown', subject, evidence: [], because: NO_POD };
  const { object } = running;
  const { container, pointer } = own;
  const [first, ...rest] = [...openVariables(container, object, pointer), ...openArguments(container, object, pointer)];
  if (first !== undefined) {
    const message = [first, ...rest].map(({ what }) => what).join('; ');
    return { verdict: 'fail', subject, evidence: [first.evidence, ...rest.map(({ evidence }) => evidence)], message };
  }
  const hidden = hiddenPlace(instance, container);
  if (hidden !== undefined) return { verdict: 'unknown', subject, evidence: [], because: hidden };
  const sought = 'a credential by its value';
  return { verdict: 'pass', subject, evidence: [{ from: 'absence', object, pointer, sought }] };
}

interface Open {
  readonly what: string;
  readonly evidence: Evidence;
}

function openVariables({ env }: Container, object: ObjectRef, pointer: string): readonly Open[] {
  return env.flatMap(({ name, valueFrom }, index) => {
    const map = valueFrom?.configMapKeyRef?.name;
    if (!SECRET.test(name) || (valueFrom !== undefined && map === undefined)) return [];
    const what = map === undefined ? `${name} stands in the pod itself` : `${name} comes from ConfigMap ${map}`;
    const place = `${pointer}/env/${index}/name`;
    return [{ what, evidence: { from: 'object', object, pointer: place, observed: name, expected: 'a Secret' } }];
  });
}

function openArguments(container: Container, object: ObjectRef, pointer: string): readonly Open[] {
  return (['command', 'args'] as const).flatMap((list) =>
    container[list].flatMap((argument, index) => {
      if (!TAKEN_OUT.test(argument)) return [];
      const flag = /^(--?[\w.-]+)=/.exec(argument)?.[1] ?? 'an argument';
      const evidence: Evidence = {
        from: 'absence',
        object,
        pointer: `${pointer}/${list}/${index}`,
        sought: 'a Secret',
      };
      return [{ what: `the value of ${flag} stands in the pod itself`, evidence }];
    }),
  );
}

/** What may hold a credential and is not read: a file of the host, a ConfigMap. */
function hiddenPlace(instance: Instance, { envFrom }: Container): Uncertainty | undefined {
  const map = envFrom.find(({ configMapRef }) => configMapRef !== undefined)?.configMapRef?.name;
  if (map !== undefined) {
    return { code: 'not-visible', detail: `it takes variables from ConfigMap ${map}, which is not read` };
  }
  if (instance.given('cloud-config') === false) return undefined;
  const file = instance.get('cloud-config');
  if (!file.known) return file.because;
  if (!isGiven(file.value)) return undefined;
  const origin = instance.originOf?.(String(file.value));
  if (origin?.startsWith('secret:') === true) return undefined;
  if (origin?.startsWith('config-map:') === true) {
    const [, name] = origin.split('/');
    return { code: 'not-visible', detail: `${file.value} lies in ConfigMap ${name}, which is not read` };
  }
  return { code: 'set-in-file', detail: `what is in ${file.value} on the host is not read` };
}
