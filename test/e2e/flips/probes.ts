import type { Probe } from './flip.ts';

/** What curl is answered on the control-plane node, the status last. */
export const onPlane = (arguments_: string, broken: RegExp, mended: RegExp, from = '$plane'): Probe => ({
  script: `on ${from} curl -sk -m 10 -w ' %{http_code}' ${arguments_}`,
  broken,
  mended,
});

/** What another node is answered. */
export const fromNetwork = (url: string): Probe => onPlane(url, / 200$/, / 000$/, '$worker');

/** What openssl sees on the control-plane node. */
export const handshake = (address: string, options: string, broken: RegExp, mended: RegExp): Probe => ({
  script: `on $plane openssl s_client -connect ${address} ${options} </dev/null`,
  broken,
  mended,
});

/** Whether TLS 1.1 is spoken. */
export const oldTls = (address: string): Probe =>
  handshake(
    address,
    "-tls1_1 -cipher 'DEFAULT:@SECLEVEL=0'",
    /Protocol\s*: TLSv1\.1[\s\S]*Cipher\s*: ECDHE/,
    /Cipher is \(NONE\)|Cipher\s*: 0000/,
  );

/** What the admin is answered on the control-plane node, the status last; a noun where there are several of one address. */
export function asAdmin(url: string, broken: RegExp, mended: RegExp, noun = ''): Probe {
  const part = (what: string) =>
    `kubectl config view --raw -o 'jsonpath={.users[0].user.client-${what}-data}' | base64 -d; echo`;
  const file = `/run/flip-${`${url}${noun}`.replaceAll(/\W/g, '')}.pem`;
  return {
    script: `{ ${part('certificate')}; ${part('key')}; } |
      on $plane sh -c "cat > ${file}; curl -sk -m 10 -w ' %{http_code}' --cert ${file} --key ${file} ${url}; rm ${file}"`,
    broken,
    mended,
  };
}

/** Whether the admin is given profiles. */
export const profiling = (url: string): Probe => asAdmin(url, / 200$/, / 404$/);
