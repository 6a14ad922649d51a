import type { Https } from '../model/finding.ts';
import type { Sign } from './signs.ts';

/** What points to a provider that runs the control plane. */
export interface PlaneSign {
  readonly provider: string;
  readonly sign: Extract<Sign, { readonly from: 'version' | 'server' | 'daemon-set' }>;
  readonly source: Https;
}

const version = (provider: string, pattern: RegExp, source: Https): PlaneSign => ({
  provider,
  sign: { from: 'version', pattern },
  source,
});
/** Host name of the API server: one that only the provider can hand out. */
const server = (provider: string, pattern: RegExp, source: Https): PlaneSign => ({
  provider,
  sign: { from: 'server', pattern },
  source,
});

const EKS = 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html';
const GKE = 'https://cloud.google.com/kubernetes-engine/docs/concepts/configuration-overview';
const AKS = 'https://learn.microsoft.com/en-us/azure/aks/private-clusters';
const IKS = 'https://cloud.ibm.com/docs/containers?topic=containers-access_cluster';

/** What an API server and the objects on it show of who runs them. Node labels and provider ids are no sign: self-run clusters have them too. */
export const PLANE_SIGNS: readonly PlaneSign[] = [
  // EKS and EKS Anywhere have a commit; EKS Distro, which anyone may run, numbers its builds (-eks-1-29-4).
  version('EKS', /-eks-[0-9a-f]{7,}$/, 'https://docs.aws.amazon.com/eks/latest/userguide/platform-versions.html'),
  server('EKS', /\.eks\.amazonaws\.com(?:\.cn)?$/, EKS),
  server('EKS', /\.eks\.[a-z0-9-]+\.api\.aws$/, EKS),
  version('GKE', /-gke\.\d+$/, 'https://cloud.google.com/kubernetes-engine/versioning'),
  server('GKE', /\.gke\.goog$/, GKE),
  server('AKS', /\.azmk8s\.io$/, AKS),
  {
    provider: 'AKS',
    sign: { from: 'daemon-set', label: 'kubernetes.azure.com/managedby', value: 'aks' },
    source: 'https://learn.microsoft.com/en-us/azure/aks/use-labels',
  },
  server(
    'DOKS',
    /\.k8s\.ondigitalocean\.com$/,
    'https://docs.digitalocean.com/products/kubernetes/how-to/connect-to-cluster/',
  ),
  version('IKS', /\+IKS$/, 'https://cloud.ibm.com/docs/containers?topic=containers-cs_versions'),
  server('IKS', /\.containers\.cloud\.ibm\.com$/, IKS),
  server(
    'OKE',
    /\.clusters\.oci\.oraclecloud\.com$/,
    'https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdownloadkubeconfigfile.htm',
  ),
  version(
    'ACK',
    /-aliyun\.\d+$/,
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/release-notes-for-kubernetes-versions',
  ),
  version('TKE', /-tke\.\d+$/, 'https://www.tencentcloud.com/document/product/457/9315'),
  version('LKE', /\+lke\d+$/, 'https://techdocs.akamai.com/cloud-computing/docs/linode-kubernetes-engine'),
  server('LKE', /\.linodelke\.net$/, 'https://techdocs.akamai.com/cloud-computing/docs/linode-kubernetes-engine'),
  server('Scaleway Kapsule', /\.k8s\.[a-z]+-[a-z]+\.scw\.cloud$/, 'https://www.scaleway.com/en/docs/kubernetes/'),
  server(
    'OVHcloud Managed Kubernetes',
    /\.k8s\.ovh\.net$/,
    'https://help.ovhcloud.com/csm/en-public-cloud-kubernetes-configure-kubectl',
  ),
  server('Vultr Kubernetes Engine', /\.vultr-k8s\.com$/, 'https://docs.vultr.com/products/kubernetes'),
  server(
    'Exoscale SKS',
    /\.sks-[a-z]+-[a-z]+-\d+\.exo\.io$/,
    'https://community.exoscale.com/product/compute/containers/',
  ),
  server(
    'Red Hat OpenShift Service on AWS',
    /\.openshiftapps\.com$/,
    'https://docs.redhat.com/en/documentation/red_hat_openshift_service_on_aws',
  ),
  server(
    'Azure Red Hat OpenShift',
    /\.aroapp\.io$/,
    'https://learn.microsoft.com/en-us/azure/openshift/intro-openshift',
  ),
];
