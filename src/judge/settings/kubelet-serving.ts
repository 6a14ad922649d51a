/** Where a kubelet that is given no certificate puts the one that it makes, on Linux and on Windows. */
const OWN_MAKING = /^(?:[A-Za-z]:)?[\\/]var[\\/]lib[\\/]kubelet[\\/]pki[\\/]kubelet\.crt$/;

/** Whether a serving certificate is of the kubelet's own making; undefined where its name is that of such a file, in a folder of its own. */
export function isOwnCertificate(file: string): boolean | undefined {
  if (file === '' || OWN_MAKING.test(file)) return true;
  return /[\\/]kubelet\.crt$/.test(file) ? undefined : false;
}
