import check from '../../../checks/kube-apiserver/admission-psa-defaults.ts';
import { apiServer, apiServers } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { withFile } from '../../support/host-files.ts';
import { serverVersion } from '../../support/objects.ts';

const flag = 'admission-control-config-file';
const admission = (...plugins: readonly object[]) =>
  JSON.stringify({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AdmissionConfiguration', plugins });
const podSecurity = (defaults: object) => ({
  name: 'PodSecurity',
  configuration: { apiVersion: 'pod-security.admission.config.k8s.io/v1', kind: 'PodSecurityConfiguration', defaults },
});
const configured = (text: string, flags: readonly string[] = []) => withFile('kube-apiserver', { flag, text, flags });

describeCheck(check, [
  {
    given: 'no file',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no file is given/ }],
  },
  {
    given: 'a file that is not seen, which may be about anything',
    objects: apiServer([`--${flag}=/etc/kubernetes/admission.yaml`]),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/kubernetes\/admission\.yaml/ }],
  },
  {
    given: 'a file that is not there',
    objects: withFile('kube-apiserver', { flag, text: undefined }),
    expect: 'unknown',
  },
  {
    given: 'baseline by default',
    objects: configured(admission(podSecurity({ enforce: 'baseline' }))),
    expect: 'pass',
  },
  {
    given: 'restricted by default, beside another plugin',
    objects: configured(admission({ name: 'EventRateLimit' }, podSecurity({ enforce: 'restricted' }))),
    expect: 'pass',
  },
  {
    given: 'privileged by default',
    objects: configured(admission(podSecurity({ enforce: 'privileged', warn: 'restricted' }))),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /default is privileged$/ }],
  },
  {
    given: 'warnings alone',
    objects: configured(admission(podSecurity({ warn: 'restricted' }))),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /none is set/ }],
  },
  {
    given: 'a file about other plugins',
    objects: configured(admission({ name: 'EventRateLimit' })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /nothing of PodSecurity/ }],
  },
  {
    given: 'a file that names another',
    objects: configured(admission({ name: 'PodSecurity', path: 'pod-security.yaml' })),
    expect: 'unknown',
  },
  {
    given: 'a default that nothing applies',
    objects: configured(admission(podSecurity({ enforce: 'baseline' })), ['--disable-admission-plugins=PodSecurity']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /PodSecurity is off/ }],
  },
  { given: 'a minor without Pod Security', objects: apiServer([], '1.22.17'), expect: 'not-applicable' },
  {
    given: 'replicas that disagree',
    objects: apiServers([`--${flag}=/etc/kubernetes/admission.yaml`], []),
    expect: 'fail',
  },
  { given: 'a file from a variable that is not known', objects: apiServer([`--${flag}=$(ODD)`]), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
