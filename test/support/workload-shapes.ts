import type { ShapeContainer, WorkloadShape } from '../../src/model/workload-shape.ts';

/** A shape of one pod of Deployment shop/web that says nothing of its security, with these fields instead of its own. */
export const workloadShape = (fields: Partial<WorkloadShape> = {}): WorkloadShape => ({
  namespace: 'shop',
  controller: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
  content: 'content',
  pods: 1,
  samples: ['web-1'],
  pointer: '/spec',
  serviceAccountName: 'default',
  automountServiceAccountToken: undefined,
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
  hostUsers: undefined,
  os: undefined,
  runtimeClassName: undefined,
  securityContext: undefined,
  volumes: [],
  containers: [],
  ...fields,
});

/** A container of a shape, with these fields instead of its own. */
export const shapeContainer = (fields: Partial<ShapeContainer> = {}): ShapeContainer => ({
  name: 'main',
  list: 'containers',
  index: 0,
  image: 'registry.example/main:1',
  ports: [],
  mounts: [],
  sidecar: false,
  command: [],
  commandAt: {},
  ...fields,
});
