import { parseImage } from '../../src/derive/processes/image.ts';
import {
  containerPath,
  type Fault,
  faultOpinion,
  judgeWorkloads,
  shapeAbsence,
  shapeEvidence,
} from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import type { ShapeContainer, WorkloadShape } from '../../src/model/workload-shape.ts';

const SERVER_IMAGE = /(?:^|[-_.])(?:openssh(?:-server)?|sshd|ssh-server|dropbear)(?:$|[-_.])/;
/** Programs whose SSH is their service: git servers and file drops. */
const SERVES_BY_SSH =
  /(?:^|[-_.])(?:gitea|forgejo|gogs|gitlab(?:-shell|-ce|-ee)?|gerrit|bitbucket|soft-serve|sftp(?:go)?)(?:$|[-_.])/;
const PROGRAMS = ['sshd', 'dropbear'] as const;
const PORT = 22;
const USUAL_OTHER_PORT = 2222;

export default automated({
  meta: {
    id: 'workloads/ssh-server',
    component: 'workloads',
    scoreComponent: 'container-runtime',
    severity: 'medium',
    population: true,
    title: {
      holds: 'No container runs an SSH server that ports, image or command show',
      broken: 'Containers run an SSH server',
    },
    rationale:
      'An SSH server in a container is a way in that RBAC does not govern and the audit log of the API server does not show. It has keys and passwords of its own to be managed and stolen, and it is one more program to patch. A server on another port that is started by a script cannot be seen from here.',
    remediation: {
      any: 'Take the SSH server out of the image and use kubectl exec, kubectl debug or kubectl cp, which RBAC limits and the audit log records.',
      mayBreak:
        'People and tools that log in by SSH lose that way in. Git servers and SFTP drops need theirs: they are shown for review only.',
    },
    references: [
      {
        title: 'Kubernetes: get a shell to a running container',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
      },
      {
        title: 'Kubernetes: debug running pods',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/',
      },
    ],
    controls: [
      { benchmark: 'Kubescape', number: 'C-0042' },
      { benchmark: 'kube-linter', number: 'ssh-port' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  evaluate: ({ 'workload-shapes': shapes }) =>
    judgeWorkloads(shapes, (shape) => {
      const certain = faultOpinion(shape, (container) =>
        isSshService(container) ? undefined : server(shape, container),
      );
      if (certain !== undefined) return certain;
      const possible = faultOpinion(shape, (container) => server(shape, container) ?? otherPort(shape, container));
      if (possible !== undefined) return { ...possible, verdict: 'review' };
      return {
        verdict: 'pass',
        evidence: [shapeAbsence(shape, '/containers', 'an SSH server by port, image or command')],
      };
    }),
});

const isSshService = ({ image }: ShapeContainer): boolean => SERVES_BY_SSH.test(parseImage(image).name);

function server(shape: WorkloadShape, container: ShapeContainer): Fault | undefined {
  const path = containerPath(container);
  const image = shapeEvidence(shape, `${path}/image`, container.image, 'no SSH server in the container');
  // The command line itself is never kept, so the evidence shows the image that it runs in.
  const program = PROGRAMS.find((name) => container.command.includes(name));
  if (program !== undefined)
    return { evidence: image, what: `starts ${program} (${container.commandAt[program] ?? ''})` };
  if (SERVER_IMAGE.test(parseImage(container.image).name))
    return { evidence: image, what: 'runs the image of an SSH server' };
  return port(shape, container, PORT, 'offers port 22, the port of SSH');
}

const otherPort = (shape: WorkloadShape, container: ShapeContainer): Fault | undefined =>
  port(shape, container, USUAL_OTHER_PORT, 'offers port 2222, which SSH servers often use');

function port(shape: WorkloadShape, container: ShapeContainer, wanted: number, what: string): Fault | undefined {
  const at = container.ports.findIndex(({ containerPort, protocol }) => containerPort === wanted && isTcp(protocol));
  if (at < 0) return undefined;
  const path = `${containerPath(container)}/ports/${at}/containerPort`;
  return { evidence: shapeEvidence(shape, path, wanted, 'no port of SSH'), what };
}

const isTcp = (protocol: string): boolean => protocol === '' || protocol === 'TCP';
