import { isGiven, items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/authz-abac',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'The ABAC authorizer is not in use', broken: 'The ABAC authorizer grants rights from a file' },
    rationale:
      'ABAC reads who may do what from a file on the control-plane hosts. Nothing in the API shows these grants, so roles and bindings can look clean while a forgotten line gives a user everything, and taking the right away needs an edit and a restart of every API server.',
    remediation: {
      kubeadm:
        'Write roles and bindings for what the file grants, then remove ABAC from --authorization-mode and remove --authorization-policy-file in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove authorization-policy-file and authorization-mode from kube-apiserver-arg: k3s and RKE2 set Node,RBAC themselves.',
      mayBreak: 'Users that only the file gives rights to are refused: look for their names in the audit log first.',
    },
    references: [
      { title: 'Using ABAC authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/abac/' },
    ],
    controls: [{ benchmark: 'CIS GKE', number: '5.8.3' }],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  // Without the policy there is no ABAC, also where a file on the host names the authorizers: the server does not start.
  settings: { 'authorization-policy-file': 'not set' },
  judge: (settings, instance) => {
    const policy = settings['authorization-policy-file'].value;
    const modes = instance.get('authorization-mode');
    const isUsed = modes.known && items(modes.value).includes('ABAC');
    if (!isGiven(policy)) {
      return isUsed
        ? { verdict: 'fail', evidence: modes.evidence, message: 'ABAC is an authorizer' }
        : { verdict: 'pass' };
    }
    // Without ABAC among the modes a server does not start with a policy; beside a file that names the authorizers it does.
    const file = instance.file?.('authorization-config');
    if (file?.known === false) return { verdict: 'unknown', because: file.because };
    if (file !== undefined && modes.known && !isUsed) {
      return { verdict: 'pass', evidence: modes.evidence, message: `${policy} is named, and no authorizer reads it` };
    }
    return { verdict: 'fail', message: `grants are read from ${policy}` };
  },
});
