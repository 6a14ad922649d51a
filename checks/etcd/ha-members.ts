import { held } from '../../src/judge/gathered.ts';
import { podOf } from '../../src/judge/settings/instance-pods.ts';
import { isLoopback, parseListenAddress } from '../../src/judge/settings/listen-address.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import type { Evaluation, Evidence, Evidences, Finding, None, Uncertainty } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance, Instances } from '../../src/model/views.ts';
import type { Node, Pod } from '../../src/shapes/generated.ts';

export default automated({
  meta: {
    id: 'etcd/ha-members',
    component: 'etcd',
    severity: 'medium',
    population: false,
    title: {
      holds: 'etcd has an odd number of members, three at least',
      broken: 'etcd has too few members to lose one',
    },
    rationale:
      'etcd needs more than half of its members to write. One member takes the cluster with it when its disk or node is lost, and two are lost when one of them is; three stand the loss of one, five of two. An even number stands no more losses than the odd one below it.',
    remediation: {
      kubeadm:
        'Join control-plane nodes until there are three: "kubeadm init phase upload-certs --upload-certs", then "kubeadm join ... --control-plane" on each. The API needs an address that reaches all of them (controlPlaneEndpoint).',
      k3s: 'Start two more servers with --server and the token of the first; one with SQLite is moved to etcd by --cluster-init.',
      mayBreak:
        'A cluster without controlPlaneEndpoint needs new API server certificates and kubeconfigs first. Each member that joins counts at once: add one at a time, and only while all are healthy.',
    },
    references: [
      { title: 'etcd: failure tolerance', url: 'https://etcd.io/docs/v3.6/faq/#what-is-failure-tolerance' },
      {
        title: 'Options for highly available topology',
        url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/',
      },
    ],
    controls: [{ benchmark: 'Popeye', number: '712' }],
    since: '0.1.0',
  },
  needs: [],
  wants: ['settings:etcd', 'settings:kube-apiserver', 'control-plane-pods', 'nodes'],
  evaluate: (cluster): Evaluation => {
    const members = cluster['settings:etcd'];
    if (members.state === 'failed') return { unseen: members.failure };
    const { instances, none } = members.value;
    if (instances.length === 0) return judgeAddresses(cluster['settings:kube-apiserver'], none);
    // Members that were not seen would make it another number.
    if (members.state === 'partial') return { unseen: { code: 'incomplete', detail: members.missing[0] } };
    return judgeMembers(instances, held(cluster['control-plane-pods']), cluster.nodes);
  },
});

const SUBJECT = { kind: 'Cluster', name: 'cluster' };

function judgeMembers(
  instances: readonly Instance[],
  pods: readonly Pod[],
  nodes: Gathered<readonly Node[]>,
): Evaluation {
  const places = instances.map((instance) => placeOf(instance, pods));
  const names = new Set(places.map(({ node }) => node));
  const [first, ...rest] = places.map(({ evidence }) => evidence);
  if (first === undefined || names.size < places.length) {
    const detail = 'more than one etcd runs on a node: which of them make up the store of the cluster is not visible';
    return { unseen: { code: 'not-visible', detail } };
  }
  const evidence: Evidences = [first, ...rest];
  if (names.size === 1 && nodes.state === 'whole' && nodes.value.length === 1) {
    const message = 'the one node of the cluster holds the only member: back it up elsewhere';
    return [{ verdict: 'review', subject: SUBJECT, evidence, message }];
  }
  return [judgeNumber(names.size, evidence)];
}

function placeOf(instance: Instance, pods: readonly Pod[]): { readonly node: string; readonly evidence: Evidence } {
  const { kind, name, namespace } = instance.subject;
  const node = podOf(instance, pods)?.spec.nodeName;
  const object = { apiVersion: 'v1', kind, name, ...(namespace === undefined ? {} : { namespace }) };
  if (node === undefined)
    return { node: name, evidence: { from: 'object', object, pointer: '/metadata/name', observed: name } };
  return { node, evidence: { from: 'object', object, pointer: '/spec/nodeName', observed: node } };
}

function judgeNumber(members: number, evidence: Evidences): Finding {
  const subject = SUBJECT;
  if (members === 1) return { verdict: 'fail', subject, evidence, message: 'etcd has one member: all hangs on it' };
  if (members === 2)
    return { verdict: 'fail', subject, evidence, message: 'etcd has two members, and needs both: a third is missing' };
  if (members % 2 === 1) return { verdict: 'pass', subject, evidence, message: `${members} members` };
  const message = `${members} members stand the loss of no more than ${members - 1} would`;
  return { verdict: 'review', subject, evidence, message };
}

/** An etcd that no pod of the cluster runs: the API servers name where they reach it, though not always all of it. */
function judgeAddresses(servers: Gathered<Instances>, none: None): Evaluation {
  if ('absent' in none || servers.state === 'failed') return none;
  const settings = servers.value.instances.map((instance) => instance.get('etcd-servers'));
  const known = settings.flatMap((setting) => (setting.known ? [setting] : []));
  const remote = new Set(known.flatMap(({ value }) => items(value)).filter(isRemote));
  const [first, ...rest] = known.flatMap((setting): readonly Evidence[] => setting.evidence);
  if (first === undefined || remote.size < 3 || remote.size % 2 === 0) return { unseen: FEW_ADDRESSES };
  const message = `the API servers name ${remote.size} members`;
  return [{ verdict: 'pass', subject: SUBJECT, evidence: [first, ...rest], message }];
}

const FEW_ADDRESSES: Uncertainty = {
  code: 'not-visible',
  detail: 'no pod runs etcd, and the addresses that the API servers use do not tell how many members it has',
};

function isRemote(url: string): boolean {
  const address = parseListenAddress(url.replace(/^[a-z]+:\/\//, '').replace(/\/$/, ''));
  return !url.startsWith('unix') && (address === undefined || !isLoopback(address));
}
