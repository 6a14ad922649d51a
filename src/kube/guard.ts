/**
 * The requests that kubevet may send, as templates: a segment in braces stands for one name. Everything else is refused where requests
 * leave. Below `nodes/{name}/proxy` only configz: other paths of a kubelet can run commands by GET.
 */
const GETS: readonly string[] = [
  '/version',
  '/flagz',
  '/statusz',
  '/livez',
  '/readyz',
  '/metrics',
  '/.well-known/openid-configuration',
  '/api',
  '/api/v1',
  '/apis',
  '/apis/{group}',
  '/apis/{group}/{version}',
  '/api/v1/namespaces/{name}',
  '/api/v1/namespaces/kube-system/configmaps/{name}',
  '/api/v1/namespaces/kube-public/configmaps/cluster-info',
  '/api/v1/nodes/{name}/proxy/configz',
  ...core('pods', 'serviceaccounts', 'secrets', 'services'),
  '/api/v1/nodes',
  '/api/v1/namespaces',
  ...named('apps', 'deployments', 'daemonsets', 'statefulsets', 'replicasets'),
  ...named('batch', 'jobs', 'cronjobs'),
  ...named('rbac.authorization.k8s.io', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'),
  ...named('networking.k8s.io', 'networkpolicies'),
  ...named(
    'admissionregistration.k8s.io',
    'validatingwebhookconfigurations',
    'mutatingwebhookconfigurations',
    'validatingadmissionpolicies',
    'validatingadmissionpolicybindings',
  ),
  ...named('apiregistration.k8s.io', 'apiservices'),
  ...named('apiextensions.k8s.io', 'customresourcedefinitions'),
  ...named('flowcontrol.apiserver.k8s.io', 'flowschemas'),
  ...named('certificates.k8s.io', 'certificatesigningrequests'),
  ...named('coordination.k8s.io', 'leases'),
  ...named('node.k8s.io', 'runtimeclasses'),
  ...named('velero.io', 'schedules'),
];

const POSTS: readonly string[] = [
  '/apis/authentication.k8s.io/v1/selfsubjectreviews',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
];

/** A list takes these once each, and never `resourceVersion`: with a limit, older servers answer it with the whole list. */
const QUERIES: Readonly<Record<string, RegExp>> = { limit: /^[1-9]\d{0,4}$/, continue: /^[A-Za-z0-9._~%=-]+$/ };
const SECRETS = /^\/api\/v1\/(namespaces\/[^/]+\/)?secrets$/;
const METADATA_ONLY =
  /^application\/(json|vnd\.kubernetes\.protobuf);as=PartialObjectMetadataList;g=meta\.k8s\.io;v=v1$/;

/** A request that kubevet does not send was about to leave. */
export class GuardError extends Error {}

/** Throws a GuardError at a request that is not on the list: a defect of kubevet, or a name that a cluster made up to lead it astray. */
export function guard(method: string, target: string, accept: string): void {
  const [path = '', ...queries] = target.split('?');
  const allowed = method === 'GET' ? GETS : method === 'POST' ? POSTS : [];
  const known = allowed.some((template) => fits(template, path));
  const plain = queries.length === 0 || (method === 'GET' && queries.length === 1 && isListQuery(queries[0] ?? ''));
  const metadata = !SECRETS.test(path) || accept.split(',').every((type) => METADATA_ONLY.test(type.trim()));
  if (!known || !plain || !metadata) throw new GuardError(`kubevet does not send ${method} ${path}`);
}

/** A name as one segment of a path, encoded. Half a character, which only a hostile cluster would send, becomes the sign for that. */
export const pathSegment = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));

function isListQuery(query: string): boolean {
  const parameters = query.split('&').map((parameter) => parameter.split('='));
  const names = new Set(parameters.map(([name]) => name));
  return (
    names.size === parameters.length &&
    parameters.every(
      ([name = '', ...value]) => Object.hasOwn(QUERIES, name) && QUERIES[name]?.test(value.join('=')) === true,
    )
  );
}

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const segments = path.split('/');
  return (
    wanted.length === segments.length &&
    wanted.every((part, index) => (part.startsWith('{') ? isName(segments[index] ?? '') : part === segments[index]))
  );
}

/** One segment as it leaves: encoded, and nothing that a server or proxy could take for another path. */
function isName(segment: string): boolean {
  if (!/^[A-Za-z0-9._~:%-]+$/.test(segment) || /%(?![0-9a-f]{2})/i.test(segment)) return false;
  return segment !== '.' && segment !== '..' && !/%(2e|2f|5c|25|7f|[01][0-9a-f])/i.test(segment);
}

function core(...resources: readonly string[]): readonly string[] {
  return resources.flatMap((resource) => [`/api/v1/${resource}`, `/api/v1/namespaces/{namespace}/${resource}`]);
}

function named(group: string, ...resources: readonly string[]): readonly string[] {
  return resources.flatMap((resource) => [
    `/apis/${group}/{version}/${resource}`,
    `/apis/${group}/{version}/namespaces/{namespace}/${resource}`,
  ]);
}
