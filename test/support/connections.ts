import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiServer, type ApiServerOptions, startApiServer } from '../../src/demo/api-server.ts';
import { type Certificates, makeCertificates } from '../../src/demo/certificates.ts';
import { demoRecording } from '../../src/demo/recording.ts';
import { type Connection, type ConnectOptions, connect } from '../../src/kube/connect.ts';
import { KubevetError } from '../../src/model/error.ts';
import { type ClusterRole, schemas } from '../../src/shapes/generated.ts';

export const recording = await demoRecording();
export const certificates: Certificates = await makeCertificates({
  client: { user: 'kubernetes-admin', groups: ['kubeadm:cluster-admins'] },
});
/** Path of the list that `listRoles` reads. */
export const ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';

/** API servers of the demo cluster, and connections to them, in a folder of their own. */
export function connectionLab() {
  const folder = mkdtempSync(join(tmpdir(), 'kubevet-lab-'));
  let open: { close(): unknown }[] = [];
  const lab = {
    folder,
    /** Closes something after the test. */
    closing: <T extends { close(): unknown }>(one: T): T => {
      open.push(one);
      return one;
    },
    serve: async (options: Partial<ApiServerOptions> = {}): Promise<ApiServer> =>
      lab.closing(await startApiServer({ recording, certificates, ...options })),
    save: (name: string, text: string): string => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    },
    /** Connects with a kubeconfig of this text, or as `options` say. */
    connect: async (kubeconfig: string | undefined, options: Partial<ConnectOptions> = {}): Promise<Connection> => {
      const where = kubeconfig === undefined ? {} : { kubeconfig: lab.save('config', kubeconfig) };
      const connection = await connect({
        ...where,
        env: { PATH: '/usr/bin:/bin' },
        homeDirectory: folder,
        inputIsTerminal: false,
        userAgent: 'kubevet/test',
        requestTimeout: 3_000,
        ...options,
      });
      return lab.closing(connection);
    },
    /** What connecting fails with. */
    trouble: async (kubeconfig: string | undefined, options: Partial<ConnectOptions> = {}): Promise<KubevetError> => {
      const error = await lab.connect(kubeconfig, options).then(
        () => new Error('it connects'),
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof KubevetError)) throw error;
      return error;
    },
    /** Ends what the test opened. */
    close: async (): Promise<void> => {
      for (const one of open.reverse()) await one.close();
      open = [];
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
  return lab;
}

/** Lists ClusterRoles; gives their names, and the outcome. */
export async function listRoles(connection: Connection, signal?: AbortSignal) {
  let names: string[] = [];
  const request = {
    groupVersion: 'rbac.authorization.k8s.io/v1',
    resource: 'clusterroles',
    schema: schemas.ClusterRole,
    protobuf: true,
    ...(signal === undefined ? {} : { signal }),
  };
  const outcome = await connection.list<ClusterRole>(request, {
    restart: () => {
      names = [];
    },
    item: ({ metadata }) => names.push(metadata.name),
  });
  return { names, outcome };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What an OIDC issuer would give: a token that holds until 2100. */
export const idToken = `${part({ alg: 'none' })}.${part({ exp: 4_102_444_800 })}.signature`;

/** A kubeconfig user of the old auth-provider form that shows it. */
export const oidcUser = { 'auth-provider': { name: 'oidc', config: { 'id-token': idToken } } };
