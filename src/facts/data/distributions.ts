import type { Https } from '../../model/finding.ts';

const RED_HAT: Https = 'https://access.redhat.com/security/updates/backporting';
const DEBIAN: Https = 'https://www.debian.org/security/faq';

/**
 * Linux distributions that put fixes into their own packages without a newer version number, by the first words of a node's `osImage`. Debian 12
 * was seen to: its containerd says 1.6.20 and holds fixes that containerd itself made in 1.7. Those of which no page was confirmed stand here
 * too, since all that follows from it is that an old version proves nothing.
 */
export const BACKPORTING_DISTRIBUTIONS: Readonly<Record<string, Https>> = {
  Debian: DEBIAN,
  Ubuntu: 'https://ubuntu.com/security/cves/about',
  'Red Hat': RED_HAT,
  CentOS: RED_HAT,
  'Rocky Linux': RED_HAT,
  AlmaLinux: RED_HAT,
  'Oracle Linux': RED_HAT,
  Fedora: RED_HAT,
  SUSE: 'https://www.suse.com/support/security/',
  SLES: 'https://www.suse.com/support/security/',
  openSUSE: 'https://www.suse.com/support/security/',
  'Amazon Linux': 'https://alas.aws.amazon.com/faqs.html',
  Bottlerocket: 'https://github.com/bottlerocket-os/bottlerocket/security/advisories',
  'Microsoft Azure Linux': 'https://github.com/microsoft/azurelinux/security',
  'CBL-Mariner': 'https://github.com/microsoft/azurelinux/security',
  'Container-Optimized OS': 'https://cloud.google.com/container-optimized-os/docs/release-notes',
  'VMware Photon': 'https://github.com/vmware/photon/wiki/Security-Advisories',
};
