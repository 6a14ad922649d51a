import check from '../../../checks/rbac/webhook-config-write.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { grantCases } from '../../support/grants.ts';
import { account, clusterRole, clusterRoleBinding, rule, user } from '../../support/objects.ts';

describeCheck(check, [
  ...grantCases({
    power: rule(['patch'], ['mutatingwebhookconfigurations'], ['admissionregistration.k8s.io']),
    clusterOnly: true,
    own: {
      role: 'system:controller:generic-garbage-collector',
      subject: account('generic-garbage-collector', 'kube-system'),
    },
  }),
  {
    given: 'a right to read them',
    objects: [
      clusterRole('near', [
        rule(['get', 'list', 'watch'], ['validatingwebhookconfigurations'], ['admissionregistration.k8s.io']),
      ]),
      clusterRoleBinding('near', 'near', [user('jane')]),
    ],
    expect: 'pass',
  },
  {
    given: 'objects that the rule names',
    objects: [
      clusterRole('named', [
        rule(['patch'], ['mutatingwebhookconfigurations'], ['admissionregistration.k8s.io'], {
          resourceNames: ['injector'],
        }),
      ]),
      clusterRoleBinding('named', 'named', [user('jane')]),
    ],
    expect: 'pass',
  },
]);
