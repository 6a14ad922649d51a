import { automated } from '../../src/model/check.ts';
import type { Evidence, Evidences, Finding } from '../../src/model/finding.ts';
import type { Service, ServicePort } from '../../src/shapes/generated.ts';

/** For clients and for members. */
const ETCD_PORTS = [2379, 2380];
const LIST = { apiVersion: 'v1', kind: 'Service', name: '' };

export default automated({
  meta: {
    id: 'etcd/not-exposed-by-service',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: { holds: 'No Service leads to etcd', broken: 'Services lead to etcd' },
    rationale:
      'etcd holds every Secret of the cluster and asks for nothing but a certificate. A Service gives every pod, and with a node port or a load balancer everybody, a stable way to it: to try stolen certificates, to exploit its holes, or to drown it. Ingresses are not looked at.',
    remediation: {
      any: 'Delete the Service: the API server reaches etcd by its own addresses. To scrape metrics, let etcd serve them apart (--listen-metrics-urls) and point a headless Service at that port, 2381, alone.',
      mayBreak: 'Monitoring or backup that reaches etcd by the Service. Let backups run on the control-plane nodes.',
    },
    references: [
      {
        title: 'Operating etcd clusters for Kubernetes',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#limiting-access-of-etcd-clusters',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Etcd' }],
    since: '0.1.0',
  },
  needs: ['services'],
  evaluate: ({ services }) => {
    const [first, ...rest] = services.flatMap((service) => judge(service) ?? []);
    const sought = 'a Service on port 2379 or 2380 in kube-system, or open to the outside';
    const none: Finding = {
      verdict: 'pass',
      subject: { kind: 'Cluster', name: 'cluster' },
      evidence: [{ from: 'absence', object: LIST, pointer: '', sought }],
    };
    if (first === undefined) return [none];
    const found: readonly Finding[] = [first, ...rest];
    return found.some(({ verdict }) => verdict === 'fail') ? [first, ...rest] : [none, first, ...rest];
  },
});

/** What is wrong with a Service that leads to a port of etcd; undefined where nothing is. */
function judge({ metadata: { name, namespace }, spec }: Service): Finding | undefined {
  const at = spec.ports.findIndex(leadsToEtcd);
  const port = spec.ports[at];
  if (port === undefined) return undefined;
  const own = namespace === 'kube-system';
  const outside = spec.type === 'NodePort' || spec.type === 'LoadBalancer' || spec.externalIPs.length > 0;
  if (!own && !outside) return undefined;
  const object = { ...LIST, name, namespace };
  const seen = (pointer: string, observed: string | number | readonly string[]): Evidence => ({
    from: 'object',
    object,
    pointer,
    observed,
  });
  const field = Number(port.targetPort) > 0 ? 'targetPort' : 'port';
  const evidence: Evidences = [
    seen(`/spec/ports/${at}/${field}`, port[field]),
    ...(outside && spec.externalIPs.length > 0 ? [seen('/spec/externalIPs', spec.externalIPs)] : []),
    ...(spec.type === '' || spec.type === 'ClusterIP' ? [] : [seen('/spec/type', spec.type)]),
  ];
  const subject = { kind: 'Service', namespace, name };
  const reach = outside ? 'from outside of the cluster' : 'for every pod';
  if (own) return { verdict: 'fail', subject, evidence, message: `leads to etcd ${reach}` };
  const message = `opens a port of etcd to the outside: that of an application, or of the cluster's own etcd`;
  return { verdict: 'review', subject, evidence, message };
}

/** The port of the pods decides; only a name of one, or none, leaves the Service's own to tell. */
function leadsToEtcd({ port, targetPort, protocol }: ServicePort): boolean {
  const target = Number(targetPort) > 0 ? Number(targetPort) : port;
  return (protocol === '' || protocol === 'TCP') && ETCD_PORTS.includes(target);
}
