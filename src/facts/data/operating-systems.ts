/**
 * Operating systems of nodes: how a node's `osImage` names one and its release (the groups of `image`, joined by dots), and per release the day
 * after which there are no patches for everybody, and the day until which whoever pays gets some (`-` where nobody does, `?` where that has no
 * end that was confirmed). `asOf` is the day on which the source said so.
 */
export const OPERATING_SYSTEMS = {
  'Debian': {
    image: '^Debian GNU/Linux (\\d+)\\b',
    asOf: '2026-11-28',
    source: 'https://wiki.debian.org/LTS',
    lines: `
13  2030-06-30  2035-06-30
12  2028-06-30  2033-06-30
11  2026-08-31  2031-06-30
10  2024-06-30  2029-06-30
9   2022-06-30  2027-06-30
8   2020-06-30  2025-06-30
7   2018-05-31  2020-06-30
`,
  },
  'Ubuntu': {
    image: '^Ubuntu (\\d+\\.\\d+)\\b',
    asOf: '2026-11-28',
    source: 'https://ubuntu.com/about/release-cycle',
    lines: `
26.10  2027-07-15  -
26.04  2031-05-29  2038-04-27
25.10  2026-07-09  -
25.04  2026-01-15  -
24.10  2025-07-10  -
24.04  2029-05-31  2036-04-29
23.10  2024-07-11  -
23.04  2024-01-25  -
22.10  2023-07-20  -
22.04  2027-06-01  2034-04-25
21.10  2022-07-14  -
21.04  2022-01-20  -
20.10  2021-07-22  -
20.04  2025-05-29  2032-04-27
18.04  2023-05-31  2030-04-30
16.04  2021-04-30  2028-04-25
14.04  2019-04-25  ?
`,
  },
  'Red Hat Enterprise Linux': {
    image: '^Red Hat Enterprise Linux (?:Server )?(\\d+)\\b',
    asOf: '2024-11-12',
    source: 'https://access.redhat.com/support/policy/updates/errata',
    lines: `
9  2032-05-31  2035-05-31
8  2029-05-31  2032-05-31
7  2024-06-30  2028-06-30
6  2020-11-30  ?
`,
  },
  'Rocky Linux': {
    image: '^Rocky Linux (\\d+)\\b',
    asOf: '2025-06-04',
    source: 'https://wiki.rockylinux.org/rocky/version/',
    lines: `
9  2032-05-31  ?
8  2029-05-31  ?
`,
  },
  'AlmaLinux': {
    image: '^AlmaLinux (\\d+)\\b',
    asOf: '2024-11-18',
    source: 'https://wiki.almalinux.org/release-notes/',
    lines: `
9  2032-05-31  ?
8  2029-03-01  ?
`,
  },
  'CentOS Linux': {
    image: '^CentOS Linux (\\d+)\\b',
    asOf: '2024-06-30',
    source: 'https://endoflife.date/centos',
    lines: `
8  2021-12-31  -
7  2024-06-30  -
6  2020-11-30  -
`,
  },
  'Oracle Linux': {
    image: '^Oracle Linux Server (\\d+)\\b',
    asOf: '2023-11-21',
    source: 'https://www.oracle.com/a/ocom/docs/elsp-lifetime-069338.pdf',
    lines: `
9  2032-06-30  2034-06-30
8  2029-07-01  2031-07-01
7  2024-12-01  ?
6  2021-03-01  ?
`,
  },
  'Amazon Linux': {
    image: '^Amazon Linux (\\d+)\\b',
    asOf: '2026-08-07',
    source: 'https://aws.amazon.com/amazon-linux-2/faqs/',
    lines: `
2023  2029-06-30  -
2     2026-06-30  -
`,
  },
  'SUSE Linux Enterprise Server': {
    image: '^SUSE Linux Enterprise Server (\\d+)(?: SP(\\d+))?\\b',
    asOf: '2024-06-26',
    source: 'https://www.suse.com/lifecycle',
    lines: `
15.5  2024-12-31  2027-12-31
15.4  2023-12-31  2026-12-31
15.3  2022-12-31  2025-12-31
15.2  2021-12-31  2024-12-31
12.5  2024-10-31  2027-10-31
12.4  2020-06-30  2023-06-30
`,
  },
  'Windows Server': {
    image: '^Windows Server (\\d{4})\\b(?! R2)',
    asOf: '2026-05-25',
    source: 'https://learn.microsoft.com/windows/release-health/windows-server-release-info',
    lines: `
2025  2034-10-10  ?
2022  2031-10-14  ?
2019  2029-01-09  ?
2016  2027-01-12  2030-01-12
`,
  },
} as const;

/** Systems made to run containers and little else, read-only or nearly so, by the first words of a node's `osImage`. */
export const MINIMAL_SYSTEMS = {
  'Bottlerocket OS': 'https://bottlerocket.dev/',
  'Container-Optimized OS': 'https://cloud.google.com/container-optimized-os/docs',
  'Talos': 'https://www.talos.dev/',
  'Flatcar Container Linux': 'https://www.flatcar.org/docs/latest/',
  'Fedora CoreOS': 'https://docs.fedoraproject.org/en-US/fedora-coreos/',
  'Red Hat Enterprise Linux CoreOS': 'https://docs.openshift.com/container-platform/latest/architecture/architecture-rhcos.html',
  'SUSE Linux Micro': 'https://www.suse.com/products/micro/',
  'SUSE Linux Enterprise Micro': 'https://www.suse.com/products/micro/',
  'SLE Micro': 'https://www.suse.com/products/micro/',
  'openSUSE MicroOS': 'https://microos.opensuse.org/',
  'openSUSE Leap Micro': 'https://get.opensuse.org/leapmicro/',
  'Microsoft Azure Linux': 'https://github.com/microsoft/azurelinux',
  'CBL-Mariner': 'https://github.com/microsoft/azurelinux',
  'Ubuntu Core': 'https://ubuntu.com/core',
  'Kairos': 'https://kairos.io/docs/',
} as const;
