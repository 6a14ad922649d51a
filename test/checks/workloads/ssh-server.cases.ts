import check from '../../../checks/workloads/ssh-server.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, deployment, pod } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'a web server',
    objects: [
      pod('web', { containers: [container('app', { ports: [{ containerPort: 8080 }, { containerPort: 443 }] })] }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'web' } }],
  },
  {
    given: 'a container that offers port 22',
    objects: [
      pod('box', {
        containers: [container('app', { ports: [{ containerPort: 80 }, { containerPort: 22, protocol: 'TCP' }] })],
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'box' }, message: /container app offers port 22/ }],
  },
  {
    given: 'sshd started by a script on a port that is not declared',
    objects: [
      pod('box', {
        containers: [container('app', { command: ['sh', '-c', 'setup && exec /usr/sbin/sshd -D -p 2200'] })],
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /starts sshd/ }],
  },
  {
    given: 'dropbear by its arguments, in an init container that stays',
    objects: [
      deployment('box', {
        spec: {
          initContainers: [
            container('login', { command: ['/sbin/tini', '--'], args: ['dropbear', '-F'], restartPolicy: 'Always' }),
          ],
        },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Deployment' }, message: /container login starts dropbear/ }],
  },
  {
    given: 'the image of an SSH server',
    objects: [pod('box', { containers: [container('app', { image: 'lscr.io/linuxserver/openssh-server:latest' })] })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /image of an SSH server/ }],
  },
  {
    given: 'a git server and a file drop, whose service is SSH',
    objects: [
      pod('git', {
        containers: [container('gitea', { image: 'docker.gitea.com/gitea:1.24', ports: [{ containerPort: 22 }] })],
      }),
      pod('drop', { containers: [container('sftp', { image: 'atmoz/sftp', command: ['/usr/sbin/sshd', '-D'] })] }),
    ],
    expect: 'review',
    findings: [
      { verdict: 'review', subject: { name: 'git' }, message: /port 22/ },
      { verdict: 'review', subject: { name: 'drop' }, message: /starts sshd/ },
    ],
  },
  {
    given: 'port 2222, which may be anything',
    objects: [pod('box', { containers: [container('app', { ports: [{ containerPort: 2222 }] })] })],
    expect: 'review',
    findings: [{ verdict: 'review', message: /port 2222/ }],
  },
  {
    given: 'names that only look alike, a client, UDP and a port beside',
    objects: [
      pod('a', { containers: [container('a', { image: 'sshdoor/app', command: ['ssh', 'host'] })] }),
      pod('b', {
        containers: [container('b', { ports: [{ containerPort: 22, protocol: 'UDP' }, { containerPort: 2022 }] })],
      }),
      pod('c', { containers: [container('c', { args: ['--user=sshd'] })] }),
    ],
    expect: 'pass',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', containers: [container('app', { ports: [{ containerPort: 22 }] })] }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
