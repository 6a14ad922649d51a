import { isGiven, items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const CA = 'requestheader-client-ca-file';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/requestheader-config',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only the front proxy may name users in headers',
      broken: 'Any client certificate may name any user in headers',
    },
    rationale:
      'From whoever shows a certificate of --requestheader-client-ca-file the API server takes the user and the groups out of headers. If the CA that signs for users is named there and no names are asked for, every kubelet and every user can say X-Remote-Group: system:masters and is cluster admin. From 1.35 on the API server does not start so. kubevet compares where the files lie; what is in them is not compared.',
    remediation: {
      kubeadm:
        'Make a CA for the front proxy ("kubeadm init phase certs front-proxy-ca" and "front-proxy-client"), set --requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt and --requestheader-allowed-names=front-proxy-client in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove requestheader-client-ca-file and requestheader-allowed-names from kube-apiserver-arg: k3s and RKE2 make a CA of their own.',
      mayBreak:
        'Aggregated APIs (metrics-server and others) and proxies in front that present a certificate of the old CA are refused until they have one of the new CA.',
    },
    references: [
      {
        title: 'Authenticating proxy',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#authenticating-proxy',
      },
      {
        title: 'Configure the aggregation layer',
        url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#ca-reusage-and-conflicts',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: {
    [CA]: 'a file other than --client-ca-file',
    'client-ca-file': 'any',
    'requestheader-allowed-names': 'the name of the front proxy',
  },
  judge: (settings, { originOf }) => {
    const [own, clients] = [settings[CA].value, settings['client-ca-file'].value];
    if (!isGiven(own)) return { verdict: 'not-applicable', because: 'no header is taken for a login' };
    const [path, other] = [String(own), String(clients)];
    const origin = originOf?.(path);
    if (path !== other && (origin === undefined || origin !== originOf?.(other))) {
      return { verdict: 'pass', message: 'the files are not the same; their content was not compared' };
    }
    const names = items(settings['requestheader-allowed-names'].value);
    if (names.length > 0) {
      return { verdict: 'pass', message: `the CA of users may name users in headers, as ${names.join(' or ')} only` };
    }
    return { verdict: 'fail', message: `${path} is also the CA for users, and any of its certificates will do` };
  },
});
