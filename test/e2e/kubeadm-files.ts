import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { Flags } from './server-process.ts';

const run = promisify(execFile);

/** What kubeadm makes for a control-plane node, below a folder instead of /etc/kubernetes. */
export interface KubeadmFiles {
  /** The path of a certificate or key: `ca.crt`, `etcd/server.key`. */
  pki(name: string): string;
  /** The static Pod of the API server. */
  readonly manifest: ManifestPod;
  /** The flags of its command. */
  readonly flags: Flags;
  /** What a member of system:masters logs in with. */
  readonly admin: { readonly certificate: string; readonly key: string };
}

/** The parts of a static Pod that a test changes. */
export interface ManifestPod {
  readonly metadata: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly [{ readonly image: string; readonly command: readonly string[] }] };
}

/** Lets kubeadm make certificates, a manifest of the API server and an admin, for a node at `address`. Nothing outside `folder` is written. */
export async function makeKubeadmFiles(
  binaries: string,
  folder: string,
  node: { readonly version: string; readonly name: string; readonly address: string },
): Promise<KubeadmFiles> {
  const config = join(folder, 'kubeadm.yaml');
  const pki = (name: string): string => join(folder, 'pki', name);
  const documents = [
    {
      apiVersion: 'kubeadm.k8s.io/v1beta4',
      kind: 'InitConfiguration',
      localAPIEndpoint: { advertiseAddress: node.address, bindPort: 6443 },
      nodeRegistration: { name: node.name },
    },
    {
      apiVersion: 'kubeadm.k8s.io/v1beta4',
      kind: 'ClusterConfiguration',
      kubernetesVersion: `v${node.version}`,
      certificatesDir: join(folder, 'pki'),
      encryptionAlgorithm: 'ECDSA-P256',
      apiServer: { certSANs: ['127.0.0.1'] },
      controlPlaneEndpoint: '127.0.0.1:6443',
    },
  ];
  await writeFile(config, documents.map((document) => JSON.stringify(document)).join('\n---\n'));
  const env = { ...process.env, KUBEADM_INIT_DRYRUN_DIR: folder };
  const kubeadm = (...args: readonly string[]) =>
    run(join(binaries, 'kubeadm'), [...args, '--config', config], { env });
  await kubeadm('init', 'phase', 'certs', 'all');
  await kubeadm('init', 'phase', 'control-plane', 'apiserver', '--dry-run');
  const { stdout } = await kubeadm('kubeconfig', 'user', '--client-name', 'admin', '--org', 'system:masters');
  const { user } = parse(stdout).users[0];
  const manifest = parse(await readFile(join(folder, 'kube-apiserver.yaml'), 'utf8')) as ManifestPod;
  return {
    pki,
    manifest,
    flags: Object.fromEntries(manifest.spec.containers[0].command.slice(1).map(splitFlag)),
    admin: { certificate: decode(user['client-certificate-data']), key: decode(user['client-key-data']) },
  };
}

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString();

function splitFlag(argument: string): readonly [string, string] {
  const [, flag = '', value = ''] = /^--([^=]+)=(.*)$/s.exec(argument) ?? [];
  return [flag, value];
}
