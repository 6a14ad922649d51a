import check from '../../../checks/rbac/secrets-read.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import {
  account,
  clusterRole,
  clusterRoleBinding,
  group,
  role,
  roleBinding,
  rule,
  user,
} from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['list'], ['secrets'], ['']),
    own: { role: 'system:controller:namespace-controller', subject: account('namespace-controller', 'kube-system') },
  }),
  {
    given: 'a right to write Secrets only',
    objects: [
      clusterRole('near', [rule(['create'], ['secrets'], [''])]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [rule(['get'], ['secrets'], [''], { resourceNames: ['db'] })]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: "kubeadm's role for its certificates, widened to all Secrets",
    objects: [
      role('kubeadm:kubeadm-certs', 'kube-system', [rule(['get'], ['secrets'], [''])]),
      roleBinding('kubeadm:kubeadm-certs', 'kube-system', 'kubeadm:kubeadm-certs', [
        group('system:bootstrappers:kubeadm:default-node-token'),
      ]),
    ],
    expect: 'fail',
  },
  {
    given: "kubeadm's role for its certificates",
    objects: [
      role('kubeadm:kubeadm-certs', 'kube-system', [
        rule(['get'], ['secrets'], [''], { resourceNames: ['kubeadm-certs'] }),
      ]),
      roleBinding('kubeadm:kubeadm-certs', 'kube-system', 'kubeadm:kubeadm-certs', [
        group('system:bootstrappers:kubeadm:default-node-token'),
      ]),
    ],
    expect: 'pass',
  },
]);
